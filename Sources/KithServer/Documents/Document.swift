import KithFiles

/// A document that is open in the client, which has the last word on what it holds.
struct Document: Sendable {
  /// Its address as the client writes it.
  let uri: String
  /// Where it is, or will be, on disk; nil for one that is nowhere, such as `untitled:1`.
  let path: Path?
  /// The version that the client last told of; nil where it told of none.
  var version: Int?
  var text: DocumentText

  init(uri: String, version: Int?, text: DocumentText) {
    self.uri = uri
    path = Path(fileURI: uri)
    self.version = version
    self.text = text
  }

  /// How it is called in messages.
  var shownName: String { path?.shown ?? visible(uri) }
}
