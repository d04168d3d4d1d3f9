/// The known key, and perhaps the label, that a writer's own key was probably meant to be.
///
/// `mobile: +974 5555 0101` is `phone: +974 5555 0101 (mobile)`, and `emial:` is `email:`.
public struct FieldSuggestion: Sendable, Hashable {
  /// The known key.
  public let key: FieldKey
  /// The label to put behind the value, where the key said more than the known one does.
  public let label: String?

  /// A suggestion of a key, with a label if there is one.
  public init(_ key: FieldKey, label: String? = nil) {
    self.key = key
    self.label = label
  }

  /// What was probably meant by a key that is not known on this kind of record, or nil if it is just the
  /// writer's own.
  ///
  /// First synonyms, then slips of the fingers. Ordinary words that happen to stand close to a key (`diet`
  /// and `died`, `visa` and `via`) are nobody's mistake, and a key that another kind of record has is not
  /// asked about.
  public init?(for bytes: Span<UInt8>, on kind: RecordKind) {
    guard FieldKey(bytes)?.isKnown(on: kind) != true else { return nil }
    if let suggestion = FieldSuggestion(synonym: bytes, on: kind) {
      self = suggestion
      return
    }
    guard let word = Word(loose: bytes), FieldSynonyms.ownWords[word] == nil else { return nil }
    let keys = FieldKey.allCases
    guard
      let best = KeySpelling.nearest(to: word.text, in: Self.names, where: { place in keys[place].isKnown(on: kind) })
    else { return nil }
    self.init(keys[best])
  }

  private static let names = KeySpelling.Words(FieldKey.allCases.map(\.name))

  /// The known key that another word for it stands for, on a kind of record that holds it.
  public init?(synonym bytes: Span<UInt8>, on kind: RecordKind) {
    guard FieldKey(bytes)?.isKnown(on: kind) != true, let word = Word(loose: bytes) else { return nil }
    // `e-mail` and `phone2` are known keys but for what a key of the table never holds.
    if let key = FieldKey(word.text.utf8.span) {
      guard key.isKnown(on: kind) else { return nil }
      self.init(key)
      return
    }
    guard let found = FieldSynonyms.table.all(word).first(where: { $0.key.isKnown(on: kind) }) else {
      return nil
    }
    self = found
  }
}
