import NetJSON

/// Answers a request by writing its result.
typealias RequestHandler = @Sendable (inout Server, Params, inout JSONWriter) throws(ResponseError) -> Void

/// Takes note of what the client says.
typealias NotificationHandler = @Sendable (inout Server, Params) -> Void

/// Every request that is answered, by its method.
let requests: [String: RequestHandler] = [
  "callHierarchy/incomingCalls": findIntroducers,
  "callHierarchy/outgoingCalls": findIntroduced,
  "completionItem/resolve": resolveCompletion,
  "initialize": initialize,
  "shutdown": shutDown,
  "textDocument/codeAction": codeActions,
  "textDocument/codeLens": codeLenses,
  "textDocument/completion": complete,
  "textDocument/definition": findDefinition,
  "textDocument/diagnostic": diagnoseDocument,
  "textDocument/documentHighlight": highlight,
  "textDocument/documentLink": listLinks,
  "textDocument/documentSymbol": listSymbols,
  "textDocument/foldingRange": listFolds,
  "textDocument/formatting": formatDocument,
  "textDocument/hover": hover,
  "textDocument/inlayHint": inlayHints,
  "textDocument/onTypeFormatting": formatWhatIsTyped,
  "textDocument/prepareCallHierarchy": prepareIntroductions,
  "textDocument/prepareRename": prepareRename,
  "textDocument/rangeFormatting": formatRange,
  "textDocument/references": findReferences,
  "textDocument/rename": renameHandle,
  "textDocument/selectionRange": listSelections,
  "textDocument/semanticTokens/full": allSemanticTokens,
  "textDocument/semanticTokens/range": semanticTokensInRange,
  "workspace/diagnostic": diagnoseWorkspace,
  "workspace/executeCommand": executeCommand,
  "workspace/symbol": findSymbols,
]

/// Those that ask for all that is found, and wait for it while others are answered.
let patientRequests: Set = ["textDocument/diagnostic", "workspace/diagnostic"]

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
