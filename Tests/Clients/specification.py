"""The examples of the specification and of the rules' pages, for the checks that show them to editors."""

import collections
import pathlib
import re

GRAMMAR = pathlib.Path(__file__).resolve().parent.parent.parent / "Grammar"
# Where an example stands, its kind (`lines`, `json private`), and its sections as the specification says they are to be read.
Example = collections.namedtuple("Example", "line kind sections")
SHOWN = {"→": "\t", "␣": " ", "␍": "\r", "⍽": "\u00a0", "⎵": "\u3000"}


def examples(page):
  text = page.read_text(encoding="utf-8")
  for found in re.finditer(r"^(`{15,}) example ([^\n]*)\n(.*?)^\1$", text, re.M | re.S):
    yield Example(text.count("\n", 0, found.start()) + 1, found[2], re.split(r"^\.\n", plain(found[3]), flags=re.M))


def plain(example):
  """An example with the characters that some others stand for; a byte that is no UTF-8 stays as it is shown, `‹FF›`."""
  for shown, meant in SHOWN.items():
    example = example.replace(shown, meant)
  return re.sub(r"‹U\+([0-9A-F]+)›", lambda code: chr(int(code[1], 16)), example)


def files(notes):
  """The files that the input of an example is of, of which most are one."""
  return [file for file in re.split(r"^=== .*\n", notes, flags=re.M) if file]


def has_broken_bytes(notes):
  return re.search("‹[0-9A-F]{2}›", notes) is not None
