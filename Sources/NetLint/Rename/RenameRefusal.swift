import NetModel

/// Why a handle cannot become another: what would be lost, or would come to mean somebody else.
public enum RenameRefusal: Error, Hashable, Sendable {
  /// `@me` is the writer, who has no other handle.
  case writer
  /// Nobody goes by the old handle; the handles that may have been meant.
  case nobody(Handle, near: [String])
  /// The old handle is only another name of a record, which stands there and has the handle that is given.
  case otherName(Handle, of: String, Label)
  /// Several records go by the old handle.
  case several(Handle, [Label])
  /// Somebody else goes by the new handle; then the record that was to get it.
  case taken(Handle, by: Label, Label)
  /// The new handle is mentioned already and means nobody: the first few places, and how many there are.
  case mentioned(Handle, [Label], count: Int)
  /// The old handle stands inside a name, which gives a handle that would change with it.
  case insideName(Handle, [Label])
  /// A `#` touches the old handle, and would open a tag behind the new one, or no longer open one.
  case touchesTag(Handle, [Label])

  /// One sentence in lower case without a full stop.
  public var message: String {
    switch self {
    case .writer: "`@me` is the writer, and nobody is renamed from it or to it"
    case .nobody(let old, _): "no one has the handle `\(old)`"
    case .otherName(let old, let handle, _): "`\(old)` is another name of `\(handle)`, not its handle"
    case .several(let old, _): "several go by `\(old)`"
    case .taken(let new, _, _): "somebody else goes by `\(new)`"
    case .mentioned(let new, _, let count):
      "`\(new)` is mentioned \(count == 1 ? "once" : "\(count) times") already, and nobody is meant by it"
    case .insideName(let old, _): "`\(old)` stands inside a name"
    case .touchesTag(let old, _): "what stands directly behind `\(old)` would be read differently"
    }
  }

  /// What to type or to do instead.
  public var help: String? {
    switch self {
    case .writer: nil
    case .nobody(_, let near): near.isEmpty ? nil : "did you mean \(alternatives(near))?"
    case .otherName(_, let handle, _): "rename `\(handle)`"
    case .several: "give each a handle of its own first; `kith rule duplicate-handle` says more"
    case .taken: "choose another handle"
    case .mentioned: "they would come to mean somebody: correct them first, or choose another handle"
    case .insideName: "move it behind the name first; `kith rule extra-handle` says more"
    case .touchesTag: "put a blank between the two first"
    }
  }

  /// The places that it is about.
  public var places: [Label] {
    switch self {
    case .writer, .nobody: []
    case .otherName(_, _, let place): [place]
    case .taken(_, let other, let own): [other, own]
    case .several(_, let places), .mentioned(_, let places, _), .insideName(_, let places), .touchesTag(_, let places):
      places
    }
  }

  /// The most places that are kept of many.
  static let mostPlaces = 3
}

/// The record that has the old handle, if it can be given the new one.
func recordToRename(_ request: RenameRequest, in notebook: Notebook) throws(RenameRefusal) -> RecordID {
  if request.old.isMe || request.new.isMe { throw .writer }
  let id = try holder(request, notebook)
  try checkIsFree(request, for: id, notebook)
  try checkIsInNoName(request.old, notebook)
  return id
}

private func holder(_ request: RenameRequest, _ notebook: Notebook) throws(RenameRefusal) -> RecordID {
  guard let symbol = notebook.symbol(of: request.old.key), !notebook.claimants(of: symbol).isEmpty else {
    var lookups = Lookups(notebook)
    var budget = NearHandles.budget
    throw .nobody(request.old, near: lookups.handles(near: request.old.key, in: notebook, &budget))
  }
  let holders = notebook.holders(of: symbol)
  guard let id = notebook.record(of: symbol), holders == [id] || holders.isEmpty else {
    let claimants = notebook.claimants(of: symbol)
    throw .several(request.old, claimants.prefix(RenameRefusal.mostPlaces).map { notebook.label(of: $0) })
  }
  if holders == [id] { return id }
  // It has been renamed before, and mentions have come since, or could not be written then.
  if let new = notebook.symbol(of: request.new.key), notebook.holders(of: new) == [id] { return id }
  let place = notebook.label(of: notebook.claimants(of: symbol)[0])
  throw .otherName(request.old, of: notebook.shown(id), place)
}

private func checkIsFree(
  _ request: RenameRequest, for id: RecordID, _ notebook: Notebook
) throws(RenameRefusal) {
  guard let symbol = notebook.symbol(of: request.new.key) else { return }
  if let other = notebook.claimants(of: symbol).first(where: { $0.id != id }) {
    let own = Label(
      file: id.file, range: notebook.placeOfHandle(id), message: "this one was to get it")
    throw .taken(request.new, by: notebook.label(of: other), own)
  }
  guard notebook.record(of: symbol) == nil else { return }
  let mentions = notebook.labels(ofMentions: symbol, "nobody is meant here") { _, _ in true }
  if !mentions.isEmpty {
    throw .mentioned(
      request.new, Array(mentions.prefix(RenameRefusal.mostPlaces)), count: mentions.count)
  }
}

/// A mention in a name is a fault of the heading, and part of the handle that the name gives.
private func checkIsInNoName(_ old: Handle, _ notebook: Notebook) throws(RenameRefusal) {
  guard let symbol = notebook.symbol(of: old.key) else { return }
  let places = notebook.labels(ofMentions: symbol, "it is part of this name") { mention, file in
    guard mention.role == .title, let record = mention.record else { return false }
    return RecordKinds.mentionable.contains(notebook.files[file].records[record].kind)
  }
  if !places.isEmpty { throw .insideName(old, Array(places.prefix(RenameRefusal.mostPlaces))) }
}

extension Notebook {
  /// Where a record comes by a name, and how.
  fileprivate func label(of claimant: Claimant) -> Label {
    let message =
      switch claimant.kind {
      case .handle: "the handle is given here"
      case .name, .aka: "this name gives it"
      case .akaHandle: "it is an earlier handle of this one"
      }
    return Label(file: claimant.id.file, range: place(of: claimant), message: message)
  }

  /// Where a name is mentioned, as far as the mentions are of interest.
  fileprivate func labels(
    ofMentions symbol: Symbol, _ message: String, where isOfInterest: (MentionFact, Int) -> Bool
  ) -> [Label] {
    files.indices.flatMap { file in
      files[file].mentions.filter { self.symbol(ofName: $0.name, in: file) == symbol && isOfInterest($0, file) }
        .map { Label(file: file, range: $0.range, message: message) }
    }
  }
}
