import KithFiles
import NetJSON
import NetModel

/// A language server (LSP 3.17) as a value: bytes of the client in, bytes for the client out.
///
/// Messages are taken one by one, in their order. What is found is brought up to date when something needs it, and
/// once all messages that came together have been answered, so that an edit that is overtaken costs nothing. That gives way
/// when the client says something more, and goes on where it was left; who asks for what is found hears it then.
public struct Server: Sendable {
  /// How far its life has come, by the section "Lifecycle Messages".
  enum Life: Sendable {
    /// Before `initialize`.
    case new
    case running
    /// After `shutdown`.
    case shutDown
  }

  var life = Life.new
  /// Whether `initialize` came last: the client takes its answer before it hears of anything else.
  var isGreeting = false
  var client = ClientCapabilities()
  var workspace: Workspace
  var outgoing = Outgoing()
  /// The version of the tool.
  let version: String
  /// The day that it is here; nil where nobody knows.
  let today: @Sendable () -> CalendarDate?
  private var frames = FrameReader()
  private(set) var reports = Reports()
  /// Requests that are answered once what is found is up to date.
  private var waiting: [(id: RequestID, method: String, params: Params)] = []
  private var toldTroubles: Set<String> = []
  /// Whether the client shows that something is being done.
  private var isProgressShown = false
  /// By which it knows what is being done.
  private static let progress = "kith-reading"
  /// What the process is to exit with, once that is due.
  public internal(set) var exitCode: Int32?

  /// A server that nobody has talked to.
  ///
  /// - Parameters:
  ///   - search: What is the same for every search: settings, excludes, the working folder.
  ///   - version: The version of the tool, which the client may show.
  ///   - threads: How many threads may work at once.
  ///   - today: The day that it is, for what the editor's user asks to be dated.
  public init(
    _ search: Search, version: String, threads: Int, today: @escaping @Sendable () -> CalendarDate?
  ) {
    workspace = Workspace(search, threads: threads)
    self.version = version
    self.today = today
  }

  /// Takes bytes in any pieces, and returns the answers to what they ask: whole frames.
  public mutating func answers(to bytes: [UInt8]) -> [UInt8] {
    frames.append(bytes)
    for message in waitingMessages() where exitCode == nil {
      isGreeting = false
      take(message)
    }
    return outgoing.take()
  }

  /// What the client is told before work that takes a while, such as reading a notebook: that it has begun.
  public mutating func beginnings() -> [UInt8] {
    if exitCode == nil, !isGreeting, life == .running, workspace.isStale, client.showsProgress, !isProgressShown {
      isProgressShown = true
      outgoing.request("window/workDoneProgress/create") { $0.member("token", Self.progress) }
      tellProgress { json in
        json.member("kind", "begin")
        json.member("title", "reading your notes")
      }
    }
    return outgoing.take()
  }

  private mutating func tellProgress(_ value: (inout JSONWriter) -> Void) {
    outgoing.notify("$/progress") { json in
      json.member("token", Self.progress)
      json.object("value", value)
    }
  }

  /// What the client is to be told of what it has said by now: whole frames.
  ///
  /// - Parameter isOvertaken: Asked every few milliseconds: whether the client has said more meanwhile. Then nothing is told,
  ///   and the next call goes on.
  public mutating func news(unless isOvertaken: () -> Bool = { false }) -> [UInt8] {
    guard exitCode == nil, !isGreeting else { return outgoing.take() }
    do throws(Overtaken) {
      try settle { () throws(Overtaken) in if isOvertaken() { throw Overtaken() } }
      answerWaiting()
    } catch {
      // What has been done by now is kept.
    }
    return outgoing.take()
  }

  /// The client has said more.
  private struct Overtaken: Error {}

  /// What the process is to exit with where the client has gone without a word.
  public var exitCodeAtEnd: Int32 { exitCode ?? (life == .shutDown ? 0 : 1) }

  /// The messages that are there as a whole; a request that is followed by its cancellation is refused.
  private mutating func waitingMessages() -> [Message] {
    var messages: [Message] = []
    var requests: [RequestID: Int] = [:]
    while let frame = frames.next() {
      switch frame {
      case .damaged(let damage): messages.append(.refused(nil, ResponseError(.parseError, damage)))
      case .content(let content):
        let message = Message(content)
        switch message {
        case .request(let id, _, _): requests[id] = messages.count
        case .notification("$/cancelRequest", let params):
          guard let id = RequestID(params["id"]) else { continue }
          let refused = Message.refused(id, ResponseError(.requestCancelled, "the request was cancelled"))
          if let index = requests.removeValue(forKey: id) {
            messages[index] = refused
          } else if let index = waiting.firstIndex(where: { $0.id == id }) {
            waiting.remove(at: index)
            messages.append(refused)
          }
          continue
        case .notification, .response, .refused: break
        }
        messages.append(message)
      }
    }
    return messages
  }

  private mutating func take(_ message: Message) {
    switch message {
    case .response: break
    case .refused(let id, let error):
      outgoing.refuse(id, error)
      if error.code == .parseError { sayThatTextsMayDiffer() }
    case .request(let id, let method, let params):
      if method == "shutdown" { answerWaiting() }
      if life == .running, !workspace.isSettled, patientRequests.contains(method) {
        waiting.append((id, method, params))
      } else {
        answer(id, method, params)
      }
    case .notification(let method, let params):
      if method == "exit" { answerWaiting() }
      // Before `initialize` none counts but `exit`, and after `shutdown` either.
      guard life == .running || method == "exit" else { return }
      notifications[method]?(&self, params)
    }
  }

  private mutating func answerWaiting() {
    let requests = waiting
    waiting = []
    for (id, method, params) in requests { answer(id, method, params) }
  }

  private mutating func answer(_ id: RequestID, _ method: String, _ params: Params) {
    do throws(ResponseError) {
      outgoing.answer(id, result: try result(of: method, params))
    } catch {
      outgoing.refuse(id, error)
    }
  }

  private mutating func result(of method: String, _ params: Params) throws(ResponseError) -> [UInt8] {
    switch life {
    case .new where method != "initialize":
      throw ResponseError(.serverNotInitialized, "`initialize` comes first")
    case .shutDown:
      throw ResponseError(.invalidRequest, "the server has been shut down")
    case .new, .running: break
    }
    guard let answer = requests[method] else {
      throw ResponseError(.methodNotFound, "there is no method `\(visible(method))` here")
    }
    var json = JSONWriter()
    try answer(&self, params, &json)
    return json.bytes
  }

  /// Brings what is found up to date, and tells the client what has become different.
  mutating func settle() { settle(between: {}) }

  /// The same, with a pause between two pieces of work, which may end it for now by throwing.
  private mutating func settle<Failure>(between pause: () throws(Failure) -> Void) throws(Failure) {
    guard life == .running, !workspace.isSettled else { return }
    let documents = workspace.changed
    let files = try workspace.settle(between: pause)
    let differing = reports.update(&workspace, changed: files, for: client)
    if isProgressShown {
      isProgressShown = false
      tellProgress { $0.member("kind", "end") }
    }
    // What is shown beside a text depends on others, too.
    if files == nil { for what in client.refreshes { outgoing.request("workspace/\(what)/refresh") } }
    for trouble in workspace.troubles where toldTroubles.insert(trouble).inserted { log(trouble) }
    if client.pullsDiagnostics {
      if differing.contains(where: { !documents.contains($0) }) { outgoing.request("workspace/diagnostic/refresh") }
    } else {
      // A version is told of even if nothing else is new, so that the client knows what is still true of it.
      for uri in documents.union(differing).sorted() { publishDiagnostics(of: uri) }
    }
  }

  /// Tells the client, once, what its user can do about a message that could not be read, which may have been an edit.
  private mutating func sayThatTextsMayDiffer() {
    let words = "a message of the editor could not be read; if what kith shows looks wrong, close and open the file"
    guard life == .running, toldTroubles.insert(words).inserted else { return }
    outgoing.notify("window/showMessage") { json in
      // A warning.
      json.member("type", 2)
      json.member("message", words)
    }
  }

  /// Tells the client what an editor keeps in its log.
  mutating func log(_ message: String) {
    outgoing.notify("window/logMessage") { json in
      // A warning.
      json.member("type", 2)
      json.member("message", visible(message))
    }
  }
}
