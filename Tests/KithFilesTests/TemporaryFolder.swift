import Foundation
import KithFiles
import Testing

/// A folder of its own for a test, removed with everything in it afterwards.
final class TemporaryFolder: Sendable {
  let path: Path

  init(_ files: [String: String] = [:]) throws {
    let name = "kith-test-\(UUID().uuidString)"
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(path: name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = Path(url.path(percentEncoded: false))
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: url("")) }

  func url(_ name: String) -> URL {
    URL(filePath: String(decoding: path.bytes, as: UTF8.self)).appending(path: name)
  }

  func text(_ name: String) -> String { url(name).path(percentEncoded: false) }

  func write(_ text: String, to name: String) throws {
    let url = url(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: text(name), withDestinationPath: target)
  }

  /// Searches as a person in `folder` would who types `paths`.
  func search(
    _ paths: String..., from folder: String = "", change: (inout Search) -> Void = { _ in }
  ) -> SearchResult {
    let start = folder.isEmpty ? path : path.appending(Path(folder))
    var search = Search(paths: paths.map { Path($0) }, workingFolder: start)
    change(&search)
    return search.run()
  }
}

extension SearchResult {
  /// One line a file: the notebook's last folder, the file's name, how it is shown, and a star if it was asked for.
  func lines(below folder: TemporaryFolder) -> [String] {
    notebooks.flatMap { notebook in
      notebook.files.map { file in
        let root = notebook.root.relative(to: folder.path)?.shown ?? notebook.root.shown
        return "\(root)|\(file.name.shown)|\(file.shown.shown)\(file.isAsked ? "|*" : "")"
      }
    }
  }
}

/// Runs a program, whose input comes from a file, and returns its exit code and what it wrote as text.
func runProgram(_ arguments: [String], in folder: String, input: URL? = nil) throws -> (Int32, String) {
  let (status, bytes) = try runProgramForBytes(arguments, in: folder, input: input)
  return (status, String(decoding: bytes, as: UTF8.self))
}

/// Runs a program, whose input comes from a file, and returns its exit code and what it wrote.
func runProgramForBytes(_ arguments: [String], in folder: String, input: URL? = nil) throws -> (Int32, [UInt8]) {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = arguments
  process.currentDirectoryURL = URL(filePath: folder)
  let output = Pipe()
  process.standardOutput = output
  process.standardError = FileHandle.nullDevice
  process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, [UInt8](data))
}
