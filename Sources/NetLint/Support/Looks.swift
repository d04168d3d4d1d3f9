import NetModel

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
  facts.forEachCapitalName { _, text in
    if isAscii(text) == inASCII { found.append(CapitalLook(name: text.hashValue, look: looks.look(ofWritten: text))) }
  }
  return found
}

/// What the names of a notebook look like, each found out once.
struct Looks: Sendable {
  /// What a name looks like, as a hash of its skeleton.
  struct Look: BitwiseCopyable, Hashable, Sendable {
    let hash: Int
    let isASCII: Bool

    init(_ text: String) {
      isASCII = isAscii(text)
      hash = skeleton(of: text).hashValue
    }

    init(skeleton: String) {
      isASCII = isAscii(skeleton)
      hash = skeleton.hashValue
    }
  }

  /// By symbol.
  private var known: [Look?] = []
  /// By the hash of a text with capitals.
  private var knownAsWritten: [Int: Look] = [:]

  /// What a name looks like. Two of the same hash nearly always look alike.
  mutating func look(of symbol: Notebook.Symbol, in notebook: Notebook) -> Look {
    if symbol >= known.count {
      known.append(contentsOf: repeatElement(nil, count: max(notebook.symbolCount, symbol + 1) - known.count))
    }
    if let look = known[symbol] { return look }
    let look = Look(notebook.text(of: symbol))
    known[symbol] = look
    return look
  }

  /// What a name looks like as it is written; here the skeleton is asked whether it is ASCII.
  mutating func look(ofWritten name: String) -> Look {
    let key = name.hashValue
    if let look = knownAsWritten[key] { return look }
    let look = Look(skeleton: skeleton(ofWritten: name))
    knownAsWritten[key] = look
    return look
  }
}
