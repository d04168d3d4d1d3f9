"""What a client may rely on, checked with pytest-lsp: every answer is read by lsprotocol, which refuses a wrong shape."""

import asyncio
import json
import random

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from protocol_client import ABLE, NOTES, PROFILES, Session

WHOLE = types.Range(types.Position(0, 0), types.Position(5, 0))
OPTIONS = types.FormattingOptions(tab_size=2, insert_spaces=True)

# Each request, with the file and the words that it is about, and the rest of what is sent.
REQUESTS = [
  ("textDocument/completion", "doha.net", "amra", {}),
  ("textDocument/hover", "doha.net", "amara the", {}),
  ("textDocument/definition", "doha.net", "amara the", {}),
  ("textDocument/references", "doha.net", "amara the", {"context": types.ReferenceContext(include_declaration=True)}),
  ("textDocument/documentHighlight", "doha.net", "amara the", {}),
  ("textDocument/prepareRename", "doha.net", "amara the", {}),
  ("textDocument/rename", "doha.net", "amara the", {"new_name": "mara"}),
  ("textDocument/prepareCallHierarchy", "doha.net", "amara the", {}),
  ("textDocument/onTypeFormatting", "doha.net", "- [ ] send", {"ch": "\n", "options": OPTIONS}),
  ("textDocument/documentSymbol", "people.net", None, {}),
  ("textDocument/documentLink", "people.net", None, {}),
  ("textDocument/foldingRange", "people.net", None, {}),
  ("textDocument/selectionRange", "people.net", None, {"positions": [types.Position(4, 2), types.Position(0, 0)]}),
  ("textDocument/inlayHint", "doha.net", None, {"range": WHOLE}),
  ("textDocument/codeLens", "people.net", None, {}),
  ("textDocument/codeAction", "doha.net", None, {
    "range": types.Range(types.Position(3, 14), types.Position(3, 14)), "context": types.CodeActionContext([])}),
  ("textDocument/formatting", "doha.net", None, {"options": OPTIONS}),
  ("textDocument/rangeFormatting", "doha.net", None, {"options": OPTIONS, "range": WHOLE}),
  ("textDocument/semanticTokens/full", "doha.net", None, {}),
  ("textDocument/semanticTokens/range", "doha.net", None, {"range": WHOLE}),
  ("textDocument/diagnostic", "doha.net", None, {}),
  ("workspace/diagnostic", None, None, {"previous_result_ids": []}),
  ("workspace/symbol", None, None, {"query": "okafor"}),
]
# What is not announced to every client, and then has nothing to say.
MAY_BE_EMPTY = {"textDocument/codeAction"}


def run(check, folder):
  """A check with a session of its own."""
  asyncio.run(asyncio.wait_for(check(Session(folder)), 120))


async def code_of(request):
  """The code of the error that a request is answered with; 0 for a result."""
  try:
    await request
  except JsonRpcException as error:
    return error.code
  return 0


@pytest.mark.parametrize("profile", PROFILES)
def test_answers_are_of_the_protocol(tmp_path, profile):
  async def check(session):
    await session.start(PROFILES[profile])
    session.open("doha.net")
    wrong = {}
    for method, name, words, more in REQUESTS:
      try:
        if not await session.request(method, name, words, **more) and method not in MAY_BE_EMPTY:
          wrong[method] = "nothing is answered"
      except Exception as error:
        wrong[method] = error
    assert wrong == {}
    await session.end()

  run(check, tmp_path)


@pytest.mark.parametrize("profile", PROFILES)
def test_what_is_answered_can_be_asked_about(tmp_path, profile):
  async def check(session):
    await session.start(PROFILES[profile])
    session.open("doha.net")
    proposed = await session.request("textDocument/completion", "doha.net", "amara the")
    item = next(item for item in proposed.items if item.label == "@amara")
    shown = (await session.client.completion_item_resolve_async(item)).documentation
    assert "Amara Okafor" in (shown if isinstance(shown, str) else shown.value)
    (amara,) = await session.request("textDocument/prepareCallHierarchy", "doha.net", "amara the")
    incoming = await session.request("callHierarchy/incomingCalls", item=amara)
    outgoing = await session.request("callHierarchy/outgoingCalls", item=incoming[0].from_)
    assert ([call.from_.detail for call in incoming], [call.to.detail for call in outgoing]) == (["@lena"], ["@amara"])
    await session.end()

  run(check, tmp_path)


@pytest.mark.parametrize("profile", PROFILES)
def test_a_lens_shows_the_meeting_where_the_client_can(tmp_path, profile):
  async def check(session):
    await session.start(PROFILES[profile])
    lens = (await session.request("textDocument/codeLens", "people.net"))[0]
    if lens.command.command:
      command = {"command": lens.command.command, "arguments": lens.command.arguments}
      await session.request("workspace/executeCommand", **command)
      while not session.client.shown_documents:
        await asyncio.sleep(0.01)
      assert session.client.shown_documents[0].uri == session.uri("doha.net")
    await session.end()

  run(check, tmp_path)


@pytest.mark.parametrize("profile", [name for name in PROFILES if name != "pulling"])
def test_diagnostics_are_sent_with_their_place_and_version(tmp_path, profile):
  async def check(session):
    await session.start(PROFILES[profile])
    session.open("doha.net")
    while not session.client.diagnostics.get(session.uri("doha.net")):
      await session.client.wait_for_notification("textDocument/publishDiagnostics")
    found = next(one for one in session.client.diagnostics[session.uri("doha.net")] if one.code == "N201")
    assert (found.range.start, found.range.end) == (
      session.place("doha.net", "@amra"), session.place("doha.net", ": two contacts"))
    await session.end()

  run(check, tmp_path)


# What a client may ask once a capability is announced, by the capability's name.
METHODS = {
  "hoverProvider": ["textDocument/hover"],
  "completionProvider": ["textDocument/completion"],
  "completionProvider.resolveProvider": ["completionItem/resolve"],
  "signatureHelpProvider": ["textDocument/signatureHelp"],
  "declarationProvider": ["textDocument/declaration"],
  "definitionProvider": ["textDocument/definition"],
  "typeDefinitionProvider": ["textDocument/typeDefinition"],
  "implementationProvider": ["textDocument/implementation"],
  "referencesProvider": ["textDocument/references"],
  "documentHighlightProvider": ["textDocument/documentHighlight"],
  "documentSymbolProvider": ["textDocument/documentSymbol"],
  "codeActionProvider": ["textDocument/codeAction"],
  "codeActionProvider.resolveProvider": ["codeAction/resolve"],
  "codeLensProvider": ["textDocument/codeLens"],
  "codeLensProvider.resolveProvider": ["codeLens/resolve"],
  "documentLinkProvider": ["textDocument/documentLink"],
  "documentLinkProvider.resolveProvider": ["documentLink/resolve"],
  "colorProvider": ["textDocument/documentColor", "textDocument/colorPresentation"],
  "workspaceSymbolProvider": ["workspace/symbol"],
  "workspaceSymbolProvider.resolveProvider": ["workspaceSymbol/resolve"],
  "documentFormattingProvider": ["textDocument/formatting"],
  "documentRangeFormattingProvider": ["textDocument/rangeFormatting"],
  "documentRangeFormattingProvider.rangesSupport": ["textDocument/rangesFormatting"],
  "documentOnTypeFormattingProvider": ["textDocument/onTypeFormatting"],
  "renameProvider": ["textDocument/rename"],
  "renameProvider.prepareProvider": ["textDocument/prepareRename"],
  "foldingRangeProvider": ["textDocument/foldingRange"],
  "selectionRangeProvider": ["textDocument/selectionRange"],
  "executeCommandProvider": ["workspace/executeCommand"],
  "callHierarchyProvider": [
    "textDocument/prepareCallHierarchy", "callHierarchy/incomingCalls", "callHierarchy/outgoingCalls"],
  "linkedEditingRangeProvider": ["textDocument/linkedEditingRange"],
  "semanticTokensProvider.full": ["textDocument/semanticTokens/full"],
  "semanticTokensProvider.full.delta": ["textDocument/semanticTokens/full/delta"],
  "semanticTokensProvider.range": ["textDocument/semanticTokens/range"],
  "monikerProvider": ["textDocument/moniker"],
  "typeHierarchyProvider": ["textDocument/prepareTypeHierarchy", "typeHierarchy/supertypes", "typeHierarchy/subtypes"],
  "inlineValueProvider": ["textDocument/inlineValue"],
  "inlayHintProvider": ["textDocument/inlayHint"],
  "inlayHintProvider.resolveProvider": ["inlayHint/resolve"],
  "inlineCompletionProvider": ["textDocument/inlineCompletion"],
  "diagnosticProvider": ["textDocument/diagnostic"],
  "diagnosticProvider.workspaceDiagnostics": ["workspace/diagnostic"],
  "textDocumentSync.willSaveWaitUntil": ["textDocument/willSaveWaitUntil"],
  "workspace.fileOperations.willCreate": ["workspace/willCreateFiles"],
  "workspace.fileOperations.willRename": ["workspace/willRenameFiles"],
  "workspace.fileOperations.willDelete": ["workspace/willDeleteFiles"],
  "workspace.textDocumentContent": ["workspace/textDocumentContent"],
}
# Requests that belong to every session.
OF_LIFE = {"initialize", "shutdown"}


def is_announced(capability, told):
  for name in capability.split("."):
    told = told.get(name, False) if isinstance(told, dict) else False
  return told is not False and told is not None


def test_what_is_announced_is_answered_and_nothing_else(tmp_path):
  async def check(session):
    await session.start(ABLE)
    told = session.received[0]["result"]["capabilities"]
    announced = {method for capability, methods in METHODS.items() if is_announced(capability, told) for method in methods}
    asked = {
      method for method, kinds in types.METHOD_TO_TYPES.items()
      if kinds[1] is not None and types.message_direction(method) != "serverToClient"} - OF_LIFE
    assert asked == {method for methods in METHODS.values() for method in methods}, "all of the protocol is in the table"
    answered = {
      method for method in asked
      if await code_of(session.send({"method": method, "params": {}})) != -32601}
    assert answered == announced
    await session.end()

  run(check, tmp_path)


@pytest.mark.parametrize("profile", ["vscode", "utf-8"])
def test_edits_of_all_lengths_keep_the_text_the_same(tmp_path, profile):
  async def check(session):
    await session.start(PROFILES[profile])
    chance, text = random.Random(20261126), "start"
    session.open("edited.net", f"# N{text}x @zz\n")
    for version in range(2, 202):
      changes = []
      for _ in range(chance.randrange(1, 4)):
        start, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        end = min(end, start + 3)
        new = "".join(chance.choice(["a", "é", "中", "😀", "𠮷", "e\u0301"]) for _ in range(chance.randrange(4)))
        places = [types.Position(0, session.units("# N" + text[:offset])) for offset in (start, end)]
        changes.append(types.TextDocumentContentChangePartial(range=types.Range(*places), text=new))
        text = text[:start] + new + text[end:]
      document = types.VersionedTextDocumentIdentifier(version, session.uri("edited.net"))
      session.client.text_document_did_change(types.DidChangeTextDocumentParams(document, changes))
      (symbol,) = await session.request("textDocument/documentSymbol", "edited.net")
      assert symbol.name == f"N{text}x", f"after {changes}"
    await session.end()

  run(check, tmp_path)


def test_a_place_inside_a_pair_of_surrogates_is_taken(tmp_path):
  async def check(session):
    await session.start(PROFILES["vscode"])
    session.open("edited.net", "# a😀b @zz\n")
    inside = types.Position(0, 4)
    document = types.VersionedTextDocumentIdentifier(2, session.uri("edited.net"))
    change = types.TextDocumentContentChangePartial(range=types.Range(inside, inside), text="x")
    session.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
    (symbol,) = await session.request("textDocument/documentSymbol", "edited.net")
    assert symbol.name in ("ax😀b", "a😀xb")
    far = types.Position(9, 99)
    assert await session.client.text_document_hover_async(
      types.HoverParams(types.TextDocumentIdentifier(session.uri("edited.net")), far)) is None
    await session.end()

  run(check, tmp_path)


def test_a_life_in_order(tmp_path):
  async def check(session):
    await session.connect()
    session.client.capabilities = PROFILES["nothing"]
    assert await code_of(session.request("workspace/symbol", query="")) == -32002, "a request that comes too early"
    session.open("doha.net")  # Nobody has been greeted, so this counts for nothing.
    await session.start_connected(PROFILES["nothing"])
    assert await code_of(session.client.initialize_async(types.InitializeParams(PROFILES["nothing"]))) == -32600
    assert await code_of(session.send({"method": "kith/none", "params": {}})) == -32601
    assert await code_of(session.request("textDocument/formatting", "doha.net", options=OPTIONS)) == -32602
    session.client.protocol.notify("$/kith/none", {})
    session.client.protocol.notify("kith/none", {})
    assert await session.client.shutdown_async(None) is None
    assert await code_of(session.request("workspace/symbol", query="")) == -32600, "a request that comes too late"
    session.client.exit(None)
    assert await session.client._server.wait() == 0
    await session.client.stop()

  run(check, tmp_path)


def test_a_client_that_goes_without_a_word_is_1(tmp_path):
  async def check(session):
    await session.start(PROFILES["nothing"])
    session.client.exit(None)
    assert await session.client._server.wait() == 1
    await session.client.stop()

  run(check, tmp_path)


def test_what_is_cancelled_is_answered_once(tmp_path):
  async def check(session):
    await session.start(PROFILES["nothing"])
    before = await session.send({"method": "workspace/symbol", "params": {"query": ""}})
    # In one piece, so that it is cancelled before it is looked at; and what has been answered, or never was asked.
    late = [{"method": "$/cancelRequest", "params": {"id": id}} for id in (session.last, session.last + 1, "none")]
    code = await code_of(session.send({"method": "workspace/symbol", "params": {"query": ""}}, *late))
    assert (len(before), code) == (3, -32800)
    assert len(await session.request("workspace/symbol", query="")) == 3, "others are answered as before"
    assert [message["id"] for message in session.received if isinstance(message.get("id"), int)] == [1, 2]
    await session.end()

  run(check, tmp_path)


@pytest.mark.parametrize("profile", PROFILES)
def test_a_new_text_is_heard_of_in_every_way(tmp_path, profile):
  async def check(session):
    await session.start(PROFILES[profile])
    session.open("doha.net")
    assert await session.request("workspace/symbol", query="zora") == []
    (session.folder / "new.net").write_text("# Zora Nadir @zora\n")
    if session.watches():
      change = types.FileEvent(session.uri("new.net"), types.FileChangeType.Created)
      session.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
    else:
      document = types.TextDocumentIdentifier(session.uri("doha.net"))
      session.client.text_document_did_save(types.DidSaveTextDocumentParams(document))
    (zora,) = await session.request("workspace/symbol", query="zora")
    assert zora.location.uri == session.uri("new.net")
    root = types.WorkspaceFolder(session.folder.as_uri(), "notes")
    event = types.WorkspaceFoldersChangeEvent(added=[], removed=[root])
    session.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))
    session.client.text_document_did_close(
      types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(session.uri("doha.net"))))
    assert await session.request("workspace/symbol", query="zora") == [], "its folder has been closed"
    await session.end()

  run(check, tmp_path)
