import NetSyntax

/// A file as it was read, with its tree and its facts.
public struct ParsedFile: ~Copyable, Sendable {
  /// The file, byte for byte.
  public let bytes: [UInt8]
  /// What the bytes are.
  public let tree: Tree
  /// What the tree says.
  public let facts: FileFacts

  /// Parses a file.
  ///
  /// - Parameters:
  ///   - bytes: The file, UTF-8.
  ///   - tree: A tree whose memory is used again.
  public init(_ bytes: [UInt8], reusing tree: consuming Tree = Tree()) {
    self.bytes = bytes
    let parsed = parse(bytes.span, reusing: tree)
    self.facts = FileFacts(of: parsed, bytes: bytes.span)
    self.tree = parsed
  }

  /// Makes a file of parts that belong together.
  public init(_ bytes: [UInt8], tree: consuming Tree, facts: FileFacts) {
    self.bytes = bytes
    self.tree = tree
    self.facts = facts
  }

  /// Gives the tree back, for the next file.
  public consuming func releaseTree() -> Tree { tree }
}
