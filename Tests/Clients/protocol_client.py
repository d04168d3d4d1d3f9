"""A client of pytest-lsp that takes nothing from the server which lsprotocol does not know, and a notebook for it."""

import asyncio
import json
import os

import pytest_lsp
from lsprotocol import types
from lsprotocol.converters import get_converter

KITH = os.environ["KITH"]
CONVERTER = get_converter()

NOTES = {
  ".kith.json": "{}",
  "people.net": """# Amara Okafor @amara
role: Head of School
email: amara@katara.example
via: @lena

Runs a school, see https://katara.example.

## Plans

- [ ] send the list
  with all names

# Lena Petrova @lena
""",
  "doha.net": """# 2026-11-14 Coffee with @amara
with: @amara, @lena

*  gave 😀 e\u0301 中 @amra: two contacts
- [ ] send 𠮷 @amara the list
""",
}


def capabilities(**members):
  return CONVERTER.structure(members, types.ClientCapabilities)


PULLING = {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}
PROFILES = {
  "vscode": pytest_lsp.client_capabilities("visual-studio-code"),
  "neovim": pytest_lsp.client_capabilities("neovim@v0.11"),
  "old-neovim": pytest_lsp.client_capabilities("neovim@v0.7"),
  "emacs": pytest_lsp.client_capabilities("emacs"),
  "utf-8": capabilities(general={"positionEncodings": ["utf-16", "utf-8"]}),
  "pulling": capabilities(**PULLING),
  "nothing": capabilities(),
}
# A client to which all is announced.
ABLE = capabilities(**{
  "textDocument": {
    "diagnostic": {}, "rename": {"prepareSupport": True},
    "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": [""]}}},
  },
  "workspace": PULLING["workspace"],
})


class Session:
  """A client that is connected, the folder that is open in it, and all that the server has sent."""

  def __init__(self, folder):
    self.folder = folder
    for name, text in NOTES.items():
      (folder / name).write_text(text)
    self.client = pytest_lsp.client.make_test_lsp_client()
    self.received, self.unknown, self.last = [], [], 0
    structure = self.client.protocol.structure_message

    def watch(message):
      # It is called for each object inside a message, too.
      if "jsonrpc" not in message:
        return structure(message)
      self.received.append(message)
      structured = structure(message)
      self.unknown += unknown_members(message, CONVERTER.unstructure(structured))
      return structured

    self.client.protocol.structure_message = watch

  async def connect(self):
    await self.client.start_io(KITH, "server")

  async def start(self, able):
    await self.connect()
    return await self.start_connected(able)

  async def start_connected(self, able):
    root = self.folder.as_uri()
    parameters = types.InitializeParams(
      capabilities=able, root_uri=root, workspace_folders=[types.WorkspaceFolder(uri=root, name="notes")])
    self.told = (await self.client.initialize_session(parameters)).capabilities
    return self.told

  async def end(self):
    """Ends in good order; all that came must have been messages that the protocol knows."""
    await self.client.shutdown_session()
    assert self.client._server.returncode == 0
    await self.client.stop()
    assert self.client.error is None and self.unknown == []

  async def send(self, request, *notifications):
    """What is answered to a request that is sent as it is, in one piece with what follows; its shape is not looked at."""
    self.last += 1
    protocol = self.client.protocol
    protocol._request_futures[self.last] = answer = asyncio.get_running_loop().create_future()
    contents = [json.dumps({"jsonrpc": "2.0", **one}) for one in ({"id": self.last, **request}, *notifications)]
    frames = "".join(f"Content-Length: {len(content)}\r\n\r\n{content}" for content in contents)
    sent = protocol.writer.write(frames.encode())
    if asyncio.iscoroutine(sent):
      await sent
    return await answer

  def watches(self):
    """Whether the server has asked to hear of files."""
    return any(message.get("method") == "client/registerCapability" for message in self.received)

  def uri(self, name):
    return (self.folder / name).as_uri()

  def open(self, name, text=None):
    text = NOTES[name] if text is None else text
    document = types.TextDocumentItem(uri=self.uri(name), language_id="net", version=1, text=text)
    self.client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=document))

  def units(self, text):
    """How long a text is as the client and the server have agreed to count."""
    return len(text.encode()) if self.told.position_encoding == "utf-8" else len(text.encode("utf-16-le")) // 2

  def place(self, name, words):
    """The position of some words in a file."""
    before = NOTES[name].split(words)[0]
    return types.Position(line=before.count("\n"), character=self.units(before.split("\n")[-1]))

  def request(self, method, name=None, words=None, **more):
    """Asks something of a file, or of a place in it."""
    members = dict(more)
    if name:
      members["text_document"] = types.TextDocumentIdentifier(uri=self.uri(name))
    if words:
      members["position"] = self.place(name, words)
    make = types.METHOD_TO_TYPES[method][2]
    return self.client.protocol.send_request_async(method, make(**members))


def unknown_members(sent, known, path=""):
  """The members of what was sent that are lost where it is read as the protocol has it."""
  if isinstance(sent, dict) and isinstance(known, dict):
    free = ("data", "arguments")  # These are the server's own.
    return [
      lost for key, value in sent.items() if key not in free
      for lost in (unknown_members(value, known[key], f"{path}.{key}") if key in known else [f"{path}.{key}"])
      if not (key not in known and value is None)]
  if isinstance(sent, list) and isinstance(known, (list, tuple)):
    return [lost for index, one in enumerate(sent) for lost in unknown_members(one, known[index], f"{path}[{index}]")]
  return []
