import NetModel
import NetSyntax

/// confusable-handle: a handle or name that looks like somebody else's and is another.
let confusableHandle = Rule(
  "confusable-handle", "N407", .warning, page: PackageResources.confusable_handle_md,
  .notebook(reading: .records) { notebook, lookups, findings in
    var reported: Set<RecordID> = []
    for names in confusables(notebook, &lookups) + confusableCapitals(notebook, &lookups) {
      guard let first = names.first else { continue }
      for other in names where other.symbol != first.symbol && other.id != first.id {
        let texts = [other, first].map { $0.text(in: notebook) }
        guard !texts.allSatisfy(isAscii), reported.insert(other.id).inserted else { continue }
        findings.report(
          other.place(in: notebook), likeness(texts[0], texts[1]), in: other.id.file,
          help: "if one person is meant, write the same letters; if two are, give one a handle that looks different",
          labels: [
            Label(file: first.id.file, range: first.place(in: notebook), message: "the first is here")
          ], about: notebook.text(of: other.symbol))
      }
    }
  })

/// What two names are that look alike: of two scripts, if that is the difference.
private func likeness(_ name: String, _ first: String) -> String {
  let texts = [name, first]
  let scripts = texts.map { text in text.unicodeScalars.lazy.map { ScriptSet(of: $0).name }.first { !$0.isEmpty } ?? ""
  }
  let areOfTwo = scripts[0] != scripts[1] && !scripts.contains("")
  let words = zip(texts, scripts).map { areOfTwo ? "\(quoted($0)) in \($1) letters" : quoted($0) }
  return "\(words[0]) looks like \(words[1]) and is another"
}

/// Somebody who goes by a name.
private struct Named {
  let symbol: Notebook.Symbol
  let id: RecordID
  /// The claim's index in its file.
  let claim: Int
  /// The name as it is written, where its capitals are what is alike.
  var written: String?

  func place(in notebook: Notebook) -> ByteRange { notebook.files[id.file].claims[claim].range }

  func text(in notebook: Notebook) -> String { written ?? String(notebook.shown(symbol).dropFirst()) }

  /// In the order of files and places.
  static func comesBefore(_ left: Named, _ right: Named) -> Bool {
    (left.id.file, left.claim) < (right.id.file, right.claim)
  }
}

/// Those whose names look like each other, of which at least one is not plain ASCII: what is typed on one keyboard is told
/// apart by whoever types it.
private func confusables(_ notebook: Notebook, _ lookups: inout Lookups) -> [[Named]] {
  let perhaps = looksThatMayBeShared(notebook, &lookups)
  let alike = placesOfEqual(perhaps.map(\.look.hash)).flatMap { places in
    Dictionary(grouping: places.map { perhaps[$0].symbol }) { skeleton(of: notebook.text(of: $0)) }.values
      .filter { $0.count > 1 }
  }
  // By those who come first, since a set has no order.
  return alike.map { symbols in
    symbols.flatMap { symbol in notebook.claimants(of: symbol).map { Named(symbol: symbol, id: $0.id, claim: $0.claim) }
    }
    .sorted(by: Named.comesBefore)
  }.sorted { Named.comesBefore($0[0], $1[0]) }
}

/// What names look like, of which some may look like others that are not ASCII alone.
///
/// Those of ASCII look like ASCII. In most notebooks no other name does, and then nobody asks what they look like.
private func looksThatMayBeShared(
  _ notebook: Notebook, _ lookups: inout Lookups
) -> [(symbol: Notebook.Symbol, look: Looks.Look)] {
  var plain: [Notebook.Symbol] = []
  var looks: [(symbol: Notebook.Symbol, look: Looks.Look)] = []
  for symbol in 0..<notebook.symbolCount where notebook.isClaimed(symbol) {
    let name = notebook.bytes(of: symbol)
    if findNonASCII(name.span, from: 0, to: name.count) == name.count {
      plain.append(symbol)
    } else {
      looks.append((symbol, lookups.look(of: symbol, in: notebook)))
    }
  }
  let wanted = Set(looks.lazy.map(\.look).filter(\.isASCII))
  if wanted.isEmpty { return looks }
  for symbol in plain {
    let look = lookups.look(of: symbol, in: notebook)
    if wanted.contains(look) { looks.append((symbol, look)) }
  }
  return looks
}

/// The same of names as they are written: capitals can look alike where their small letters do not.
private func confusableCapitals(_ notebook: Notebook, _ lookups: inout Lookups) -> [[Named]] {
  let isShared = sharedCapitalLooks(notebook, &lookups)
  if isShared.isEmpty { return [] }
  var found: [Named] = []
  for file in notebook.files.indices {
    notebook.forEachCapitalName(in: file) { name, text in
      if isShared.contains(lookups.look(ofWritten: text).hash) { found.append(name) }
    }
  }
  let alike = Dictionary(grouping: found) { skeleton(ofWritten: $0.text(in: notebook)) }.values.filter { $0.count > 1 }
  return alike.map { $0.sorted(by: Named.comesBefore) }.sorted { Named.comesBefore($0[0], $1[0]) }
}

/// What several names with capitals look like, by hash, of which at least one is not plain ASCII; nearly always nothing.
private func sharedCapitalLooks(_ notebook: Notebook, _ lookups: inout Lookups) -> Set<Int> {
  var names: [Int: Int] = [:]
  var shared: Set<Int> = []
  var plain: Set<Int> = []
  for file in notebook.files.indices {
    for one in lookups.capitalLooks(of: file, in: notebook) {
      if let other = names.updateValue(one.name, forKey: one.look.hash), other != one.name {
        shared.insert(one.look.hash)
      }
      if one.look.isASCII { plain.insert(one.look.hash) }
    }
  }
  // `O’Neill` looks like plain letters, if somebody writes so.
  for file in notebook.files.indices where !plain.isEmpty {
    for one in lookups.plainCapitalLooks(of: file, in: notebook) where plain.contains(one.look.hash) {
      shared.insert(one.look.hash)
    }
  }
  return shared
}

extension Notebook {
  /// Calls a closure for each name in a file that is written with capitals.
  fileprivate func forEachCapitalName(in file: Int, _ body: (Named, Span<UInt8>) -> Void) {
    files[file].forEachCapitalName { index, name in
      let claim = files[file].claims[index]
      let id = RecordID(file: file, record: claim.record)
      let written = NetLint.text(name, ByteRange(0, name.count))
      body(Named(symbol: symbol(ofName: claim.name, in: file), id: id, claim: index, written: written), name)
    }
  }
}
