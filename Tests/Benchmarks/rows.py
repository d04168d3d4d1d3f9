"""What is compared with what, and how much it may be at most."""

from typing import NamedTuple

import corpora
from measuring import Subject, median, paired, paired_processor

# What takes others many seconds is measured in fewer rounds, and not in the largest texts.
FEW = 3
MOST_ONE_MARKDOWN = 10
# recfix compares each key with all others.
MOST_RECORDS = 1


class Row(NamedTuple):
  """One line of the table: the time of a subject as a share of another's."""

  work: str
  against: str
  limit: float | None = None
  # The least size in MB for which the limit holds. In less, starting and opening files is most of the work of a whole
  # process.
  least: int = 0
  remark: str = ""


PEOPLE = "has the people only, a third of the notes, and looks up no mention; it compares each key with all others"
MEETINGS = "has the meetings only, two thirds of the notes, their text as comments and tags; it looks up no mention"
JSON = "reads what kith writes"
MARKDOWN = "reads the notes as Markdown, with its default rules, and finds some 6 things in a KB, which kith does not"

# A row whose subjects are not all there in some size is left out in that size.
ROWS = [
  Row("tree, one file", "md4c's parse", 0.5),
  Row("notebook, one file", "md4c's parse", 0.8),
  Row("notebook, many files", "md4c's parse", 0.8),
  Row("notebook and rules, many files", "notebook, many files"),
  Row("kith lint, many files", "md4c, one file", 0.8, least=100),
  Row("kith lint, one file", "md4c, one file"),
  Row("kith lint, one file", "cmark, one file"),
  Row("kith lint, many files", "rumdl check, many files", 0.02, least=100, remark=MARKDOWN),
  Row("kith lint, one file", "rumdl check, one file", remark=MARKDOWN),
  Row("kith lint, one file", "hledger check", remark=MEETINGS),
  Row("kith lint, one file", "ledger stats", remark=MEETINGS),
  Row("kith lint, one file", "recfix --check", remark=PEOPLE),
  Row("kith lint, one file", "wc -l, one file", remark="reads, and does nothing else"),
  Row("kith format --check, many files", "md4c, one file", 1.0, least=100),
  Row("kith format --check, one file", "md4c, one file"),
  Row("kith json, many files", "jq -c .", 0.15, least=100, remark=JSON),
  Row("kith json, one file", "jq -c .", remark=JSON),
  Row("kith json, many files", "orjson.loads", remark=f"{JSON}, once Python has started"),
]
START = Row("kith lint, 2 KB", "ruff check, 2 KB", 0.5)
# The time per byte in the largest notebook against that in the smallest.
GROWTH = ["tree, one file", "notebook, one file", "notebook and rules, one file", "kith lint, one file"]
GROWTH_LIMIT = 1.1
MEMORY = ["kith lint, many files", "kith lint, one file"]
MEMORY_LIMIT = Row("kith lint, many files", "its input", 2, least=100)


def subjects(corpus, size, peers):
  """All that is measured with the notebook of one size, by name."""
  one, many = corpus / "one", corpus / "many"
  bytes_of_one, bytes_of_many = corpora.size_of(one), corpora.size_of(many)
  json = corpora.make_json(corpus, peers.kith)
  runs = max(1, min(20, 200 // size))
  found = {
    "md4c's parse": Subject([peers.md4c, "all.net", runs], one, bytes_of_one, is_inside=True),
    "tree, one file": Subject([peers.stages, "tree", "all.net", runs], one, bytes_of_one, is_inside=True),
    "md4c, one file": Subject([peers.md4c, "all.net", 1], one, bytes_of_one),
    "cmark, one file": Subject(["cmark", "all.net"], one, bytes_of_one),
    "wc -l, one file": Subject(["wc", "-l", "all.net"], one, bytes_of_one),
    "rumdl check, many files": rumdl(peers, corpus / "markdown", bytes_of_many),
    "jq -c .": Subject(["jq", "-c", ".", json], corpus, corpora.size_of(json), rounds=FEW),
    "orjson.loads": Subject(
      [peers.python, "-c", "import sys, orjson; orjson.loads(open(sys.argv[1], 'rb').read())", json],
      corpus, corpora.size_of(json), rounds=FEW),
  }
  for place, folder, size_in_bytes in (("one file", one, bytes_of_one), ("many files", many, bytes_of_many)):
    for name, stage in (("notebook", "notebook"), ("notebook and rules", "lint")):
      found[f"{name}, {place}"] = Subject([peers.stages, stage, ".", runs], folder, size_in_bytes, is_inside=True)
    for words in (["lint"], ["format", "--check"], ["json"]):
      found[f"kith {' '.join(words)}, {place}"] = Subject([peers.kith, *words], folder, size_in_bytes)
  if size <= MOST_ONE_MARKDOWN:
    found["rumdl check, one file"] = rumdl(peers, corpus / "markdown-one", bytes_of_one)
  if size <= corpora.MOST_FACTS:
    found |= of_facts(corpus / "facts", size)
  return found


def rumdl(peers, folder, size):
  # It exits with 1 where it finds something, as it does in lines that Markdown knows nothing of.
  return Subject([peers.rumdl, "check", "--no-cache", "--no-config", "."], folder, size, codes=(0, 1), rounds=FEW)


def of_facts(folder, size):
  journal, people = folder / "meetings.journal", folder / "people.rec"
  found = {
    "hledger check": Subject(["hledger", "-f", journal, "check"], folder, corpora.size_of(journal), rounds=FEW),
    "ledger stats": Subject(
      ["ledger", "--init-file", "/dev/null", "-f", journal, "stats"], folder, corpora.size_of(journal), rounds=FEW),
  }
  if size <= MOST_RECORDS:
    found["recfix --check"] = Subject(["recfix", "--check", people], folder, corpora.size_of(people), rounds=FEW)
  return found


def small_subjects(notes, python, peers):
  """One small file each, in a whole process; the second caches what it has found, as it does by default."""
  return {
    START.work: Subject([peers.kith, "lint", "small.net"], notes, corpora.size_of(notes)),
    START.against: Subject([peers.ruff, "check", "small.py"], python, corpora.size_of(python / "small.py")),
  }


def compared(runs, subjects, size, rows=ROWS):
  """The rows of one size."""
  return [
    result(
      row.work, row.against, size, paired(runs[row.work], runs[row.against]),
      row.limit if size >= row.least else None, seconds=median(runs[row.work]), againstSeconds=median(runs[row.against]),
      processorRatio=paired_processor(runs[row.work], runs[row.against]),
      bytes=subjects[row.work].reads, againstBytes=subjects[row.against].reads, remark=row.remark)
    for row in rows if row.work in runs and row.against in runs
  ]


def memory(runs, subjects, size):
  """Peak memory, against the bytes that were read."""
  return [
    result(
      f"peak memory of {name}", MEMORY_LIMIT.against, size, most / subjects[name].reads,
      MEMORY_LIMIT.limit if name == MEMORY_LIMIT.work and size >= MEMORY_LIMIT.least else None,
      bytes=most, againstBytes=subjects[name].reads)
    for name in MEMORY
    for most in [max(run.memory for run in runs[name])]
  ]


def growth_subjects(of_smallest, of_largest):
  """The same work in the smallest notebook and in the largest, to be measured in turn."""
  return {(name, which): of[name] for name in GROWTH for which, of in (("small", of_smallest), ("large", of_largest))}


def growth(runs, subjects, smallest, largest):
  rows = []
  for name in GROWTH:
    small, large = (name, "small"), (name, "large")
    scale = subjects[small].reads / subjects[large].reads
    rows.append(result(
      f"time per byte, {name}", f"in {smallest} MB", largest, paired(runs[large], runs[small], scale),
      GROWTH_LIMIT if largest >= 100 * smallest else None,
      seconds=median(runs[large]), againstSeconds=median(runs[small])))
  return rows


def result(work, against, size, ratio, limit, **more):
  """A row as JSON has it."""
  row = {"work": work, "against": against, "size": size, "ratio": ratio, "limit": limit}
  return row | {"missed": limit is not None and ratio > limit} | {key: value for key, value in more.items() if value}
