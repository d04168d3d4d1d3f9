/// Makes small notebooks that look random: mostly as people write them, with a few oddities, and everything that the
/// notation knows somewhere among them. What there is to choose from stands in the tables beside this file.
///
/// The same seed gives the same files, in every run and on every machine.
package struct NotebookGenerator {
  /// How the lines of one file end.
  private enum LineEnds {
    case lineFeed, carriageReturn, mixed
  }

  /// Of so many choices that could be odd, one is.
  private static let oddities: [(weight: Int, oneIn: Int)] = [(1, .max), (3, 60), (3, 30), (2, 12)]
  private static let wildOddity = 5
  /// A file stops growing at this size, in bytes, save for the line or block at hand.
  private static let largestFile = 3_000
  /// Tables within tables; a guard only, since they seldom nest deeper than ten.
  private static let deepest = 40

  private let tables = NotationTables.all
  private let isWild: Bool
  private var random: SeededGenerator
  private var oneIn = Int.max
  private var lineEnds = LineEnds.lineFeed
  /// The people of the notebook are some that stand in a row in the cast.
  private var firstPerson = 0
  private var personCount = 1
  /// Whose record was begun last.
  private var person = 0
  private var bytes: [UInt8] = []

  /// A generator whose files all depend on `seed`, and are odder if it is wild.
  package init(seed: UInt64, isWild: Bool = false) {
    random = SeededGenerator(seed: seed)
    self.isWild = isWild
  }

  /// One file, typically of 5 to 60 lines.
  package mutating func file() -> [UInt8] {
    choosePeople()
    return nextFile()
  }

  /// Several files that mention each other's people.
  package mutating func files(_ count: Int) -> [CheckedNotebook.File] {
    choosePeople()
    return (0..<count).map { (name: "\($0).net", bytes: nextFile()) }
  }

  private mutating func choosePeople() {
    firstPerson = below(tables.castCount)
    personCount = 2 + below(5)
    person = firstPerson + personCount - 1
  }

  private mutating func nextFile() -> [UInt8] {
    chooseOddity()
    lineEnds = below(8) > 0 ? .lineFeed : below(2) == 0 ? .carriageReturn : .mixed
    bytes = []
    bytes.reserveCapacity(2_048)
    expand(tables.file, depth: 0)
    if below(10) == 0 { dropLastLineEnd() }
    return bytes
  }

  private mutating func chooseOddity() {
    if isWild {
      oneIn = Self.wildOddity
      return
    }
    var place = below(Self.oddities.reduce(0) { $0 + $1.weight })
    for oddity in Self.oddities {
      oneIn = oddity.oneIn
      place -= oddity.weight
      if place < 0 { return }
    }
  }

  private mutating func dropLastLineEnd() {
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
  }
}

// MARK: - Choosing

extension NotebookGenerator {
  /// A number from 0 up to, not including, `count`.
  private mutating func below(_ count: Int) -> Int {
    Int(truncatingIfNeeded: random.next().multipliedFullWidth(by: UInt64(count)).high)
  }

  private mutating func isOdd() -> Bool { oneIn < .max && below(oneIn) == 0 }

  /// Writes one choice of a table.
  private mutating func expand(_ table: Int, depth: Int) {
    guard depth < Self.deepest else { return }
    let choices = !tables.odd[table].isEmpty && isOdd() ? tables.odd[table] : tables.usual[table]
    guard !choices.isEmpty else { return }
    write(choices[below(choices.count)], depth: depth + 1)
  }

  /// Writes a choice, piece by piece.
  private mutating func write(_ choice: Int, depth: Int) {
    for index in tables.choices[choice] {
      switch tables.pieces[index] {
      case .text(let range): bytes.append(contentsOf: tables.text[range])
      case .word(let range): writeWord(range)
      case .lineEnd: endLine(depth: depth)
      case .table(let table, .once): expand(table, depth: depth)
      case .table(let table, .perhaps): if below(2) == 0 { expand(table, depth: depth) }
      case .table(let table, .anyTimes): repeatExpanding(table, depth: depth)
      case .table(let table, .someTimes):
        expand(table, depth: depth)
        repeatExpanding(table, depth: depth)
      case .person(let table, .next):
        person = firstPerson + (person - firstPerson + 1) % personCount
        writePerson(person, from: table, depth: depth)
      case .person(let table, .same): writePerson(person, from: table, depth: depth)
      case .person(let table, .any): writePerson(firstPerson + below(personCount), from: table, depth: depth)
      case .lineAgain: writeLineAgain()
      }
    }
  }

  private mutating func repeatExpanding(_ table: Int, depth: Int) {
    while bytes.count < Self.largestFile, below(3) > 0 { expand(table, depth: depth) }
  }

  private mutating func writePerson(_ person: Int, from table: Int, depth: Int) {
    write(tables.usual[table][person % tables.castCount], depth: depth)
  }

  /// Writes a word of the notation, now and then in another letter case.
  private mutating func writeWord(_ range: Range<Int>) {
    let start = bytes.count
    bytes.append(contentsOf: tables.text[range])
    guard isOdd() else { return }
    let letterCase = below(3)
    for index in start..<bytes.count where bytes[index] &- 0x61 < 26 {
      if letterCase == 0 ? index == start : letterCase == 1 || below(2) == 0 { bytes[index] ^= 0x20 }
    }
  }

  private mutating func endLine(depth: Int) {
    expand(tables.lineTail, depth: depth)
    switch lineEnds {
    case .lineFeed: break
    case .carriageReturn: bytes.append(0x0D)
    case .mixed: bytes.append(contentsOf: repeatElement(0x0D, count: below(3)))
    }
    bytes.append(0x0A)
    expand(tables.lineLead, depth: depth)
  }

  private mutating func writeLineAgain() {
    guard bytes.last == 0x0A else { return }
    let start = bytes.dropLast().lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    bytes.append(contentsOf: bytes[start...])
  }
}
