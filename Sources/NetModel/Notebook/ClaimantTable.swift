/// Who goes by each name of a notebook, in the order of files: one list, sorted by symbol in two passes, and what has
/// changed since in a list for each symbol.
///
/// ```
/// starts      0 │ 2 │ 2 │ 3 …           by symbol: where its claims start
/// claims      0.0 │ 4.2 │ 1.7 …         file and claim
/// ```
struct ClaimantTable: Sendable {
  struct Place: BitwiseCopyable, Hashable, Sendable {
    var file: UInt32
    var claim: UInt32
  }

  private var starts: [UInt32] = [0]
  private var places: [Place] = []
  /// By symbol: the places that are true now, where those above are not.
  private var changed: [Int: [Place]] = [:]

  init() {}

  /// Sorts the claims of some files.
  ///
  /// - Parameter symbols: By file: the symbol of each of its names.
  init(_ files: [FileFacts], _ symbols: [[UInt32]], symbolCount: Int) {
    // What is counted for a symbol stands two places behind it, where adding up and filling leave the start.
    var starts = [UInt32](repeating: 0, count: symbolCount + 2)
    var count = 0
    for (file, facts) in files.enumerated() {
      let names = symbols[file]
      for claim in facts.claims { starts[Int(names[claim.name]) &+ 2] += 1 }
      count += facts.claims.count
    }
    for symbol in starts.indices.dropFirst() { starts[symbol] += starts[symbol - 1] }
    var places = [Place](repeating: Place(file: 0, claim: 0), count: count)
    for (file, facts) in files.enumerated() {
      let names = symbols[file]
      for (claim, facts) in facts.claims.enumerated() {
        let symbol = Int(names[facts.name]) &+ 1
        places[Int(starts[symbol])] = Place(
          file: UInt32(truncatingIfNeeded: file), claim: UInt32(truncatingIfNeeded: claim))
        starts[symbol] += 1
      }
    }
    starts.removeLast()
    self.starts = starts
    self.places = places
  }

  /// Where the claims to a symbol stand.
  func places(of symbol: Int) -> ArraySlice<Place> {
    if !changed.isEmpty, let own = changed[symbol] { return own[...] }
    guard symbol + 1 < starts.count else { return [] }
    return places[Int(starts[symbol])..<Int(starts[symbol + 1])]
  }

  /// How many claims there are to a symbol.
  func count(of symbol: Int) -> Int {
    if !changed.isEmpty, let own = changed[symbol] { return own.count }
    return symbol + 1 < starts.count ? Int(starts[symbol + 1] - starts[symbol]) : 0
  }

  /// Whether so much has changed that it is time to sort all claims again.
  var isFragmented: Bool { changed.count > 1_024 + starts.count / 4 }

  /// Puts other claims in the place of a file's, given by their symbols in order.
  mutating func replace(_ file: Int, _ old: [Int], with new: [Int]) {
    if old == new { return }
    let file = UInt32(truncatingIfNeeded: file)
    var claims: [Int: [Place]] = [:]
    for symbol in old { claims[symbol] = [] }
    for (claim, symbol) in new.enumerated() {
      claims[symbol, default: []].append(Place(file: file, claim: UInt32(truncatingIfNeeded: claim)))
    }
    for (symbol, claims) in claims {
      let known = places(of: symbol)
      var others = known.filter { $0.file != file }
      others.insert(contentsOf: claims, at: others.firstIndex { $0.file > file } ?? others.count)
      if !known.elementsEqual(others) { changed[symbol] = others }
    }
  }
}

extension Notebook {
  /// Those who go by a name, in the order of files.
  public struct Claimants: RandomAccessCollection, Sendable {
    let files: [FileFacts]
    let places: ArraySlice<ClaimantTable.Place>

    /// The first of them.
    public var startIndex: Int { 0 }
    /// Behind the last of them.
    public var endIndex: Int { places.count }

    /// One of them.
    public subscript(position: Int) -> Claimant {
      precondition(position >= 0 && position < places.count, "no such claimant")
      let place = places[places.startIndex + position]
      let claim = files[Int(place.file)].claims[Int(place.claim)]
      return Claimant(
        id: RecordID(file: Int(place.file), record: claim.record), claim: Int(place.claim), kind: claim.kind)
    }
  }
}
