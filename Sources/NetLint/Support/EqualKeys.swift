/// The places of keys that occur more than once: by key, each in order.
func placesOfEqual<Key: Comparable>(_ keys: [Key]) -> [[Int]] {
  let sorted = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  var groups: [[Int]] = []
  var first = 0
  while first < sorted.count {
    var end = first + 1
    while end < sorted.count, keys[sorted[end]] == keys[sorted[first]] { end += 1 }
    if end - first > 1 { groups.append(Array(sorted[first..<end])) }
    first = end
  }
  return groups
}

/// For each element but the first, the first of at most eight before it that goes with it.
///
/// More would cost quadratic time where thousands are alike, and would tell nobody anything.
func pairs<Element>(in group: [Element], where isPair: (Element, Element) -> Bool) -> [(
  first: Element, later: Element
)] {
  var found: [(first: Element, later: Element)] = []
  for index in group.indices.dropFirst() {
    let before = group[max(group.startIndex, index - 8)..<index]
    if let first = before.first(where: { isPair($0, group[index]) }) { found.append((first, group[index])) }
  }
  return found
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element is not among those that a closure says come before; the elements are in that order.
  package func partitioned(_ comesBefore: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if comesBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
