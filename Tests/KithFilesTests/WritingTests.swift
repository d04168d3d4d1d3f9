import Foundation
import Testing

@testable import KithFiles

/// Files that are put in their places, and outputs that are written to.
@Suite struct WritingTests {
  private static let mine = Array("mine".utf8)
  private static let theirs = Array("theirs".utf8)

  /// Puts `mine` in the place of `hook`, which should hold `old`, or should not be there; what that comes to, in words.
  private func place(replacing old: [UInt8]?, in folder: TemporaryFolder) -> String {
    do throws(FileError) {
      let path = folder.path.appending(Path("hook"))
      try placeFile(path, shown: Path("hook"), replacing: old, with: Self.mine, mode: 0o777)
      return "placed"
    } catch { return error.message }
  }

  private func remove(expecting old: [UInt8], in folder: TemporaryFolder) -> String {
    do throws(FileError) {
      try removeFile(folder.path.appending(Path("hook")), shown: Path("hook"), expecting: old)
      return "removed"
    } catch { return error.message }
  }

  @Test func `what is not as expected is neither replaced nor removed`() throws {
    let folder = try TemporaryFolder(["hook": "theirs"])
    let isChanged = "cannot write to `hook`: another program has changed it meanwhile, and that version stays"
    #expect(place(replacing: Self.mine, in: folder) == isChanged)
    #expect(remove(expecting: Self.mine, in: folder) == isChanged)
    #expect(place(replacing: nil, in: folder) == "cannot write to `hook`: another program is saving it")
    #expect(try readFile(folder.path.appending(Path("hook"))) == Self.theirs)
    #expect(remove(expecting: Self.theirs, in: folder) == "removed")
    #expect(place(replacing: nil, in: folder) == "placed")
    #expect(try readFile(folder.path.appending(Path("hook"))) == Self.mine)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.text("")) == ["hook"])
  }

  #if os(Linux)
    @Test func `after the first error nothing more is written`() throws {
      var output = Output.file(try Platform.openForWriting(Array("/dev/full".utf8)))
      let much = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 16)
      output.write("a little")
      #expect(output.failure == nil)
      output.write(much.span)
      #expect(output.failure == .system("the disk is full"))
      output.write("more")
      output.write(much.span)
      output.finish()
      #expect(output.buffered.isEmpty)
    }

    @Test func `much is written without waiting for the end`() throws {
      let half = String(repeating: "a", count: 1 << 15)
      var text = Output.file(try Platform.openForWriting(Array("/dev/full".utf8)))
      text.write(half)
      #expect(text.failure == nil)
      text.write(half)
      #expect(text.failure == .system("the disk is full"))
      var bytes = Output.file(try Platform.openForWriting(Array("/dev/full".utf8)))
      bytes.write(Array(half.utf8).span)
      #expect(bytes.failure == nil)
      bytes.write(Array(half.utf8).span)
      #expect(bytes.failure == .system("the disk is full"))
    }
  #endif

  @Test func `an error that only shows when the output is closed is kept`() throws {
    let descriptor = try Platform.openForWriting(Array("/dev/null".utf8))
    // No other descriptor has this number, whatever other tests open meanwhile.
    let far = fcntl(descriptor, F_DUPFD, 900)
    var output = Output.file(far)
    #expect(close(far) == 0)
    output.finish()
    #expect(output.failure == .system("it is closed"))
    try Platform.close(descriptor)
  }

  @Test func `a device is listed as one`() throws {
    let devices = try Platform.entries(of: Array("/dev".utf8)).filter { $0.kind == .device }
    #expect(devices.contains { $0.name == Array("null".utf8) })
  }
}
