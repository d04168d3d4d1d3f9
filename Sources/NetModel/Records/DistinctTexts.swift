/// Texts in order of first appearance, each once, compared as handles and tags are.
struct DistinctTexts {
  private(set) var texts: [String] = []
  /// The texts again, once they are too many to look through.
  private var known: Set<String> = []
  private static let fewTexts = 16

  init() {}

  /// Appends a text unless it is there.
  mutating func append(_ text: String) {
    if texts.count < Self.fewTexts {
      if !texts.contains(text) { texts.append(text) }
      return
    }
    if known.isEmpty { known = Set(texts) }
    if known.insert(text).inserted { texts.append(text) }
  }
}
