// swift-tools-version: 6.2
// kith has no dependencies: the toolchain's own libraries are all it uses.

import PackageDescription

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .strictMemorySafety()]

// The scripts that make the tables stand beside them.
let modelGenerators = ["Tables/generate-time-zones.py"]

let package = Package(
  name: "kith",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "kith", targets: ["kith"]),
    .library(name: "NetSyntax", targets: ["NetSyntax"]),
    .library(name: "NetModel", targets: ["NetModel"]),
    .library(name: "NetLint", targets: ["NetLint"]),
    .library(name: "NetJSON", targets: ["NetJSON"]),
  ],
  // In the order of the pipeline: a target imports only targets above it.
  targets: [
    // Bytes to tokens to a lossless tree; faults; text edits.
    .target(name: "NetSyntax", swiftSettings: settings),
    // Tree to the facts of a file, and files to a notebook; typed values; vocabulary.
    .target(
      name: "NetModel", dependencies: ["NetSyntax"], exclude: modelGenerators, swiftSettings: settings),
    // Rules: bytes in, diagnostics and edits out.
    .target(
      name: "NetLint", dependencies: ["NetSyntax", "NetModel"],
      resources: [.embedInCode("Pages")], swiftSettings: settings),
    // JSON writer and reader, and the notation's JSON.
    .target(
      name: "NetJSON", dependencies: ["NetSyntax", "NetModel"],
      resources: [.embedInCode("Schemas")], swiftSettings: settings),
    // Finding and reading notebooks; the only calls into C.
    .target(name: "KithFiles", swiftSettings: settings),
    // Options and rendering, one file a command.
    .target(
      name: "KithCLI",
      dependencies: ["NetSyntax", "NetModel", "NetLint", "NetJSON", "KithFiles"],
      swiftSettings: settings),
    // main.swift only.
    .executableTarget(name: "kith", dependencies: ["KithCLI"], swiftSettings: settings),
  ]
)
