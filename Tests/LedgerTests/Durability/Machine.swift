internal import Foundation
internal import Platform
internal import Synchronization

/// A computer made for tests: system calls on files that are live at once and durable only once they are synced, with
/// faults where a test wants them.
///
/// A name in a folder is durable once the folder is synced, the bytes of a file once the file is.
final class Machine: SystemCalls {
  /// What goes wrong, at the call of that number, counted from 1.
  enum Fault {
    /// From here on nothing is done any more: the power is gone, or the process was killed.
    case stop(at: Int)
    case error(Int32, at: Int)
    /// The call fails, and a failed sync loses what it was to write.
    case failedSync(at: Int)
    /// A signal comes between.
    case interruption(at: Int)
    /// Only a part is read or written.
    case short(at: Int)
    /// The call is done, and then nothing any more.
    case stopAfter(Int)
  }

  fileprivate struct Handle {
    var file: Int
    var path: String
    var isAppending: Bool
    var at = 0
  }

  fileprivate struct State {
    var files: [Int: Plane] = [0: Plane(isFolder: true)]
    var names: [String: Int] = ["/": 0]
    var durableNames: [String: Int] = ["/": 0]
    /// Changes of names that were not synced yet, in their order.
    var nameChanges: [(path: String, file: Int?)] = []
    var handles: [Int32: Handle] = [:]
    var locks: [Int: Int32] = [:]
    var next = 1
    var calls = 0
    var log: [String] = []
    var fault: Fault?
    var isStopped = false
    /// Whether every change of a file seems to come at the same moment, as where a system counts in coarse steps.
    var clockStands = false
  }

  fileprivate let state: Mutex<State>

  init(clockStands: Bool = false) {
    var start = State()
    start.clockStands = clockStands
    state = Mutex(start)
  }
  private init(_ start: State) { state = Mutex(start) }

  /// Calls made so far.
  var calls: Int { state.withLock { $0.calls } }
  var isStopped: Bool { state.withLock { $0.isStopped } }
  /// The call of a number, in words.
  func call(_ number: Int) -> String {
    state.withLock { $0.log.indices.contains(number - 1) ? $0.log[number - 1] : "" }
  }

  func plan(_ fault: Fault?) { state.withLock { $0.fault = fault } }

  /// The process is gone and all that it held; what it wrote stays as it is seen.
  func restart() {
    state.withLock { state in
      (state.handles, state.locks, state.fault, state.isStopped) = ([:], [:], nil, false)
      state.calls = 0
      state.log = []
    }
  }

  /// The computer as it is when the power comes back.
  func afterLoss(_ outcome: Plane.Outcome, _ chance: inout Chance) -> Machine {
    state.withLock { state in
      var after = State()
      after.names = state.namesAfterLoss(outcome, &chance)
      after.durableNames = after.names
      after.files = [:]
      for (_, file) in after.names.sorted(by: { $0.key < $1.key }) where after.files[file] == nil {
        after.files[file] = state.files[file]?.afterLoss(outcome, &chance)
      }
      after.next = state.next
      after.clockStands = state.clockStands
      return Machine(after)
    }
  }

  /// Everything there is, synced.
  func syncAll() {
    state.withLock { state in
      for file in state.files.keys { state.files[file]?.sync() }
      state.durableNames = state.names
      state.nameChanges = []
    }
  }

  // MARK: Calls

  func open(_ path: String, _ flags: Int32, _ mode: UInt32) -> Int {
    call("open \(path)") { state, _ in
      if state.names[path] == nil {
        guard flags & O_CREAT != 0 else { return -Int(ENOENT) }
        guard state.isFolder(path.parentFolder) else { return -Int(ENOENT) }
        state.files[state.next] = Plane(mode: mode)
        state.name(path, state.next)
        state.next += 1
      } else if flags & O_EXCL != 0 {
        return -Int(EEXIST)
      }
      guard let file = state.names[path] else { return -Int(ENOENT) }
      let descriptor = Int32(state.next)
      state.next += 1
      state.handles[descriptor] = Handle(file: file, path: path, isAppending: flags & O_APPEND != 0)
      return Int(descriptor)
    }
  }

  func close(_ descriptor: Int32) {
    state.withLock { state in
      if let handle = state.handles.removeValue(forKey: descriptor), state.locks[handle.file] == descriptor {
        state.locks[handle.file] = nil
      }
    }
  }

  func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let at = state.withLock { $0.handles[descriptor]?.at ?? 0 }
    let count = unsafe read(descriptor, into: buffer, at: at)
    if count > 0 { state.withLock { $0.handles[descriptor]?.at += count } }
    return count
  }

  func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
    let room = buffer.count
    var bytes: [UInt8] = []
    let path = state.withLock { $0.handles[descriptor]?.path ?? "" }
    let result = call("read \(path) from \(offset)", canBeShort: room > 1) { state, isShort in
      guard let handle = state.handles[descriptor], let file = state.files[handle.file] else { return -Int(EBADF) }
      if file.isFolder { return -Int(EISDIR) }
      bytes = Array(file.live.dropFirst(offset).prefix(isShort ? room / 2 : room))
      return bytes.count
    }
    if result > 0 { unsafe buffer.copyBytes(from: bytes) }
    return result
  }

  func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    let bytes = unsafe Array(bytes)
    return call("write of \(bytes.count)", canBeShort: bytes.count > 1) { state, isShort in
      guard let handle = state.handles[descriptor], let size = state.files[handle.file]?.live.count else {
        return -Int(EBADF)
      }
      let part = isShort ? Array(bytes.prefix(bytes.count / 2)) : bytes
      let offset = handle.isAppending ? size : handle.at
      state.files[handle.file]?.write(part, at: offset)
      state.handles[descriptor]?.at = offset + part.count
      return part.count
    }
  }

  func truncate(_ descriptor: Int32, to size: Int) -> Int {
    call("truncate to \(size)") { state, _ in
      guard let handle = state.handles[descriptor] else { return -Int(EBADF) }
      state.files[handle.file]?.cut(to: size)
      return 0
    }
  }

  func sync(_ descriptor: Int32, dataOnly: Bool) -> Int {
    call("sync") { state, _ in
      guard let handle = state.handles[descriptor] else { return -Int(EBADF) }
      state.files[handle.file]?.sync()
      if state.files[handle.file]?.isFolder == true { state.syncNames(in: handle.path) }
      return 0
    } lost: { state in
      if let handle = state.handles[descriptor] { state.files[handle.file]?.forgetChanges() }
    }
  }

  func lock(_ descriptor: Int32) -> Int {
    call("lock") { state, _ in
      guard let handle = state.handles[descriptor] else { return -Int(EBADF) }
      if let holder = state.locks[handle.file], holder != descriptor { return -Int(EWOULDBLOCK) }
      state.locks[handle.file] = descriptor
      return 0
    }
  }

  func status(_ descriptor: Int32, _ status: inout FileStatus) -> Int {
    var found = FileStatus()
    let result = call("fstat") { state, _ in
      guard let handle = state.handles[descriptor], let status = state.status(handle.file) else { return -Int(EBADF) }
      found = status
      return 0
    }
    if result == 0 { status = found }
    return result
  }

  func status(_ path: String, followingLinks: Bool, _ status: inout FileStatus) -> Int {
    var found = FileStatus()
    let result = call("stat \(path)") { state, _ in
      guard let status = state.names[path].flatMap({ state.status($0) }) else { return -Int(ENOENT) }
      found = status
      return 0
    }
    if result == 0 { status = found }
    return result
  }

  func rename(_ path: String, to other: String) -> Int {
    call("rename to \(other)") { state, _ in
      guard let file = state.names[path] else { return -Int(ENOENT) }
      if state.isFolder(other) { return -Int(EISDIR) }
      state.name(other, file)
      state.name(path, nil)
      return 0
    }
  }

  func link(_ path: String, to other: String) -> Int {
    call("link to \(other)") { state, _ in
      guard let file = state.names[path] else { return -Int(ENOENT) }
      guard state.names[other] == nil else { return -Int(EEXIST) }
      state.name(other, file)
      return 0
    }
  }

  func unlink(_ path: String) -> Int {
    call("unlink \(path)") { state, _ in
      guard state.names[path] != nil else { return -Int(ENOENT) }
      state.name(path, nil)
      return 0
    }
  }

  func makeFolder(_ path: String, _ mode: UInt32) -> Int {
    call("mkdir \(path)") { state, _ in
      guard state.names[path] == nil else { return -Int(EEXIST) }
      guard state.isFolder(path.parentFolder) else { return -Int(ENOENT) }
      state.files[state.next] = Plane(isFolder: true, mode: mode)
      state.name(path, state.next)
      state.next += 1
      return 0
    }
  }

  /// The names in a folder; the real disk asks the system for them in calls of its own.
  func list(_ folder: String) -> [String]? {
    var names: [String] = []
    let result = call("list \(folder)") { state, _ in
      guard state.isFolder(folder) else { return -Int(ENOENT) }
      names = state.names.keys.filter { $0 != "/" && $0.parentFolder == folder }.map(\.lastStep).sorted()
      return 0
    }
    return result == 0 ? names : nil
  }

  /// Counts a call, and does it or what the fault wants instead.
  private func call(
    _ name: String, canBeShort: Bool = false, _ work: (inout State, Bool) -> Int, lost: (inout State) -> Void = { _ in }
  ) -> Int {
    state.withLock { state in
      if state.isStopped { return -Int(EIO) }
      state.calls += 1
      state.log.append(name)
      switch state.fault {
      case .stop(at: state.calls):
        state.isStopped = true
        return -Int(EIO)
      case .stopAfter(state.calls):
        _ = work(&state, false)
        state.isStopped = true
        return -Int(EIO)
      case .error(let code, at: state.calls): return -Int(code)
      case .failedSync(at: state.calls):
        lost(&state)
        return -Int(EIO)
      case .interruption(at: state.calls)
      where ["open", "read", "write", "trunc", "sync", "lock"].contains { name.hasPrefix($0) }:
        return -Int(EINTR)
      case .short(at: state.calls) where canBeShort: return work(&state, true)
      default: return work(&state, false)
      }
    }
  }
}

extension Machine.State {
  fileprivate func status(_ number: Int) -> FileStatus? {
    guard let file = files[number] else { return nil }
    var status = FileStatus()
    status.kind = file.isFolder ? .folder : .file
    status.size = file.live.count
    status.mode = file.mode
    status.number = UInt64(number)
    status.changed = clockStands ? 0 : file.version
    return status
  }

  fileprivate func isFolder(_ path: String) -> Bool { names[path].flatMap { files[$0]?.isFolder } ?? false }

  fileprivate mutating func name(_ path: String, _ file: Int?) {
    names[path] = file
    nameChanges.append((path, file))
  }

  fileprivate mutating func syncNames(in folder: String) {
    for change in nameChanges where change.path.parentFolder == folder { durableNames[change.path] = change.file }
    nameChanges.removeAll { $0.path.parentFolder == folder }
  }

  /// Each name by itself has one of the values that it had since its folder was synced.
  fileprivate func namesAfterLoss(_ outcome: Plane.Outcome, _ chance: inout Chance) -> [String: Int] {
    var after = durableNames
    switch outcome {
    case .nothing: break
    case .everything: after = names
    case .inOrder:
      for change in nameChanges.prefix(chance.below(nameChanges.count + 1)) { after[change.path] = change.file }
    case .sectors:
      for path in Set(nameChanges.map(\.path)).sorted() {
        let values = [durableNames[path]] + nameChanges.filter { $0.path == path }.map(\.file)
        after[path] = chance.pick(values)
      }
    }
    // What lies in a folder that is gone can't be reached.
    while let lost = after.keys.first(where: { $0 != "/" && after[$0.parentFolder] == nil }) { after[lost] = nil }
    return after
  }
}
