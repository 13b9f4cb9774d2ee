internal import Platform
internal import Testing

@Suite struct MemoryDiskTests {
  @Test("files in memory answer as files on a disk do")
  func basics() throws {
    let disk = MemoryDisk(["/a/b.txt": "hello"])
    #expect(disk.kind(of: "/a") == .folder)
    #expect(disk.kind(of: "/a/b.txt") == .file)
    #expect(try disk.list("/") == ["a"])
    #expect(try disk.list("/a") == ["b.txt"])
    let error = #expect(throws: FileError.self) { try disk.create([], at: "/a/b.txt", mode: 0o644) }
    #expect(error?.isExisting == true)
    let file = try disk.open("/a/b.txt", for: .appending)
    try file.append([33])
    #expect(disk.text("/a/b.txt") == "hello!")
    try file.truncate(to: 4)
    #expect(disk.text("/a/b.txt") == "hell")
    let held = try disk.lock("/lock", wait: 0)
    #expect(throws: FileError.self) { _ = try disk.lock("/lock", wait: 0) }
    held.release()
    #expect(throws: Never.self) { _ = try disk.lock("/lock", wait: 0) }
  }

  @Test("a world made for tests gives its input and keeps its output")
  func world() throws {
    let (world, output) = World.test(input: "one\ntwo\n", now: "2026-09-13T11:00:00Z")
    #expect(world.now() == 1_789_297_200)
    #expect(world.readLine() == "one")
    #expect(world.readLine() == "two")
    #expect(world.readLine() == nil)
    world.print("yes")
    world.say("no")
    #expect(output.text == "yes\n")
    #expect(output.errorText == "no\n")
  }
}
