import NetModel
import NetSyntax

/// Who came through whom: the records of a notebook and their `via:` entries.
struct Introductions {
  /// An entry of `via:`: a record, the one it came through, and where that stands.
  struct Step {
    var from: Int
    var to: Int
    var file: Int
    var range: ByteRange
  }

  private(set) var steps: [Step] = []
  /// By record: where its steps start; and last, where all end.
  private var firsts: [Int] = []
  /// By file: the number of its first record.
  private var offsets: [Int] = []

  init(_ notebook: Notebook) {
    var count = 0
    for facts in notebook.files {
      offsets.append(count)
      count += facts.records.count
    }
    firsts = [Int](repeating: 0, count: count + 1)
    for (file, facts) in notebook.files.enumerated() {
      for mention in facts.mentions where mention.role == .via {
        guard let record = mention.record, let id = notebook.record(of: mention, in: file)
        else {
          continue
        }
        let (from, to) = (offsets[file] + record, offsets[id.file] + id.record)
        if from == to { continue }
        // Mentions stand in the order of their records, so steps do too.
        steps.append(Step(from: from, to: to, file: file, range: mention.range))
        firsts[from + 1] = steps.count
      }
    }
    for record in 0..<count where firsts[record + 1] == 0 { firsts[record + 1] = firsts[record] }
  }

  /// The record of a number.
  func id(of record: Int) -> RecordID {
    var (low, high) = (0, offsets.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if offsets[middle] <= record { low = middle } else { high = middle }
    }
    return RecordID(file: low, record: record - offsets[low])
  }

  private func stepsOut(of record: Int) -> Range<Int> { firsts[record]..<firsts[record + 1] }

  /// Of each knot of circles, the shortest circle through its last record, as steps that begin there.
  func circles() -> [[Step]] {
    if steps.isEmpty { return [] }
    let knots = knots()
    var last: [Int: Int] = [:]
    for record in knots.indices where knots[record] >= 0 { last[knots[record]] = record }
    var search = [Int](repeating: -1, count: knots.count)
    return last.values.sorted().map { circle(through: $0, knots, &search) }
  }

  /// By record: the number of the knot it lies in, whose records all reach each other; -1 where that is none but itself.
  ///
  /// Tarjan's algorithm, with a stack of its own, for notes may hold a chain of any length.
  private func knots() -> [Int] {
    var search = KnotSearch(count: firsts.count - 1)
    for root in search.knots.indices where !search.isSeen(root) && !stepsOut(of: root).isEmpty {
      search.enter(root, at: stepsOut(of: root).lowerBound)
      while let (record, step) = search.top {
        if step == stepsOut(of: record).upperBound {
          search.leave()
          continue
        }
        let to = steps[step].to
        search.follow(to: to)
        if !search.isSeen(to) { search.enter(to, at: stepsOut(of: to).lowerBound) }
      }
    }
    return search.knots
  }

  /// Breadth first from a record until it is reached again.
  private func circle(through start: Int, _ knots: [Int], _ cameBy: inout [Int]) -> [Step] {
    var queue = [start]
    var next = 0
    while next < queue.count {
      for step in stepsOut(of: queue[next]) {
        let to = steps[step].to
        if to == start { return path(endingWith: step, from: start, cameBy) }
        if knots[to] == knots[start], cameBy[to] < 0 {
          cameBy[to] = step
          queue.append(to)
        }
      }
      next += 1
    }
    return []
  }

  private func path(endingWith last: Int, from start: Int, _ cameBy: [Int]) -> [Step] {
    var path = [steps[last]]
    while let first = path.last, first.from != start { path.append(steps[cameBy[first.from]]) }
    return path.reversed()
  }
}

/// What Tarjan's algorithm keeps: the records on the way, and those that no knot has yet.
private struct KnotSearch {
  private(set) var knots: [Int]
  private var order: [Int]
  private var lowest: [Int]
  private var isOpen: [Bool]
  private var open: [Int] = []
  private var way: [(record: Int, step: Int)] = []
  private var seen = 0
  private var knotCount = 0

  init(count: Int) {
    knots = [Int](repeating: -1, count: count)
    order = [Int](repeating: -1, count: count)
    lowest = order
    isOpen = [Bool](repeating: false, count: count)
  }

  /// The record that is being looked at, and its next step.
  var top: (record: Int, step: Int)? { way.last }

  func isSeen(_ record: Int) -> Bool { order[record] >= 0 }

  mutating func enter(_ record: Int, at step: Int) {
    order[record] = seen
    lowest[record] = seen
    seen += 1
    isOpen[record] = true
    open.append(record)
    way.append((record, step))
  }

  /// Goes on to the step behind, and notes where this one leads if that is known already.
  mutating func follow(to record: Int) {
    let current = way[way.count - 1].record
    way[way.count - 1].step += 1
    if isOpen[record] { lowest[current] = min(lowest[current], order[record]) }
  }

  mutating func leave() {
    let record = way.removeLast().record
    if let before = way.last?.record { lowest[before] = min(lowest[before], lowest[record]) }
    guard lowest[record] == order[record] else { return }
    let isAlone = open.last == record
    while let member = open.popLast() {
      isOpen[member] = false
      if !isAlone { knots[member] = knotCount }
      if member == record { break }
    }
    knotCount += 1
  }
}
