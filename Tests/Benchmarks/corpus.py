"""Makes notebooks of any size to measure with: invented, in several scripts, and the same in every run.

Every mention resolves and no rule has anything to report. People are mentioned only by records that come
behind their own, so a notebook can end behind any record.
"""

import datetime
import math
import pathlib
import random
import sys

from corpus_words import (
  LABELS,
  LATIN_FIRST,
  LATIN_LAST,
  MATTERS,
  ORGS,
  PLACES,
  REMARKS,
  ROLES,
  SCRIPTS,
  SENTENCES,
  TAGS,
  TASKS,
  TITLES,
  TOPICS,
)

assert math.gcd(len(LATIN_FIRST), len(LATIN_LAST)) == 1


class Notebook:
  """Writes one record after another and remembers whom it has written about."""

  def __init__(self, seed=20261114):
    self.random = random.Random(seed).random
    self.people = []
    self.meetings = 0
    self.counts = dict.fromkeys(SCRIPTS, 0)

  def records(self):
    """People and meetings without end, each as one text."""
    while True:
      for _ in range(4 if len(self.people) < 4 else 2):
        yield self.person()
      for _ in range(3):
        yield self.meeting()

  def pick(self, values):
    return values[int(self.random() * len(values))]

  def chance(self, share):
    return self.random() < share

  def fill(self, text):
    return text.format(
      t=self.pick(TOPICS), u=self.pick(TOPICS), n=int(self.random() * 1000), m=self.someone()
    )

  def someone(self):
    """A mention, most often of someone lately written about."""
    if self.chance(0.7):
      return "@" + self.people[-1 - int(self.random() * min(40, len(self.people)))]
    return "@" + self.pick(self.people)

  def several(self, count):
    found = []
    for _ in range(count):
      mention = self.someone()
      if mention not in found:
        found.append(mention)
    return found

  def named(self):
    """A new name with its script, unlike every one before."""
    if self.chance(0.85):
      # The two lists have no common factor, so that pairs repeat only after all have been used.
      number = len(self.people)
      again = number // (len(LATIN_FIRST) * len(LATIN_LAST))
      middle = LATIN_LAST[again % len(LATIN_LAST)] + " " if again else ""
      return None, f"{LATIN_FIRST[number % len(LATIN_FIRST)]} {middle}{LATIN_LAST[number % len(LATIN_LAST)]}"
    script = self.pick(list(SCRIPTS))
    first, second, third = SCRIPTS[script][:3]
    number = self.counts[script]
    self.counts[script] += 1
    parts = [first[number % len(first)], second[number // len(first) % len(second)]]
    number //= len(first) * len(second)
    last = third[number % len(third)]
    # Once all have been used, a second family name tells people apart.
    more = third[number // len(third) % len(third)] if number >= len(third) else ""
    if script == "japanese":
      return script, f"{last}{more} {''.join(parts)}"
    return script, " ".join([*parts, *([more] if more else []), last])

  def person(self):
    script, name = self.named()
    number = len(self.people)
    slug = "-".join(name.lower().replace("'", " ").split())
    heading = f"# {name}"
    if self.chance(0.3):
      handle = slug
    elif script or self.chance(0.5):
      stem = SCRIPTS[script][4] if script else slug.split("-")[0]
      handle = f"{stem}-{number}"
      heading += f" @{handle}"
    else:
      handle = slug
      heading += f" @{handle}"
    lines = ["// To be asked for a photograph.", heading] if self.chance(0.05) else [heading]
    if self.people:
      self.fields(lines, number)
    else:
      lines.append("role: Head of School")
    self.people.append(handle)
    self.person_notes(lines, script)
    return "\n".join(lines) + "\n"

  def fields(self, lines, number):
    """The header; people are introduced by those who came before, so that no one introduces themselves."""
    lines.append(f"role: {self.pick(ROLES)}")
    if self.chance(0.6):
      lines.append(f"org: {self.pick(ORGS)}")
    if self.chance(0.6):
      lines.append(f"place: {self.pick(PLACES[:10])}")
    if self.chance(0.5):
      lines.append(f"email: person{number}@mail.example" + (" (work)" if self.chance(0.5) else ""))
    if self.chance(0.3):
      lines.append(f"phone: +44 20 {7000 + number // 10000 % 1000} {number % 10000:04d}")
    if self.chance(0.3):
      lines.append(f"birthday: --{1 + number % 12:02d}-{1 + number % 28:02d}")
    if self.chance(0.4):
      # Before all meetings, as is only natural.
      met = datetime.date.fromordinal(726000 + number % 4000)
      lines.append(f"met: {met} school leaders' breakfast, {self.pick(PLACES[:10])}")
    if self.chance(0.5):
      lines.append(f"via: {self.someone()}")
    if self.chance(0.4):
      knows = [
        f"{mention} ({self.pick(LABELS)})" if self.chance(0.4) else mention for mention in self.several(3)
      ]
      lines.append("knows: " + ", ".join(knows))
    if self.chance(0.3):
      lines.append("cadence: " + self.pick(["3 months", "weekly", "every 6 weeks", "yearly"]))
    if self.chance(0.5):
      lines.append(
        "tags: " + " ".join("#" + tag for tag in dict.fromkeys([self.pick(TAGS), self.pick(TAGS)]))
      )
    if self.chance(0.1):
      lines.append("instrument: cello")

  def person_notes(self, lines, script):
    if self.chance(0.8):
      lines += ["", *self.paragraph(script)]
    if self.chance(0.6):
      lines.append("")
      for _ in range(1 + int(self.random() * 4)):
        label = self.pick(list(MATTERS))
        lines.append(f"- {label}: {self.fill(self.pick(MATTERS[label]))}")
    if self.chance(0.4):
      lines.append("")
      for _ in range(1 + int(self.random() * 2)):
        lines.append(f"- {self.day(int(self.random() * 9000))} {self.fill(self.pick(REMARKS))}")
    lines.append("")

  def paragraph(self, script):
    sentences = SCRIPTS[script][3] if script and self.chance(0.7) else SENTENCES
    return [self.fill(self.pick(sentences)) for _ in range(1 + int(self.random() * 3))]

  def meeting(self):
    number = self.meetings
    self.meetings += 1
    people = self.several(1 + int(self.random() * 3))
    hour, quarter = 8 + number % 10, number // 10 % 4 * 15
    start = f"# {self.day(number // 40)} {hour:02d}:{quarter:02d}"
    if self.chance(0.2):
      lines = [f"{start} An hour about {self.pick(TOPICS)}", "with: " + ", ".join(people)]
    else:
      lines = [f"{start} {self.pick(TITLES).format(t=self.pick(TOPICS), p=' and '.join(people))}"]
    if self.chance(0.5):
      lines.append(f"place: {self.pick(PLACES)}")
    if self.chance(0.2):
      lines.append("tz: " + self.pick(["Asia/Qatar", "Europe/London", "Africa/Lagos", "Asia/Tokyo"]))
    if self.chance(0.7):
      lines += ["", *self.paragraph(self.pick([None] * 12 + list(SCRIPTS)))]
    if self.chance(0.1):
      lines += ["", "## Afterwards", "", *self.paragraph(None)]
    lines.append("")
    for _ in range(2 + int(self.random() * 4)):
      self.meeting_item(lines, people)
    if self.chance(0.15):
      lines += ["> The best networks feed the people at their edges."]
    if self.chance(0.02):
      lines += ["", "```", "09:00 welcome, and the coffee that was promised", "09:30 reading aloud", "```"]
    lines.append("")
    return "\n".join(lines) + "\n"

  def meeting_item(self, lines, people):
    if self.chance(0.3):
      box, end = self.pick([("[ ]", "due"), ("[x]", "done")])
      text = self.fill(self.pick(TASKS))
      owner = self.pick(people)
      if self.chance(0.3) and owner not in text:
        text = f"{owner}: {text}"
      lines.append(f"- {box} {text} {end}:{self.day(int(self.random() * 9000))}")
    elif self.chance(0.1) and len(people) > 1:
      lines.append(f"- intro {people[0]}, {people[1]}: both are thinking about {self.pick(TOPICS)}")
    else:
      label = self.pick(list(MATTERS))
      lines.append(f"- {label} {self.pick(people)}: {self.fill(self.pick(MATTERS[label]))}")
    if self.chance(0.15):
      lines.append("  - it arrived the same evening")

  def day(self, number):
    return datetime.date(2000, 1, 1).fromordinal(730120 + number % 9700).isoformat()


def make(folder, size, files=1000):
  """Writes about `size` bytes of canonical notes as `folder/one/all.net` and, the same text, as up to `files`
  files in `folder/many`.

  Returns the number of files.
  """
  folder = pathlib.Path(folder)
  parts, part, written, limit = [], [], 0, size / files
  for record in Notebook().records():
    text = record.encode()
    part.append(text)
    written += len(text)
    if written >= limit * (len(parts) + 1) or written >= size:
      parts.append(b"".join(part))
      part = []
    if written >= size:
      break
  for name in ("one", "many"):
    (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / name / ".kith.json").write_text('{"notation": 1}\n')
  (folder / "one" / "all.net").write_bytes(ended(b"".join(parts)))
  for index, text in enumerate(parts):
    subfolder = folder / "many" / f"{index // 100:02d}"
    subfolder.mkdir(exist_ok=True)
    (subfolder / f"{index:04d}.net").write_bytes(ended(text))
  return len(parts)


def ended(text):
  """The text without the blank line behind its last record."""
  return text.rstrip(b"\n") + b"\n"


if __name__ == "__main__":
  if len(sys.argv) != 3:
    sys.exit("usage: corpus.py FOLDER BYTES")
  print(make(sys.argv[1], int(sys.argv[2])))
