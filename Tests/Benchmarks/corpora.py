"""The texts that are measured, made where they are not there yet: notebooks, the same text as Markdown, the same facts in
other formats, JSON, and one small file each of notes and of Python.

They are made in processes of their own: a child's peak memory counts what its parent held when it was started, so the
program that measures has to stay small.
"""

import os
import pathlib
import shutil
import subprocess
import sys

from measuring import note, spawn

HERE = pathlib.Path(__file__).resolve().parent
# Larger texts take the other formats' programs minutes.
MOST_FACTS = 10

PYTHON_FILE = '''"""Finds whom one has not seen for a while."""

import datetime


def days_since(day, today):
    """Returns the number of days between two dates."""
    return (today - datetime.date.fromisoformat(day)).days
'''
PYTHON_FUNCTION = '''

def greeting_{number}(name, topic="the reading list"):
    """Returns a line to begin a letter with."""
    words = [word for word in name.split() if word]
    return f"Dear {{words[0]}}, thank you for {{topic}}."
'''


def make(folder, size):
  """Makes the notebook of a size in MB, and what goes with it; returns its folder.

  `one` and `many` hold it as one file and as 1,000, `markdown-one` and `markdown` the same under names that end in `.md`,
  `facts` the same people and meetings for other programs.
  """
  corpus = folder / f"{size}MB"
  stamp = corpus / "made-by"
  text = "".join((HERE / name).read_text() for name in ("corpora.py", "corpus.py", "corpus_facts.py", "corpus_words.py"))
  if not stamp.exists() or stamp.read_text() != text:
    note(f"making {size} MB of notes")
    shutil.rmtree(corpus, ignore_errors=True)
    python("corpus.py", corpus, size * 1_000_000)
    for notes, markdown in (("one", "markdown-one"), ("many", "markdown")):
      link(corpus / notes, corpus / markdown)
    if size <= MOST_FACTS:
      python("corpus_facts.py", corpus / "one" / "all.net", corpus / "facts")
    stamp.write_text(text)
  return corpus


def make_json(corpus, kith):
  """What kith writes of a notebook as JSON; returns the file."""
  path = corpus / "notes.json"
  with open(path, "wb") as output:
    subprocess.run([kith, "json", "--quiet"], check=True, stdout=output, cwd=corpus / "many")
  return path


def make_small(folder):
  """One file of 2 KB each: notes, and a module of Python; returns their folders."""
  notes, python_folder = folder / "small-notes", folder / "small-python"
  for path in (notes, python_folder):
    path.mkdir(exist_ok=True)
  (notes / ".kith.json").write_text('{"notation": 1}\n')
  source = (
    "import corpus; r = corpus.Notebook().records(); t = ''\n"
    "while len(t.encode()) < 2000: t += next(r)\nprint(t.rstrip())"
  )
  text = subprocess.run([sys.executable, "-B", "-c", source], check=True, capture_output=True, cwd=HERE).stdout
  (notes / "small.net").write_bytes(text)
  functions = ""
  while len(PYTHON_FILE + functions) < len(text) - 150:
    functions += PYTHON_FUNCTION.format(number=functions.count("def"))
  (python_folder / "small.py").write_text(PYTHON_FILE + functions)
  return notes, python_folder


def warm(corpus):
  """Reads all files once, so that they are in memory for whoever comes first, too."""
  spawn(["grep", "-rc", "no line is like this", "."], corpus)


def size_of(path):
  """The bytes of a file, or of the notes in a folder."""
  return path.stat().st_size if path.is_file() else sum(file.stat().st_size for file in path.rglob("*.net"))


def link(notes, markdown):
  for file in notes.rglob("*.net"):
    other = (markdown / file.relative_to(notes)).with_suffix(".md")
    other.parent.mkdir(parents=True, exist_ok=True)
    os.link(file, other)


def python(script, *arguments):
  subprocess.run([sys.executable, "-B", HERE / script, *map(str, arguments)], check=True, stdout=sys.stderr)
