/// Why a request is not done, in words that the editor shows to its user.
struct ResponseError: Error, Hashable {
  /// The codes of JSON-RPC 2.0 and of the protocol, section "Response Message".
  enum Code: Int {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case serverNotInitialized = -32002
    case requestCancelled = -32800
    case requestFailed = -32803
  }

  let code: Code
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}
