/// Who goes by each name of a notebook, in the order of files: one list, sorted by symbol in two passes.
///
/// ```
/// starts      0 │ 2 │ 2 │ 3 …           by symbol: where its claims start
/// claims      0.0 │ 4.2 │ 1.7 …         file and claim
/// ```
struct ClaimantTable: Sendable {
  struct Place: BitwiseCopyable, Sendable {
    var file: UInt32
    var claim: UInt32
  }

  private(set) var starts: [UInt32] = [0]
  private(set) var places: [Place] = []

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

  /// Where the claims to a symbol stand among the places.
  @inline(__always)
  func range(of symbol: Int) -> Range<Int> { Int(starts[symbol])..<Int(starts[symbol &+ 1]) }
}

extension Notebook {
  /// Those who go by a name, in the order of files.
  public struct Claimants: RandomAccessCollection, Sendable {
    let files: [FileFacts]
    let table: ClaimantTable
    let range: Range<Int>

    /// The first of them.
    public var startIndex: Int { 0 }
    /// Behind the last of them.
    public var endIndex: Int { range.count }

    /// One of them.
    public subscript(position: Int) -> Claimant {
      precondition(position >= 0 && position < range.count, "no such claimant")
      let place = table.places[range.lowerBound + position]
      let claim = files[Int(place.file)].claims[Int(place.claim)]
      return Claimant(
        id: RecordID(file: Int(place.file), record: claim.record), claim: Int(place.claim), kind: claim.kind)
    }
  }
}
