import NetJSON

/// What a request is called, so that its answer can be told from others.
enum RequestID: Hashable, Sendable {
  case number(Int)
  case text(String)

  /// Nil for what is neither a whole number nor a string.
  init?(_ value: JSONValue?) {
    if let number = value?.int {
      self = .number(number)
    } else if let text = value?.string {
      self = .text(text)
    } else {
      return nil
    }
  }
}

/// A message of JSON-RPC 2.0 from the client.
enum Message {
  /// Something that has to be answered, once.
  case request(RequestID, method: String, Params)
  /// Something that is never answered.
  case notification(method: String, Params)
  /// An answer to a request of ours.
  case response
  /// None of these; it is answered with what is wrong.
  case refused(RequestID?, ResponseError)

  /// Reads the content of a frame.
  init(_ content: [UInt8]) {
    let value: JSONValue
    do throws(JSONError) { value = try readJSON(content) } catch {
      self = .refused(nil, ResponseError(.parseError, "this is not JSON: \(error.message)"))
      return
    }
    guard value.kind == .object else {
      let what = value.kind == .array ? "batches are not taken" : "a message is an object"
      self = .refused(nil, ResponseError(.invalidRequest, what))
      return
    }
    let members = Params(value)
    let id = RequestID(members["id"])
    guard members["jsonrpc"]?.string == "2.0" else {
      self = .refused(id, ResponseError(.invalidRequest, "`jsonrpc` is not `2.0`"))
      return
    }
    guard let method = members["method"]?.string else {
      let isResponse = members["method"] == nil && (members["result"] != nil || members["error"] != nil)
      self = isResponse ? .response : .refused(id, ResponseError(.invalidRequest, "`method` is no string"))
      return
    }
    let params = members["params"]
    if let id {
      if let kind = params?.kind, kind != .object, kind != .array, kind != .null {
        self = .refused(id, ResponseError(.invalidRequest, "`params` is neither an object nor an array"))
      } else {
        self = .request(id, method: method, Params(params))
      }
    } else if members["id"] != nil {
      self = .refused(nil, ResponseError(.invalidRequest, "`id` is neither a whole number nor a string"))
    } else {
      self = .notification(method: method, Params(params))
    }
  }
}

/// An object of a message; one that is not there has no members.
struct Params {
  private let members: [String: JSONValue]
  /// The entries, if it is an array.
  let elements: [JSONValue]

  init(_ value: JSONValue?) {
    elements = value?.elements ?? []
    let named = (value?.members ?? []).compactMap { member in member.key.string.map { ($0, member.value) } }
    members = Dictionary(named, uniquingKeysWith: { _, last in last })
  }

  subscript(key: String) -> JSONValue? { members[key] }

  /// All members, by their keys in order.
  var all: [(key: String, value: JSONValue)] { members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

  /// The object or array of a key.
  func at(_ key: String) -> Params { Params(members[key]) }

  /// A member that has to be there.
  func text(_ key: String) throws(ResponseError) -> String {
    guard let text = members[key]?.string else { throw ResponseError(.invalidParams, "`\(key)` is no string") }
    return text
  }

  /// The address of the document that a request is about.
  func documentURI() throws(ResponseError) -> String { try at("textDocument").text("uri") }

  /// A place in a document, from 0.
  func place(_ key: String) throws(ResponseError) -> TextPlace {
    guard let place = at(key).place else { throw ResponseError(.invalidParams, "`\(key)` is no position") }
    return place
  }

  /// The place in a document that the object is.
  var place: TextPlace? {
    guard let line = self["line"]?.int, let character = self["character"]?.int else { return nil }
    return TextPlace(line: max(0, line), character: max(0, character))
  }
}
