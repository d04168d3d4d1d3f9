import Foundation
import LibFuzzer
import NetJSON

/// Tries whatever bytes libFuzzer thinks of on one target, and ends with an abort where something does not hold.
///
///     KITH_FUZZ_TARGET=parse kith-fuzz CORPUS -max_total_time=60
///     KITH_FUZZ_TARGET=json kith-fuzz show FILE…
///
/// The target goes by a variable and not by an argument, since libFuzzer starts further processes with its own arguments.
@main struct Fuzz {
  static func main() {
    if CommandLine.arguments.dropFirst().first == "show" { return show(CommandLine.arguments.dropFirst(2)) }
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(LLVMFuzzerRunDriver(&count, &arguments) { data, size in Fuzz.run(data, size) })
  }

  /// What is tried, by the name that was given.
  private static let target: Target = {
    let name = ProcessInfo.processInfo.environment["KITH_FUZZ_TARGET"] ?? ""
    guard let target = Target(rawValue: name) else {
      end("KITH_FUZZ_TARGET is one of \(Target.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return target
  }()

  /// Prints what kith makes of each file, for another reader to compare: the JSON of a notebook in both layouts, or a JSON
  /// text as our reader has read it; each ends in a record separator (U+001E), before which nothing stands if it was refused.
  private static func show(_ files: ArraySlice<String>) {
    for file in files {
      let bytes = FileManager.default.contents(atPath: file).map { [UInt8]($0) } ?? []
      let texts =
        target == .settings ? [(try? readJSON(bytes)).map { Array(rewritten($0).utf8) } ?? []] : renderings(bytes)
      for text in texts { FileHandle.standardOutput.write(Data(text + [0x1E])) }
    }
  }

  private static func run(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    let violations = target.violations(bytes)
    if !violations.isEmpty { end(violations.joined(separator: "\n")) }
    return 0
  }

  /// Says why and aborts, by which libFuzzer knows to keep the input.
  private static func end(_ message: String) -> Never {
    FileHandle.standardError.write(Data("violation: \(message)\n".utf8))
    abort()
  }
}
