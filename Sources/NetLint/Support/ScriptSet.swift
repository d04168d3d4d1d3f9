import NetSyntax

/// Some scripts, those that are written together with one of them included (UAX 24; UTS 39, section 5.1).
struct ScriptSet: Equatable {
  private var bits = SIMD4<UInt64>()

  /// The scripts that a scalar is written in; none for what belongs to no script more than to others.
  init(of scalar: Unicode.Scalar) { self.init(ofRun: ScriptRun(of: scalar)) }

  /// The scripts of the scalars of one run.
  fileprivate init(ofRun run: ScriptRun) {
    guard run.number > 0 else { return }
    let set = ScriptTable.runs.pair(at: run.number * 5 - 2) * 2
    for place in ScriptTable.places.pair(at: set)..<ScriptTable.places.pair(at: set + 2) {
      insert(ScriptTable.members.pair(at: place * 2))
    }
  }

  fileprivate init() {}

  private init(_ numbers: [Int]) { for number in numbers { insert(number) } }

  static let latin = ScriptSet([0])
  static let mongolian = ScriptSet([1])
  static let hangul = ScriptSet([2])
  static let han = ScriptSet([3])
  /// Those of Han with Bopomofo, of Japanese and of Korean, beside which Latin letters are usual.
  static let eastAsian = ScriptSet([4, 5, 6])

  /// Those whose letters join, or are written without a vowel, and U+200C and U+200D say how.
  static let joining = ScriptSet(numbers(where: { $0 & 1 != 0 }))
  /// Those that are written without blanks between words, and U+200B may part them.
  static let unspaced = ScriptSet(numbers(where: { $0 & 2 != 0 }))

  private static func numbers(where areWanted: (Int) -> Bool) -> [Int] {
    (0..<ScriptTable.bits.count).filter { areWanted(ScriptTable.bits[$0]) }
  }

  private mutating func insert(_ number: Int) { bits[number >> 6] |= 1 << UInt64(number & 63) }

  var isEmpty: Bool { bits == SIMD4() }

  func isDisjoint(with other: ScriptSet) -> Bool { bits & other.bits == SIMD4() }

  mutating func formIntersection(_ other: ScriptSet) { bits &= other.bits }

  func intersection(_ other: ScriptSet) -> ScriptSet {
    var result = self
    result.formIntersection(other)
    return result
  }

  /// The name of the first script that is not just several others together.
  var name: String {
    let number = Self.names.indices.first { !(4...6).contains($0) && bits[$0 >> 6] & 1 << UInt64($0 & 63) != 0 }
    return number.map { Self.names[$0] } ?? ""
  }

  private static let names = "\(ScriptTable.names)".split { $0 == " " || $0 == "\n" }.map { name in
    name.split(separator: "_").joined(separator: " ")
  }
}

/// Scalars side by side that are written in the same scripts.
private struct ScriptRun {
  /// Its place in the table, from 1; 0 where none begins.
  let number: Int
  /// The scalars from its first to the first of the next.
  let scalars: Range<Int>

  init(of scalar: Unicode.Scalar) {
    let runs = ScriptTable.runs
    var (low, high) = (0, runs.count / 5)
    while low < high {
      let middle = (low + high) / 2
      if runs.triple(at: middle * 5) <= Int(scalar.value) { low = middle + 1 } else { high = middle }
    }
    number = low
    let end = low * 5 < runs.count ? runs.triple(at: low * 5) : .max
    scalars = (low > 0 ? runs.triple(at: low * 5 - 5) : 0)..<end
  }
}

/// Looks up the scripts of one scalar after another, most of which stand in the same run of the table as one before.
struct ScriptSearch {
  private var scripts = ScriptSet()
  private var scalars = 0..<0
  private let latin = ScriptSet.latin

  mutating func scripts(of scalar: Unicode.Scalar) -> ScriptSet {
    if scalar.isASCII { return UInt8(truncatingIfNeeded: scalar.value).isAsciiLetter ? latin : ScriptSet() }
    if !scalars.contains(Int(scalar.value)) {
      let run = ScriptRun(of: scalar)
      (scripts, scalars) = (ScriptSet(ofRun: run), run.scalars)
    }
    return scripts
  }
}

/// Whether a scalar is among the emoji that others are joined to and tags stand behind.
func isPictograph(_ scalar: Unicode.Scalar) -> Bool { isListed(scalar, in: ScriptTable.pictographs) }

/// Whether a variation selector behind a scalar can change how it is drawn.
func isVarying(_ scalar: Unicode.Scalar) -> Bool { isListed(scalar, in: ScriptTable.varying) }

/// Whether a scalar stands in a table of first scalars and counts.
private func isListed(_ scalar: Unicode.Scalar, in ranges: StaticDigits) -> Bool {
  let value = Int(scalar.value)
  var (low, high) = (0, ranges.count / 6)
  while low < high {
    let middle = (low + high) / 2
    if ranges.triple(at: middle * 6) <= value { low = middle + 1 } else { high = middle }
  }
  return low > 0 && value < ranges.triple(at: low * 6 - 6) + ranges.triple(at: low * 6 - 3)
}
