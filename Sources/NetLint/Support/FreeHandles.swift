import NetModel

/// Handles that nobody has, for records that need another one; none is given out twice.
struct FreeHandles {
  private let notebook: Notebook
  private var given: Set<String> = []
  private var numbers: [String: Int] = [:]

  init(_ notebook: Notebook) { self.notebook = notebook }

  /// The handle that a record's name gives, if nobody else goes by it, else the record's handle with the lowest free
  /// number behind it; with its `@`.
  mutating func handle(for id: RecordID) -> String {
    let known = notebook.handle(of: id)
    if let slug = slug(of: notebook.nameText(of: id).utf8.span), slug != known, isFree(slug, for: id) {
      given.insert(slug)
      return "@" + slug
    }
    let handle = known ?? "handle"
    var number = numbers[handle] ?? 2
    while !isFree("\(handle)-\(number)", for: id) { number += 1 }
    numbers[handle] = number + 1
    return "@\(handle)-\(number)"
  }

  private func isFree(_ handle: String, for id: RecordID) -> Bool {
    let folded = foldHandle(handle.utf8.span)
    guard let symbol = notebook.symbol(of: folded) else { return !given.contains(handle) }
    return !given.contains(handle) && notebook.claimants(of: symbol).allSatisfy { $0.id == id }
  }
}
