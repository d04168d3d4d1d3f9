extension Tree {
  /// Empties the tree and keeps its memory.
  mutating func reset() {
    tokenKinds.truncate(to: 0)
    tokenStarts.truncate(to: 0)
    nodeKinds.truncate(to: 0)
    nodeTokens.truncate(to: 0)
    nodeTokenEnds.truncate(to: 0)
    nodeEnds.truncate(to: 0)
    faults.removeAll(keepingCapacity: true)
    frontMatterEnd = 0
    mayHoldWikiLinks = false
  }

  /// Makes room for as many tokens and nodes as notes of some bytes mostly have, so that they are not copied as they grow.
  mutating func reserve(forBytes count: Int) {
    reserveTokens(count / 8)
    reserveNodes(count / 32)
  }

  @inline(__always)
  mutating func append(_ kind: TokenKind, at start: Int) {
    if tokenKinds.isFull { growTokens() }
    tokenKinds.appendReserved(kind)
    tokenStarts.appendReserved(UInt32(truncatingIfNeeded: start))
  }

  /// Makes room in both columns of tokens: as much in each, and one more for the sentinel.
  private mutating func reserveTokens(_ more: Int) {
    tokenKinds.reserve(more)
    tokenStarts.reserve(tokenKinds.room + 1)
  }

  @inline(never)
  private mutating func growTokens() { reserveTokens(1) }

  /// Forgets the tokens from `count` on, for a reading that did not work out.
  mutating func truncateTokens(to count: Int) {
    tokenKinds.truncate(to: count)
    tokenStarts.truncate(to: count)
  }

  /// Opens a node at a token, and returns its index.
  @inline(__always)
  mutating func open(_ kind: NodeKind, atToken token: Int) -> Int {
    if nodeKinds.isFull { growNodes() }
    let node = nodeKinds.count
    nodeKinds.appendReserved(kind)
    nodeTokens.appendReserved(UInt32(truncatingIfNeeded: token))
    nodeTokenEnds.appendReserved(UInt32(truncatingIfNeeded: token))
    nodeEnds.appendReserved(UInt32(truncatingIfNeeded: node + 1))
    return node
  }

  /// Makes as much room in all columns of nodes.
  private mutating func reserveNodes(_ more: Int) {
    nodeKinds.reserve(more)
    nodeTokens.reserve(nodeKinds.room)
    nodeTokenEnds.reserve(nodeKinds.room)
    nodeEnds.reserve(nodeKinds.room)
  }

  @inline(never)
  private mutating func growNodes() { reserveNodes(1) }

  /// Closes a node: all nodes opened since are below it.
  @inline(__always)
  mutating func close(_ node: Int, atToken tokenEnd: Int) {
    nodeTokenEnds[node] = UInt32(truncatingIfNeeded: tokenEnd)
    nodeEnds[node] = UInt32(truncatingIfNeeded: nodeKinds.count)
  }

  /// Adds a node without children.
  @inline(__always)
  mutating func addLeaf(_ kind: NodeKind, from token: Int, to tokenEnd: Int) {
    let node = open(kind, atToken: token)
    nodeTokenEnds[node] = UInt32(truncatingIfNeeded: tokenEnd)
  }
}
