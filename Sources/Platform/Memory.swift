internal import Synchronization

/// What a process keeps in mind from one command to the next, such as a record that it has read.
public final class Memory: Sendable {
  private let values = Mutex<[String: any Sendable]>([:])

  public init() {}

  public func value<Value: Sendable>(_ name: String, as type: Value.Type) -> Value? {
    values.withLock { $0[name] as? Value }
  }

  public func keep(_ value: some Sendable, as name: String) { values.withLock { $0[name] = value } }
}
