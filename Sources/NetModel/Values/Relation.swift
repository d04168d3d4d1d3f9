/// What somebody is to somebody else, as far as two labels can contradict each other: kin and work.
///
/// Only words whose other side is certain are known. `mentor`, `cousin` or `stepmother` are anybody's own business.
public enum Relation: UInt8, Sendable, Hashable, CaseIterable {
  case parent, child
  case grandparent, grandchild
  case auntOrUncle, nieceOrNephew
  case sibling
  case spouse
  case manager, report

  /// What the other of the two is.
  public var opposite: Relation {
    switch self {
    case .parent: .child
    case .child: .parent
    case .grandparent: .grandchild
    case .grandchild: .grandparent
    case .auntOrUncle: .nieceOrNephew
    case .nieceOrNephew: .auntOrUncle
    case .sibling: .sibling
    case .spouse: .spouse
    case .manager: .report
    case .report: .manager
    }
  }

  /// Whether it is about work; otherwise it is about kin. Two of different kinds may well both be true.
  public var isWork: Bool {
    switch self {
    case .manager, .report: true
    case .parent, .child, .grandparent, .grandchild, .auntOrUncle, .nieceOrNephew, .sibling, .spouse: false
    }
  }

  /// The words for it, in lower case.
  public var words: [String] {
    switch self {
    case .parent: ["mother", "father", "parent", "mum", "mom", "dad"]
    case .child: ["son", "daughter", "child"]
    case .grandparent: ["grandmother", "grandfather", "grandparent", "grandma", "grandpa"]
    case .grandchild: ["grandson", "granddaughter", "grandchild"]
    case .auntOrUncle: ["aunt", "uncle"]
    case .nieceOrNephew: ["niece", "nephew"]
    case .sibling: ["sister", "brother", "sibling", "twin"]
    case .spouse: ["wife", "husband", "spouse"]
    case .manager: ["boss", "manager", "line manager"]
    case .report: ["report", "direct report", "employee"]
    }
  }
}

/// A word for a ``Relation``, by its place in the list of words; one byte.
public struct RelationWord: Sendable, Hashable {
  /// What it says.
  public let relation: Relation
  private let index: UInt8

  /// The word in lower case.
  public var text: String { relation.words[Int(index)] }

  /// The word that a whole label is, in any letter case; nil for every other label.
  public init?(_ label: Span<UInt8>) {
    guard let word = Word(label), let known = RelationWord.written[word] else { return nil }
    self = known
  }

  private init(_ relation: Relation, _ index: Int) {
    self.relation = relation
    self.index = UInt8(truncatingIfNeeded: index)
  }

  private static let written = WordTable<RelationWord>(
    Relation.allCases.flatMap { relation in
      relation.words.enumerated().map { ($0.element, RelationWord(relation, $0.offset)) }
    })
}
