import NetModel
import NetSyntax

/// What a name looks like that is written with capitals.
struct CapitalLook: BitwiseCopyable, Sendable {
  /// The hash of the name as it is written.
  let name: Int
  let look: Looks.Look
}

/// What the names of a file look like that are written with capitals, either those in ASCII alone or the others.
func capitalLooks(of facts: FileFacts, inASCII: Bool, _ looks: inout Looks) -> [CapitalLook] {
  if !inASCII, facts.areNamesASCII { return [] }
  var found: [CapitalLook] = []
  facts.forEachCapitalName(inASCII: inASCII) { _, text in
    found.append(CapitalLook(name: hash(of: text), look: looks.look(ofWritten: text)))
  }
  return found
}

/// What the names of a notebook look like.
struct Looks: Sendable {
  /// What a name looks like, as a hash of its skeleton.
  struct Look: BitwiseCopyable, Hashable, Sendable {
    let hash: Int
    /// Whether it looks like ASCII alone, as `O’Neill` does.
    let isASCII: Bool

    init(skeleton: [UInt8]) {
      isASCII = findNonASCII(skeleton.span, from: 0, to: skeleton.count) == skeleton.count
      hash = NetLint.hash(of: skeleton.span)
    }
  }

  private var small = ScalarSkeletons { skeleton(of: $0) }
  private var written = ScalarSkeletons { skeleton(ofWritten: $0) }
  /// By symbol.
  private var known: [Look?] = []

  /// What a name looks like. Two of the same hash nearly always look alike.
  mutating func look(of symbol: Notebook.Symbol, in notebook: Notebook) -> Look {
    if symbol >= known.count {
      known.append(contentsOf: repeatElement(nil, count: max(notebook.symbolCount, symbol + 1) - known.count))
    }
    if let look = known[symbol] { return look }
    let name = notebook.bytes(of: symbol)
    let look = small.look(of: name.span)
    known[symbol] = look
    return look
  }

  /// What a folded name looks like.
  mutating func look(of name: String) -> Look { small.look(of: name.utf8.span) }

  /// What a name looks like as it is written.
  mutating func look(ofWritten name: Span<UInt8>) -> Look { written.look(of: name) }
}

private func hash(of bytes: Span<UInt8>) -> Int {
  var hasher = Hasher()
  // The bytes are only read, and only here.
  unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  return hasher.finalize()
}
