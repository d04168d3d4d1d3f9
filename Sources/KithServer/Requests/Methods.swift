import NetJSON

/// Answers a request by writing its result.
typealias RequestHandler = @Sendable (inout Server, Params, inout JSONWriter) throws(ResponseError) -> Void

/// Takes note of what the client says.
typealias NotificationHandler = @Sendable (inout Server, Params) -> Void

/// Every request that is answered, by its method.
let requests: [String: RequestHandler] = [
  "initialize": initialize,
  "shutdown": shutDown,
  "textDocument/diagnostic": diagnoseDocument,
  "textDocument/formatting": formatDocument,
  "textDocument/rangeFormatting": formatRange,
  "workspace/diagnostic": diagnoseWorkspace,
]

/// Every notification that is heeded, by its method; `$/cancelRequest` is, as messages are read.
let notifications: [String: NotificationHandler] = [
  "exit": endProcess,
  "initialized": watchFiles,
  "textDocument/didChange": changeDocument,
  "textDocument/didClose": closeDocument,
  "textDocument/didOpen": openDocument,
  "textDocument/didSave": saveDocument,
  "workspace/didChangeWatchedFiles": changeWatchedFiles,
  "workspace/didChangeWorkspaceFolders": changeFolders,
]
