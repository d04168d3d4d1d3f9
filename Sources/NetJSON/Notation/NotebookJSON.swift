import NetModel
import NetSyntax

/// What is written as JSON, and how.
public enum NotebookJSON {
  /// One file of a notebook.
  public struct File: Sendable {
    /// Its number in the notebook.
    public var number: Int
    /// Its path relative to the notebook's folder, for ``Source/file``.
    public var path: String
    /// Its bytes.
    public var bytes: [UInt8]

    /// A file with its number, path and bytes.
    public init(number: Int, path: String, bytes: [UInt8]) {
      self.number = number
      self.path = path
      self.bytes = bytes
    }
  }

  /// What is written, and how.
  public struct Options: Sendable {
    /// Whether private things are written too.
    public var includesPrivate = false
    /// Whether each record stands on a line of its own, without an envelope.
    public var isLines = false
    /// How values are set out; lines are always compact.
    public var layout = JSONWriter.Layout.readable

    /// Public things, in the readable layout.
    public init() {}
  }
}

/// Writes files of a notebook as JSON, in their order.
///
/// The lists of the envelope stand one behind the other, so the files are gone through once for each list; only those
/// that hold a record of its kind are parsed again. That costs less than keeping the typed records of a whole notebook.
///
/// - Parameters:
///   - workers: Those who write files at once, of whom the output shows nothing.
///   - sink: Takes the output piece by piece, in UTF-8.
/// - Returns: How many private things were left out.
public func writeJSON<Failure: Error>(
  _ notebook: Notebook, files: [NotebookJSON.File], options: NotebookJSON.Options = .init(),
  on workers: some Workers = OneWorker(), to sink: (Span<UInt8>) throws(Failure) -> Void
) throws(Failure) -> Int {
  var writing = NotebookWriting(notebook: notebook, options: options, workers: workers)
  if options.isLines { try writing.writeLines(files, to: sink) } else { try writing.writeEnvelope(files, to: sink) }
  return try writing.finish(sink)
}
