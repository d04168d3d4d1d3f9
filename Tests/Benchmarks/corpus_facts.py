"""The facts of a notebook in the formats of other programs: people as records for recutils, meetings as transactions
for hledger and ledger.

Nothing is left out: a field of a person is a field of the record, and each line of a meeting stands in a comment, as a tag
where it has a label. The people of a meeting are its postings, one each, since a transaction has to have some.
"""

import pathlib
import re
import sys

HANDLE = re.compile(r"@([\w/-]+)")
FIELD = re.compile(r"([a-z]+): (.*)")
ITEM = re.compile(r"- ([a-z]+)( [^:]*)?: (.*)")


def records(text):
  """The heading of each record, without its mark, and its lines."""
  for part in re.split(r"^# ", text, flags=re.M)[1:]:
    heading, *lines = part.rstrip("\n").split("\n")
    yield heading, [line for line in lines if line]


def person(heading, lines):
  """A record as recutils has it: `Name: value`, and `+` before a line that goes on."""
  name, _, handle = heading.partition(" @")
  fields = [f"name: {name}", f"handle: {handle or '-'.join(name.lower().replace(chr(39), ' ').split())}"]
  notes = []
  for line in lines:
    field, item = FIELD.fullmatch(line), ITEM.fullmatch(line)
    if field:
      fields.append(line)
    elif item:
      fields.append(f"{item[1]}: {(item[2] or '').lstrip()} {item[3]}".replace(":  ", ": "))
    else:
      notes.append(line)
  if notes:
    fields.append("notes: " + "\n+ ".join(notes))
  return "\n".join(fields) + "\n\n"


def meeting(heading, lines):
  """A transaction: its date, its title, comments, and a posting for each who was there."""
  day, time, title = heading.split(" ", 2)
  with_whom = title + " ".join(line for line in lines if line.startswith("with: "))
  comments = [f"time: {time}"] + [ITEM.sub(r"\1:\2 \3", line) for line in lines]
  return "\n".join([
    f"{day} {title}", *(f"    ; {comment}" for comment in comments),
    *(f"    (met:{handle})  1" for handle in dict.fromkeys(HANDLE.findall(with_whom))), "\n",
  ])


def make(notes, folder):
  """Writes `people.rec` and `meetings.journal` with what a file of notes says."""
  people, meetings = ["%rec: Person\n%key: handle\n%mandatory: name\n%type: handle line\n\n"], []
  for heading, lines in records(pathlib.Path(notes).read_text()):
    if heading[:1].isdigit():
      meetings.append(meeting(heading, lines))
    else:
      people.append(person(heading, lines))
  folder = pathlib.Path(folder)
  folder.mkdir(exist_ok=True)
  (folder / "people.rec").write_text("".join(people))
  (folder / "meetings.journal").write_text("".join(meetings))


if __name__ == "__main__":
  if len(sys.argv) != 3:
    sys.exit("usage: corpus_facts.py NOTES FOLDER")
  make(sys.argv[1], sys.argv[2])
