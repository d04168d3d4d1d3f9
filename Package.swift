// swift-tools-version: 6.2
// kith has no dependencies: the toolchain's own libraries are all it uses.

import PackageDescription

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .strictMemorySafety()]
let testSettings: [SwiftSetting] = [.swiftLanguageMode(.v6)]

let package = Package(
  name: "kith",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "kith", targets: ["kith"]),
    .library(name: "NetSyntax", targets: ["NetSyntax"]),
    .library(name: "NetModel", targets: ["NetModel"]),
    .library(name: "NetFormat", targets: ["NetFormat"]),
    .library(name: "NetLint", targets: ["NetLint"]),
    .library(name: "NetJSON", targets: ["NetJSON"]),
  ],
  // In the order of the pipeline: a target imports only targets above it.
  targets: [
    // Bytes to tokens to a lossless tree; faults; text edits and diffs.
    .target(name: "NetSyntax", exclude: ["Tables/generate-scalar-classes.py"], swiftSettings: settings),
    // Tree to the facts of a file, and files to a notebook; typed values; vocabulary.
    .target(
      name: "NetModel", dependencies: ["NetSyntax"],
      exclude: [
        "Tables/generate-lower-case.py", "Tables/generate-normalisation.py", "Tables/generate-static-words.py",
        "Tables/generate-time-zones.py",
      ],
      swiftSettings: settings),
    // Tree to the edits that make a file canonical, and the proof that they change nothing else.
    .target(name: "NetFormat", dependencies: ["NetSyntax", "NetModel"], swiftSettings: settings),
    // Rules: bytes in, diagnostics and edits out. Their pages come from Grammar/Rules.
    .target(
      name: "NetLint", dependencies: ["NetSyntax", "NetModel", "NetFormat"],
      exclude: ["Tables/generate-confusables.py", "Tables/generate-scripts.py"],
      resources: [.embedInCode("Pages")], swiftSettings: settings),
    // JSON writer and reader, and the notation's JSON. Its schemas come from Grammar.
    .target(
      name: "NetJSON", dependencies: ["NetSyntax", "NetModel"],
      resources: [.embedInCode("Schemas")], swiftSettings: settings),
    // Finding and reading notebooks and their configuration; the only calls into C.
    .target(
      name: "KithFiles", dependencies: ["NetSyntax", "NetModel", "NetLint", "NetJSON"], swiftSettings: settings),
    // The language server: frames and messages, open documents over what is on disk, a file a request or a few.
    .target(
      name: "KithServer", dependencies: ["NetSyntax", "NetModel", "NetFormat", "NetLint", "NetJSON", "KithFiles"],
      swiftSettings: settings),
    // Options and rendering, one file a command.
    .target(
      name: "KithCLI",
      dependencies: ["NetSyntax", "NetModel", "NetFormat", "NetLint", "NetJSON", "KithFiles", "KithServer"],
      exclude: ["Rendering/generate-widths.py"], resources: [.embedInCode("Hooks/hook.sh")], swiftSettings: settings),
    // main.swift only.
    .executableTarget(name: "kith", dependencies: ["KithCLI"], swiftSettings: settings),

    // What several tests need: examples with stand-ins, notebooks that are checked as a whole.
    .target(
      name: "Support", dependencies: ["NetSyntax", "NetModel", "NetFormat", "NetLint", "NetJSON"],
      path: "Tests/Support",
      swiftSettings: testSettings),
    .testTarget(
      name: "NetSyntaxTests", dependencies: ["NetSyntax", "NetModel", "Support"], swiftSettings: testSettings),
    .testTarget(name: "NetModelTests", dependencies: ["NetModel", "Support"], swiftSettings: testSettings),
    .testTarget(name: "NetFormatTests", dependencies: ["NetFormat", "Support"], swiftSettings: testSettings),
    .testTarget(
      name: "NetLintTests", dependencies: ["NetModel", "NetFormat", "NetLint", "NetJSON", "Support"],
      swiftSettings: testSettings),
    .testTarget(name: "NetJSONTests", dependencies: ["NetJSON"], swiftSettings: testSettings),
    .testTarget(
      name: "KithFilesTests", dependencies: ["NetLint", "NetJSON", "KithFiles", "Support"], swiftSettings: testSettings),
    .testTarget(
      name: "KithServerTests", dependencies: ["NetModel", "NetLint", "NetJSON", "KithFiles", "KithServer", "Support"],
      swiftSettings: testSettings),
    .testTarget(name: "KithCLITests", dependencies: ["KithCLI", "Support"], swiftSettings: testSettings),
    .testTarget(
      name: "SpecificationTests", dependencies: ["NetFormat", "NetLint", "NetJSON", "Support"],
      swiftSettings: testSettings),
    .testTarget(
      name: "CorpusTests", dependencies: ["NetModel", "NetFormat", "NetLint", "KithCLI", "KithFiles", "Support"],
      swiftSettings: testSettings),
    .testTarget(name: "TidyTests", dependencies: ["NetLint", "Support"], swiftSettings: testSettings),
  ]
)

// Built only when asked for: it measures, and nothing else needs it.
if Context.environment["KITH_BENCHMARKS"] != nil {
  package.targets.append(
    .executableTarget(
      name: "kith-benchmarks", dependencies: ["NetSyntax", "NetModel", "NetLint"], path: "Tests/Benchmarks/Sources",
      swiftSettings: testSettings))
}

// Built only when asked for, with `-Xswiftc -sanitize=fuzzer`: what must hold of any bytes, tried by LLVM's libFuzzer.
if Context.environment["KITH_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "LibFuzzer", path: "Tests/Fuzz/LibFuzzer"),
    .executableTarget(
      name: "kith-fuzz",
      dependencies: ["LibFuzzer", "NetFormat", "NetLint", "NetJSON", "KithFiles", "KithCLI", "Support"],
      path: "Tests/Fuzz/Sources", swiftSettings: testSettings,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
  ]
}

// Built only when asked for: makes texts that could be hard on kith, whose cost is counted.
if Context.environment["KITH_LIMITS"] != nil {
  package.targets.append(
    .executableTarget(
      name: "kith-limits", dependencies: ["NetFormat", "NetLint", "NetJSON"], path: "Tests/Limits/Sources",
      swiftSettings: testSettings))
}
