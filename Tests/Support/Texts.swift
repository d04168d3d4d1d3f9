import Foundation

/// The texts that properties are tested on: real notes, and the inputs of the specification's examples.
package enum Texts {
  /// The package's folder.
  package static let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardized

  /// The samples, by path below `Samples`.
  package static let samples: [(name: String, bytes: [UInt8])] = files(below: "Samples") {
    $0.hasSuffix(".net") || $0.hasSuffix(".net.md")
  }

  /// The inputs of the specification's examples, which hold every construct and most mistakes.
  package static let examples: [[UInt8]] = {
    let file = package.appending(path: "Grammar/Specification.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let fence = String(repeating: "`", count: 16)
    return text.components(separatedBy: fence + " example").dropFirst().map { part in
      let lines = part.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      let input = lines.prefix { $0 != "." && $0 != fence }
      return bytes(ofExample: input.map { $0 + "\n" }.joined())
    }
  }()

  /// The files below a folder of the package whose path is wanted, in the order of their paths.
  package static func files(below folder: String, where isWanted: (String) -> Bool) -> [(name: String, bytes: [UInt8])]
  {
    let root = package.appending(path: folder)
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return names.filter(isWanted).sorted().compactMap { name in
      (try? Data(contentsOf: root.appending(path: name))).map { (name, [UInt8]($0)) }
    }
  }
}

/// Numbers that look random and are the same in every run (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
