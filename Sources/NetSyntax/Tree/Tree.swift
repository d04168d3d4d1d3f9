/// The lossless tree of one file.
///
/// Tokens and nodes are columns of numbers, so that a parse allocates nothing once the columns have grown:
///
/// ```
/// tokens   kind   1 B │ start  4 B           and a sentinel start last, so that end(i) = start(i + 1)
/// nodes    kind   1 B │ token  4 B │ tokenEnd 4 B │ end 4 B
/// ```
/// Nodes stand in preorder: the children of node `n` begin at `n + 1`, and `end(n)` is the first node that is
/// not below `n`. A node covers the tokens from `token` up to `tokenEnd`, those of its children among them.
/// Joining the texts of all tokens gives back the file, byte for byte.
///
/// The tree knows the marks, not the words: which keys and labels mean something is for the model to say. The
/// one exception is the list of known keys, which decides whether blank lines end a header.
public struct Tree: ~Copyable, Sendable {
  /// The largest file that can be parsed, in bytes: offsets have 32 bits, and one is kept as a sign.
  public static let maximumByteCount = Int(Int32.max)

  @usableFromInline var tokenKinds = Column<TokenKind>(capacity: 1024)
  @usableFromInline var tokenStarts = Column<UInt32>(capacity: 2048)
  @usableFromInline var nodeKinds = Column<NodeKind>()
  @usableFromInline var nodeTokens = Column<UInt32>()
  @usableFromInline var nodeTokenEnds = Column<UInt32>()
  @usableFromInline var nodeEnds = Column<UInt32>()

  /// What the parser noticed, in the order of the tokens.
  public internal(set) var faults: [Fault] = []

  /// Where the front matter ends, in bytes; 0 where there is none.
  public internal(set) var frontMatterEnd = 0

  /// Whether `[[` stands somewhere in running text.
  public internal(set) var mayHoldWikiLinks = false

  /// An empty tree, to be handed to ``parse(_:reusing:)``.
  public init() {}

  /// The number of tokens.
  @inlinable public var tokenCount: Int { tokenKinds.count }

  /// The number of nodes, the file's among them.
  @inlinable public var nodeCount: Int { nodeKinds.count }

  /// What a token is.
  @inlinable public func kind(ofToken token: Int) -> TokenKind { tokenKinds[token] }

  /// What a token is that the caller has found to be in the tree.
  @unsafe @inline(__always)
  func kind(ofUncheckedToken token: Int) -> TokenKind { unsafe tokenKinds.unchecked(token) }

  /// Whether all of some tokens are in the tree.
  @inline(__always)
  func holds(_ tokens: Range<Int>) -> Bool { tokens.lowerBound >= 0 && tokens.upperBound <= tokenCount }

  /// Where a token starts, in bytes. The index one past the last token gives the file's length.
  @inlinable public func start(ofToken token: Int) -> Int { Int(truncatingIfNeeded: tokenStarts[token]) }

  /// The bytes of a token.
  @inlinable @inline(__always) public func range(ofToken token: Int) -> ByteRange {
    ByteRange(start(ofToken: token), start(ofToken: token + 1))
  }

  /// The first mention from a token on, or `end` where there is none.
  public func nextMention(from token: Int, to end: Int) -> Int {
    tokenKinds.firstByte(TokenKind.mention.rawValue, from: token, to: end)
  }

  /// The first tag from a token on, or `end` where there is none.
  package func nextTag(from token: Int, to end: Int) -> Int {
    tokenKinds.firstByte(TokenKind.tag.rawValue, from: token, to: end)
  }

  /// What a node is.
  @inlinable public func kind(ofNode node: Int) -> NodeKind { nodeKinds[node] }

  /// The first node that is not below this one.
  @inlinable public func end(ofNode node: Int) -> Int { Int(truncatingIfNeeded: nodeEnds[node]) }

  /// The tokens of a node, those of its children among them.
  @inlinable public func tokens(ofNode node: Int) -> Range<Int> {
    Int(truncatingIfNeeded: nodeTokens[node])..<Int(truncatingIfNeeded: nodeTokenEnds[node])
  }

  /// The bytes of a node, its last line end among them.
  @inlinable public func range(ofNode node: Int) -> ByteRange {
    let tokens = tokens(ofNode: node)
    return ByteRange(start(ofToken: tokens.lowerBound), start(ofToken: tokens.upperBound))
  }

  /// The bytes of some tokens.
  package func range(ofTokens tokens: Range<Int>) -> ByteRange {
    ByteRange(start(ofToken: tokens.lowerBound), start(ofToken: tokens.upperBound))
  }

  /// The tokens that belong to a node and to none of its children, comments included where they are not nodes.
  ///
  /// For an item that is its own lines, for its children come last.
  @inlinable public func ownTokens(ofNode node: Int) -> Range<Int> {
    let tokens = tokens(ofNode: node)
    var child = node + 1
    let end = end(ofNode: node)
    while child < end, kind(ofNode: child) == .comment { child = self.end(ofNode: child) }
    guard child < end else { return tokens }
    return tokens.lowerBound..<Int(truncatingIfNeeded: nodeTokens[child])
  }
}
