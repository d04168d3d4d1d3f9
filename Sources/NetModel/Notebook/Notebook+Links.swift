extension Notebook {
  /// A mention of a record, seen from the record.
  public struct BackLink: Sendable, Hashable {
    /// The number of the file that the mention stands in.
    public var file: Int
    /// Its index in the file's ``FileFacts/mentions``.
    public var mention: Int
  }

  /// Where a record is mentioned, in the order of files; its own record left out.
  ///
  /// Nobody writes these down: they are the mentions that resolve to the record. Goes through all mentions once.
  public func backLinks(to id: RecordID) -> [BackLink] {
    var links: [BackLink] = []
    for file in files.indices {
      for (index, mention) in files[file].mentions.enumerated() {
        guard record(of: mention, in: file) == id else { continue }
        if file == id.file, mention.record == id.record { continue }
        links.append(BackLink(file: file, mention: index))
      }
    }
    return links
  }

  /// The meetings that a record took part in, in the order of files: by `with:`, or where there is none by the title.
  public func meetings(with id: RecordID) -> [RecordID] {
    var meetings: [RecordID] = []
    for link in backLinks(to: id) {
      let mention = files[link.file].mentions[link.mention]
      guard let record = mention.record, files[link.file].records[record].kind == .meeting else { continue }
      let meeting = RecordID(file: link.file, record: record)
      let hasWith = files[link.file].records[record].hasWith
      guard mention.role == .with || (mention.role == .title && !hasWith), meetings.last != meeting else { continue }
      meetings.append(meeting)
    }
    return meetings
  }
}
