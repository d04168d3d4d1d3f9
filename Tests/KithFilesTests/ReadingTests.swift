import Foundation
import Synchronization
import Testing

@testable import KithFiles

@Suite struct ReadingTests {
  @Test func `a file is read whole, into room that is used again`() throws {
    let text = String(repeating: "story @amara: ", count: 20_000)
    let folder = try TemporaryFolder(["a.net": text, "b.net": "b", "empty.net": ""])
    var bytes: [UInt8] = []
    for (name, expected) in [("a.net", text), ("b.net", "b"), ("empty.net", ""), ("a.net", text)] {
      try readFile(folder.path.appending(Path(name)), shown: Path(name), into: &bytes)
      #expect(bytes == Array(expected.utf8))
    }
    #expect(try readFile(Path("/proc/self/cmdline")).isEmpty == false)
  }

  @Test func `what is no file is refused at once`() throws {
    let folder = try TemporaryFolder(["secret.net": "x"])
    _ = try runProgram(["mkfifo", folder.text("pipe")], in: "/")
    func message(_ path: Path) -> String {
      do throws(FileError) {
        _ = try readFile(path)
        return "read"
      } catch { return error.message.replacing(folder.path.shown + "/", with: "") }
    }
    func message(_ name: String) -> String { message(folder.path.appending(Path(name))) }
    #expect(message("pipe") == "cannot read `pipe`: it is a pipe, not a file (`-` reads standard input)")
    #expect(message(Path("/dev/zero")) == "cannot read `/dev/zero`: it is a device, not a file")
    #expect(message(Path("/")) == "cannot read `/`: it is a folder")
    #expect(message("gone") == "cannot read `gone`: there is no such file")
    #expect(message("secret.net/x") == "cannot read `secret.net/x`: a part of the path is not a folder")
    // It plays a file and waits for the kernel's next word; not everybody may read it, or has it.
    #expect(message(Path("/proc/kmsg")) != "read")
    let tooLong = String(repeating: "x", count: 300)
    #expect(message(tooLong) == "cannot read `\(tooLong)`: file name too long")
  }

  @Test func `a file of 2 GiB is refused before it is read`() throws {
    let folder = try TemporaryFolder(["big.net": ""])
    let handle = try FileHandle(forWritingTo: folder.url("big.net"))
    try handle.truncate(atOffset: 1 << 31)
    let start = Instant.now
    #expect(throws: FileError(.read, Path("big.net"), .tooLarge)) {
      var bytes: [UInt8] = []
      try readFile(folder.path.appending(Path("big.net")), shown: Path("big.net"), into: &bytes)
    }
    #expect(start.elapsedMilliseconds < 1000)
  }

  @Test func `paths are taken apart by slashes`() {
    #expect(
      Path("a/b").folder == Path("a") && Path("a").folder == Path(".") && Path("/a").folder == Path("/"))
    #expect(Path("/").folder == Path("/") && Path("a//b/").folder == Path("a"))
    #expect(Path("a/b/").name.elementsEqual("b".utf8) && Path("/").name.isEmpty)
    #expect(
      Path("/a/b").relative(to: Path("/a")) == Path("b") && Path("/a").relative(to: Path("/")) == Path("a"))
    #expect(Path("/ab").relative(to: Path("/a")) == nil && Path("/a").relative(to: Path("/a")) == Path([]))
    #expect(
      Path("./a").tidied == Path("a") && Path(".").tidied == Path([]) && Path("././/a//").tidied == Path("a"))
    #expect(Path("../a").tidied == Path("../a") && Path("/").tidied == Path("/"))
  }

  @Test func `what cannot be seen is written as an escape`() {
    #expect(
      visible("Zoë \u{1B}[31m\u{7F}\u{85}\u{202E}\u{2067}\u{FEFF}\n")
        == "Zoë \\u{1B}[31m\\u{7F}\\u{85}\\u{202E}\\u{2067}\\u{FEFF}\\u{A}")
    #expect(visible("می‌خواهم 👩‍🏫 葛\u{E0100}") == "می‌خواهم 👩‍🏫 葛\u{E0100}")
    for bytes: [UInt8] in [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] {
      #expect(visible(bytes.span) == bytes.map { escape(byte: $0) }.joined())
    }
  }

  @Test func `scalars decode as the standard library decodes them`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let bytes = (0..<6).map { _ in
        [0x41, 0x80, 0xBF, 0xC2, 0xE0, 0xED, 0xF0, 0xF4, 0x9F].randomElement(using: &generator) ?? 0
      }
      .map { UInt8($0) }
      let next = decodeScalar(bytes.span, at: 0)
      let whole = String(validating: bytes[..<next.length], as: UTF8.self)
      if let scalar = next.scalar { #expect(whole == String(scalar)) } else { #expect(whole == nil) }
      for length in 1...4 where next.scalar == nil {
        #expect(String(validating: bytes[..<length], as: UTF8.self) == nil)
      }
    }
  }
}

@Suite struct ParallelTests {
  @Test(arguments: [1, 2, 7]) func `every index is done once, and results stand in order`(threads: Int) {
    let calls = Atomic<Int>(0)
    let squares = parallelMap(count: 1000, threads: threads) { index in
      calls.add(1, ordering: .relaxed)
      return index * index
    }
    #expect(squares == (0..<1000).map { $0 * $0 })
    #expect(calls.load(ordering: .relaxed) == 1000)
    #expect(parallelMap(count: 0, threads: threads) { $0 } == [])
  }

  @Test func `each thread has a state of its own`() {
    let states = Atomic<Int>(0)
    _ = parallelMap(
      count: 100, threads: 3, makeState: { states.add(1, ordering: .relaxed) }, body: { _, index in index })
    #expect((1...3).contains(states.load(ordering: .relaxed)))
  }
}

@Suite struct OutputTests {
  @Test func `what is captured stays in order`() {
    var output = Output.captured()
    output.write("story ")
    output.write([0x40, 0x61].span)
    output.writeLine("!")
    output.write([UInt8](repeating: 0x2E, count: 100_000).span)
    output.finish()
    #expect(output.capturedText == "story @a!\n" + String(repeating: ".", count: 100_000))
    #expect(output.failure == nil)
  }

  @Test func `errors of writing are kept`() {
    let full = open("/dev/full", O_WRONLY)
    guard full >= 0 else { return }
    var output = Output(descriptor: full)
    output.write("x")
    #expect(output.failure == nil)
    output.flush()
    #expect(output.failure == .system("the disk is full"))
    close(full)
    var closed = Output(descriptor: full)
    closed.write([UInt8](repeating: 0, count: 1 << 17).span)
    #expect(closed.failure == .system("it is closed"))
  }

  @Test func `a pipe whose reader is slow takes everything`() throws {
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    #expect(fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0)
    let received = Mutex(0)
    let thread = Thread {
      Thread.sleep(forTimeInterval: 0.05)
      received.withLock { $0 = pipe.fileHandleForReading.readDataToEndOfFile().count }
    }
    thread.start()
    var output = Output(descriptor: descriptor)
    output.write([UInt8](repeating: 1, count: 1 << 20).span)
    output.flush()
    #expect(output.failure == nil)
    try pipe.fileHandleForWriting.close()
    while !thread.isFinished { Thread.sleep(forTimeInterval: 0.01) }
    #expect(received.withLock { $0 } == 1 << 20)
  }
}
