/// The places of keys that occur more than once: by key, each in order.
func placesOfEqual<Key: Comparable & Hashable>(_ keys: [Key]) -> [[Int]] {
  let sorted = placesOfPerhapsEqual(keys).sorted { (keys[$0], $0) < (keys[$1], $1) }
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

/// The places of all keys that occur more than once, and of few others: most keys occur once, and need not be sorted.
private func placesOfPerhapsEqual<Key: Hashable>(_ keys: [Key]) -> [Int] {
  var slotCount = 64
  while slotCount < 8 * keys.count { slotCount *= 2 }
  var counts = [UInt8](repeating: 0, count: slotCount)
  let slots = keys.map { $0.hashValue & (slotCount - 1) }
  for slot in slots { counts[slot] = min(2, counts[slot] + 1) }
  return keys.indices.filter { counts[slots[$0]] > 1 }
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
