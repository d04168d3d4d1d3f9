/// The notation as tables of what may stand in one place, to be chosen from by weight.
///
/// They are written as text, so that a reader sees the notation and little else:
///
///     people-in-head              a table's name, in column 0
///       10 {mention}              weight and template
///        4 {mention}{joiner}{mention}
///       ~1 {mention} and {mention}    a `~` marks what is odd; odd choices are made now and then
///
/// In a template stand the characters themselves, the stand-ins of the specification's examples (`→`, `␣`, `‹U+200F›` …),
/// `↵` for a line end, and in braces
///
///     {head}            one choice of a table      {=role}         a word, now and then in another letter case
///     {head?}           perhaps                    {next name}     the name of the next person
///     {head*}           any number of times        {same handle}   the handle of the same
///     {head+}           at least once              {any handle}    the handle of anyone in the notebook
///     {again}           the last line once more
///
/// At each `↵` comes a choice of `line-tail`, the line end, and a choice of `line-lead`, which are nearly always empty.
struct NotationTables: Sendable {
  enum Times: Sendable {
    case once, perhaps, anyTimes, someTimes
  }

  enum Whose: Sendable {
    case next, same, any
  }

  enum Piece: Sendable {
    /// Bytes of `text`.
    case text(Range<Int>)
    /// Bytes of `text`, in any letter case.
    case word(Range<Int>)
    case lineEnd
    case table(Int, Times)
    /// A choice of a table that has one for each person.
    case person(Int, Whose)
    case lineAgain
  }

  private(set) var text: [UInt8] = []
  private(set) var pieces: [Piece] = []
  /// The pieces of each choice.
  private(set) var choices: [Range<Int>] = []
  /// By table: its choices, each as often as its weight says.
  private(set) var usual: [[Int]] = []
  private(set) var odd: [[Int]] = []

  private(set) var file = 0
  private(set) var lineTail = 0
  private(set) var lineLead = 0
  /// The number of people there are.
  private(set) var castCount = 0

  private var numbers: [Substring: Int] = [:]

  static let all = NotationTables(
    [fileTables, blockTables, headingTables, fieldTables, valueTables, itemTables, inlineTables, castTables]
      .joined(separator: "\n"))

  init(_ source: String) {
    let lines = source.split(separator: "\n")
    for line in lines where !line.hasPrefix(" ") {
      precondition(numbers[line] == nil, "two tables are named \(line)")
      numbers[line] = numbers.count
    }
    usual = Array(repeating: [], count: numbers.count)
    odd = usual
    var table = 0
    for line in lines {
      if let number = numbers[line] { table = number } else { addChoice(line, to: table) }
    }
    file = number(of: "file")
    lineTail = number(of: "line-tail")
    lineLead = number(of: "line-lead")
    castCount = usual[number(of: "name")].count
  }

  private func number(of name: Substring) -> Int {
    guard let number = numbers[name] else { preconditionFailure("no table is named \(name)") }
    return number
  }

  private mutating func addChoice(_ line: Substring, to table: Int) {
    let line = line.drop { $0 == " " }
    let isOdd = line.hasPrefix("~")
    let digits = line.dropFirst(isOdd ? 1 : 0).prefix { $0.isNumber }
    guard let weight = Int(digits) else { preconditionFailure("a choice has no weight: \(line)") }
    let first = pieces.count
    addPieces(line[digits.endIndex...].dropFirst())
    let places = repeatElement(choices.count, count: weight)
    choices.append(first..<pieces.count)
    if isOdd { odd[table].append(contentsOf: places) } else { usual[table].append(contentsOf: places) }
  }

  private mutating func addPieces(_ template: Substring) {
    // By scalars, since a mark may stand on a brace.
    var rest = template.unicodeScalars
    while let first = rest.first {
      if first == "↵" {
        pieces.append(.lineEnd)
        rest = rest.dropFirst()
      } else if first == "{" {
        let reference = Substring(rest.dropFirst().prefix { $0 != "}" })
        addReference(reference)
        rest = rest.dropFirst(reference.unicodeScalars.count + 2)
      } else {
        let literal = rest.prefix { $0 != "↵" && $0 != "{" }
        pieces.append(.text(added(Substring(literal))))
        rest = rest.dropFirst(literal.count)
      }
    }
  }

  private mutating func addReference(_ reference: Substring) {
    let words = reference.split(separator: " ")
    if reference == "again" {
      pieces.append(.lineAgain)
    } else if reference.hasPrefix("=") {
      pieces.append(.word(added(reference.dropFirst())))
    } else if words.count == 2, let whose = ["next": Whose.next, "same": .same, "any": .any][words[0]] {
      pieces.append(.person(number(of: words[1]), whose))
    } else if let times = ["?": Times.perhaps, "*": .anyTimes, "+": .someTimes][reference.suffix(1)] {
      pieces.append(.table(number(of: reference.dropLast()), times))
    } else {
      pieces.append(.table(number(of: reference), .once))
    }
  }

  private mutating func added(_ literal: Substring) -> Range<Int> {
    let start = text.count
    text.append(contentsOf: bytes(ofExample: String(literal)))
    return start..<text.count
  }
}
