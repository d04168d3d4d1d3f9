"""The notebook in which the language server is measured: people in one folder, meetings in another, as they come.

Nothing is found in it. People are mentioned by records that were made later, in other files mostly.
"""

import pathlib
import shutil

import corpus

PEOPLE = 10_000
MEETINGS = 30_000
FILES = 400
# The meetings of one file of about a megabyte.
LARGE = 1_600
PEOPLE_FILES = 100


def make(folder):
  """Writes the notebook below a folder, if it is not there yet.

  Returns its folder, and by name: a file of people and one of meetings, of which there are many, and the large one.
  """
  notebook = pathlib.Path(folder) / "notebook"
  stamp = pathlib.Path(folder) / "made-by"
  here = pathlib.Path(__file__).resolve().parent
  made_by = "".join((here / name).read_text() for name in ("server_notebook.py", "corpus.py", "corpus_words.py"))
  if not stamp.exists() or stamp.read_text() != made_by:
    shutil.rmtree(notebook, ignore_errors=True)
    write(notebook)
    stamp.write_text(made_by)
  files = {"people": "people/050.net", "meetings": "meetings/150.net", "large": "meetings/large.net"}
  return notebook, {name: notebook / path for name, path in files.items()}


def write(notebook):
  source = corpus.Notebook()
  people, meetings = [], []
  for number in range(PEOPLE):
    people.append(source.person())
    # The first meetings are of the first few who can come.
    while len(meetings) < MEETINGS * (number + 1) // PEOPLE and number > 3:
      meetings.append(meeting(source))
  for name in ("people", "meetings"):
    (notebook / name).mkdir(parents=True)
  (notebook / ".kith.json").write_text('{"notation": 1}\n')
  for number, part in enumerate(parts(people, PEOPLE_FILES)):
    put(notebook / "people" / f"{number:03d}.net", part)
  put(notebook / "meetings" / "large.net", meetings[:LARGE])
  for number, part in enumerate(parts(meetings[LARGE:], FILES - PEOPLE_FILES - 1)):
    put(notebook / "meetings" / f"{number:03d}.net", part)


def meeting(source):
  """A meeting with notes of some length."""
  text = source.meeting().rstrip("\n")
  more = "\n".join(source.paragraph(None))
  return f"{text}\n\n{more}\n\n"


def parts(records, count):
  """The records in so many parts of about the same number."""
  return [records[len(records) * part // count:len(records) * (part + 1) // count] for part in range(count)]


def put(path, records):
  path.write_bytes(corpus.ended("".join(records).encode()))
