import NetModel
import NetSyntax

/// contradictory-relation: two who are each other's mother.
let contradictoryRelation = Rule(
  "contradictory-relation", "N218", .warning, page: PackageResources.contradictory_relation_md,
  .notebook(reading: .relations) { notebook, _, findings in
    var relations: [Known] = []
    for (file, facts) in notebook.files.enumerated() {
      for relation in facts.relations {
        let symbol = notebook.symbol(ofName: relation.name, in: file)
        guard let other = notebook.record(of: symbol) else { continue }
        let id = RecordID(file: file, record: relation.record)
        if id != other { relations.append(Known(id: id, other: other, facts: relation)) }
      }
    }
    for group in placesOfEqual(relations.map(\.pair)) where group.count == 2 {
      let (first, later) = (relations[group[0]], relations[group[1]])
      let (word, firstWord) = (later.facts.word, first.facts.word)
      guard first.id != later.id, word.relation.isWork == firstWord.relation.isWork,
        word.relation.opposite != firstWord.relation
      else { continue }
      findings.report(
        later.facts.range,
        message(of: later, against: first, in: notebook),
        in: later.id.file,
        help: "write \(alternatives(firstWord.relation.opposite.words)), or mend the other side",
        labels: [
          Label(
            file: first.id.file, range: first.facts.range,
            message: "`\(notebook.shown(later.id))` is the `\(firstWord.text)` here")
        ])
    }
  })

private func message(of later: Known, against first: Known, in notebook: Notebook) -> String {
  let (named, owner) = (notebook.shown(later.other), notebook.shown(later.id))
  return "`\(named)` cannot be the `\(later.facts.word.text)` of `\(owner)`, "
    + "who is the `\(first.facts.word.text)` of `\(named)`"
}

/// What one record says of another.
private struct Known {
  var id: RecordID
  var other: RecordID
  var facts: RelationFact

  /// The same for what the other says of the one.
  var pair: Pair { id < other ? Pair(first: id, later: other) : Pair(first: other, later: id) }
}

private struct Pair: Comparable, Hashable {
  var first: RecordID
  var later: RecordID

  static func < (left: Pair, right: Pair) -> Bool { (left.first, left.later) < (right.first, right.later) }
}
