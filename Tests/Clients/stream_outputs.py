"""Outputs that fail, close or dawdle: what kith may do then, for every command and every form of output."""

import collections
import contextlib
import os
import re
import socket
import subprocess

from stream_worlds import PATIENCE, Done, Drain, files_in, is_trap, new_terminal, set_non_blocking

FORMATS = ("full", "concise", "json", "json-lines", "github", "gitlab", "sarif", "junit", "checkstyle")

NOTES = {
  "people.net": "# Amara Okafor @amara\nrole: Head of School\n\n# Jun Tanaka @jun\n",
  # Not canonical, with a safe fix, with an error that none mends, and with a warning.
  "tea.net": "# 2026-11-14 Tea with @amara\n* gave @amra:  a list\n- [ ] call @jun done:2026-11-15\n- gave @amara a cup\n",
  "private.net": "# Bo Lind @bo #private\n\n- gave @nobody: a cup\n",
}
# More of everything than a pipe holds: 64 KiB on Linux.
MISTAKES = "* gave @nobody:  a cup of tea, and a biscuit\n- [ ] call @jun done:2026-11-15\n" * 600
MANY = {f"many {number}.net": f"# Ana Sol {number} @ana{number}\n\n{MISTAKES}" for number in range(3)}
FILTER = NOTES["tea.net"].encode()

Command = collections.namedtuple("Command", "arguments stdin")


def commands():
  """Each command in each of its forms, as typed."""
  lists = [
    [
      "lint",
      "lint -q",
      "lint -v",
      "lint --statistics",
      "lint --statistics --output-format json",
      "lint --diff",
      "lint --diff --unsafe-fixes",
      "lint --fix",
      "lint --fix -q",
      "lint --add-ignore=old",
      "lint --show-files",
      "lint -o report.txt",
      "lint -o /dev/stdout",
      "lint -o -",
      "lint -o /dev/stderr",
      "lint --fix -o report.txt",
      "lint nowhere.net people.net",
      "lint --no-such",
      "lint --config nowhere.json",
    ],
    [f"lint --output-format {format}" for format in FORMATS],
    [f"lint --fix --output-format {format}" for format in FORMATS],
    ["format", "format -q", "format --check", "format --list", "format --diff", "format --range 2-3 tea.net", "fmt tea.net"],
    ["rename @amara @amara-okafor", "rename @amara @amara-okafor --diff", "rename @amara @jun", "rename @nobody-at-all @x"],
    ["json", "json --compact", "json --lines", "json --private", "json --schema"],
    ["rule N201", "rule N2", "rule --all", "rule no-such-rule", "explain unknown-mention"],
    ["dump tokens", "dump tree", "dump model", "completions bash", "completions zsh", "completions fish"],
    [
      "hook print",
      "hook uninstall",
      "help",
      "help lint",
      "help --man",
      "lint --help",
      "--help",
      "--version",
      "-V",
      "",
      "no-such",
    ],
  ]
  for typed in (typed for rows in lists for typed in rows):
    yield Command(typed.split(), None)
  for typed in (
    "lint -",
    "lint - --output-format json",
    "lint --fix -",
    "lint --fix - -o report.txt",
    "lint --diff -",
    "lint --add-ignore -",
    "format -",
    "format - -q",
    "format --check -",
    "format --diff -",
    "json -",
    "json - --lines",
    "dump tree -",
    "dump model -",
  ):
    yield Command(typed.split(), FILTER)


BROKEN = r"error: cannot write to (standard output|`-`|`/dev/stdout`): {}\n"


class Broken:
  """An output that takes nothing, and what may be said of it on the other stream."""

  def __init__(self, name, opened, said, closes=None):
    self.name, self.opened, self.said, self.closes = name, opened, said, closes


@contextlib.contextmanager
def full_device():
  with open("/dev/full", "wb") as file:
    yield file


@contextlib.contextmanager
def pipe_without_reader():
  reader, writer = os.pipe()
  os.close(reader)
  yield writer
  os.close(writer)


@contextlib.contextmanager
def socket_without_reader():
  ours, theirs = socket.socketpair()
  ours.close()
  yield theirs
  theirs.close()


@contextlib.contextmanager
def for_reading_only():
  with open("/dev/null", "rb") as file:
    yield file


@contextlib.contextmanager
def terminal_that_has_gone():
  ours, theirs = new_terminal()
  os.close(ours)
  yield theirs
  os.close(theirs)


@contextlib.contextmanager
def closed():
  """The shell below closes it."""
  yield None


# How an output is broken, and the only line that may be said of it: none where the reader has left on purpose.
BREAKS = (
  Broken("a full device", full_device, "the disk is full"),
  Broken("a pipe closed at once", pipe_without_reader, None),
  Broken("a socket closed at once", socket_without_reader, None),
  Broken("a descriptor for reading", for_reading_only, "it is closed"),
  Broken("a terminal that has gone", terminal_that_has_gone, ".+"),
  Broken("a closed descriptor", closed, "it is closed"),
)


def check_outputs(world, tally):
  references = {number: Reference(world, command) for number, command in enumerate(commands())}
  for broken in BREAKS:
    for which in ("out", "err", "both"):
      with tally.group(f"{broken.name} as {NAMES[which]}"):
        for reference in references.values():
          reference.check(world, tally, broken, which)
  with tally.group("a pipe that does not wait, with a slow reader"):
    for reference in references.values():
      reference.check_slow(world, tally)
  with tally.group("a pipe closed after 10 bytes of many"):
    check_many(world, tally)
  with tally.group("files asked for by -o that fail"):
    check_output_files(world, tally)
  with tally.group("standard input that is closed, a folder, or for writing"):
    check_inputs(world, tally)


NAMES = {"out": "standard output", "err": "standard error", "both": "both"}


class Reference:
  """What a command does while all is well."""

  def __init__(self, world, command):
    self.command = command
    self.typed = "kith " + " ".join(command.arguments)
    folder = world.folder(NOTES)
    self.done = placeless(world.run(folder, command.arguments, stdin=command.stdin), folder)
    self.files = files_in(folder)

  def check(self, world, tally, broken, which):
    folder = world.folder(NOTES)
    done = run_broken(world, folder, self.command, broken, which)
    is_lost = {"out": self.done.out, "err": self.done.err, "both": self.done.out + self.done.err}[which] != b""
    what = f"{self.typed}, {broken.name} as {NAMES[which]}"
    expected = 2 if is_lost else self.done.status
    tally.expect(f"{what}: exit {expected}", done.status == expected, done)
    # Files are written before anything is printed about them.
    tally.expect(f"{what}: files as without", files_in(folder) == self.files, files_in(folder))
    if which == "err":
      tally.expect(f"{what}: the other stream is whole", done.out == self.done.out, done.out)
    if which == "out":
      tally.expect(f"{what}: one clear word at most", self.is_clear(done.err, broken, is_lost), done.err)

  def is_clear(self, err, broken, is_lost):
    """What is said anyway, less what came too late, and one line more where somebody has to be told."""
    said = err.decode().splitlines(keepends=True)
    usual = collections.Counter(self.done.err.decode().splitlines(keepends=True))
    more = collections.Counter(said) - usual
    if not is_lost or broken.said is None:
      return not more
    return more.total() == 1 and re.fullmatch(BROKEN.format(broken.said), next(iter(more))) is not None

  def check_slow(self, world, tally):
    folder = world.folder(NOTES)
    pipes = [os.pipe() for _ in range(2)]
    for _, writer in pipes:
      set_non_blocking(writer)
    # Some KiB at a time fill the pipe, while the smallest outputs come in single bytes.
    sizes = [max(1, len(text) // 8) for text in (self.done.out, self.done.err)]
    drains = [Drain(reader, size=size, pause=0.002) for (reader, _), size in zip(pipes, sizes)]
    done = world.run(folder, self.command.arguments, stdin=self.command.stdin, stdout=pipes[0][1], stderr=pipes[1][1])
    for _, writer in pipes:
      os.close(writer)
    for drain in drains:
      drain.join()
    found = placeless(Done(done.status, drains[0].taken, drains[1].taken), folder)
    tally.expect(f"{self.typed}, slow readers", found == self.done, found)


def run_broken(world, folder, command, broken, which):
  if broken.opened is closed:
    redirection = {"out": ">&-", "err": "2>&-", "both": ">&- 2>&-"}[which]
    under = ["sh", "-c", f'exec "$0" "$@" {redirection}']
    return placeless(world.run(folder, command.arguments, stdin=command.stdin, under=under), folder)
  with broken.opened() as end:
    streams = {"out": {"stdout": end}, "err": {"stderr": end}, "both": {"stdout": end, "stderr": end}}[which]
    return placeless(world.run(folder, command.arguments, stdin=command.stdin, **streams), folder)


def placeless(done, folder):
  """What was done, with the same name for every folder, and without the times that -v tells."""
  name = os.fsencode(folder)
  err = re.sub(rb"(?m)^(  [a-z][a-z ]*?) +[0-9.]+ +[0-9]+ %$|[0-9]+(?= ms have passed)", rb"\1", done.err)
  return Done(done.status, done.out.replace(name, b"HERE"), err.replace(name, b"HERE"))


# Commands that write more than a pipe holds, with the notes of MANY.
LARGE = (
  [f"lint --output-format {format}" for format in FORMATS]
  + [f"lint --fix --output-format {format}" for format in FORMATS]
  + [
    "lint --diff",
    "format --diff",
    "format -",
    "lint --fix -",
    "rename @jun @jun-tanaka --diff",
    "json",
    "json --lines",
    "json --compact",
  ]
  + ["dump tokens", "dump tree", "dump model", "rule --all"]
)


def check_many(world, tally):
  stdin = b"".join(text.encode() for text in MANY.values())
  jun = "# Jun Tanaka @jun\n"
  for typed in LARGE:
    check_cut(world, tally, typed, {**MANY, "jun.net": jun}, stdin)
  # Each file in a notebook of its own, which are done one after the other.
  apart = {
    f"{name}/{part}": text for name in MANY for part, text in (("a.net", MANY[name]), ("b.net", jun), (".kith.json", "{}"))
  }
  for typed in ("lint", "lint --fix", "lint --diff", "lint --add-ignore", "format --diff"):
    check_cut(world, tally, typed, apart, None)


def check_cut(world, tally, typed, notes, stdin):
  """The reader of one output leaves after 10 bytes."""
  arguments, whole = typed.split(), world.folder(notes)
  reference = world.run(whole, arguments, stdin=stdin)
  old, new = files_in(world.folder(notes)), files_in(whole)
  is_large = len(reference.out) > 1 << 16
  tally.expect(f"kith {typed} writes more than a pipe holds", is_large or "--add-ignore" in typed, len(reference.out))
  for stream in ("stdout", "stderr"):
    folder = world.folder(notes)
    reader, writer = os.pipe()
    drain = Drain(reader, size=10, most=10)
    done = world.run(folder, arguments, stdin=stdin, **{stream: writer})
    os.close(writer)
    drain.join()
    what, held = f"kith {typed}, {stream} closed soon", files_in(folder)
    if stream == "stderr":
      tally.expect(what, done.status in (reference.status, 2) and done.out == reference.out, done.status)
    elif is_large:
      tally.expect(f"{what}: exit 2", done.status == 2 and drain.taken == reference.out[:10], done)
      # Neither a complaint nor a count of what was not looked at.
      more = set(done.err.splitlines()) - set(reference.err.splitlines())
      tally.expect(f"{what}: nothing more is said", not more, more)
    is_whole = all(text in (old.get(name), new.get(name)) for name, text in held.items()) and held.keys() == old.keys()
    tally.expect(f"{what}: files are whole", is_whole, held.keys())


def check_output_files(world, tally):
  for format in FORMATS:
    arguments = ["lint", "-q", "--output-format", format, "-o"]
    expected = world.run(world.folder(NOTES), arguments[:-1])
    done = world.run(world.folder(NOTES), [*arguments, "/dev/full"])
    error = b"error: cannot write to `/dev/full`: the disk is full\n"
    tally.expect(f"-o /dev/full, {format}", done == (2, b"", error), done)
    folder = world.folder(NOTES)
    os.mkfifo(folder / "fifo")
    # Somebody opens the FIFO and leaves; the report of many findings is larger than it holds.
    reader = subprocess.Popen(["head", "-c", "1", folder / "fifo"], stdout=subprocess.DEVNULL)
    done = world.run(folder, [*arguments, "fifo"])
    reader.wait(PATIENCE)
    tally.expect(f"-o FIFO that is left, {format}", done.status in (1, 2) and done.out + done.err == b"", done)
    # What is printed fails, and the report stands all the same.
    folder = world.folder(NOTES)
    with full_device() as full:
      done = world.run(folder, ["lint", "--output-format", format, "-o", "report"], stdout=full, stderr=full)
    tally.expect(
      f"-o report with full outputs, {format}", done.status == 2 and (folder / "report").read_bytes() == expected.out, done
    )
  done = world.run(world.folder(NOTES), ["lint", "-o", "missing/report"])
  tally.expect("-o in no folder", done == (2, b"", b"error: cannot write to `missing/report`: there is no such folder\n"), done)
  done = world.run(world.folder(NOTES), ["lint", "-q", "-o", "/dev/fd/77"])
  tally.expect(
    "-o to a descriptor that is closed", done == (2, b"", b"error: cannot write to `/dev/fd/77`: it is closed\n"), done
  )


def check_inputs(world, tally):
  """Commands that read it say so in one line; of the others nothing changes."""
  cases = (
    ("<&-", "it is closed"),
    ("</", "it is a folder"),
    (">/dev/null 0>&1", "it is closed"),
    ("<&- >&- 2>&-", None),
    ("<&- >&-", None),
  )
  reading = [
    "lint -",
    "lint --fix -",
    "format -",
    "format --check -",
    "json -",
    "dump tokens -",
    "lint --stdin-filename a.net",
    "lint - people.net",
  ]
  for typed in [*reading, "lint", "format", "json -q", "help", "rename @amara @amo"]:
    for redirection, reason in cases:
      folder, plain = world.folder(NOTES), world.folder(NOTES)
      # Standard output must not follow the input where only that one is broken.
      shell = f'exec 3>&1; exec "$0" "$@" {redirection}' + (" >&3" if "0>&1" in redirection else "")
      done = world.run(folder, typed.split(), under=["sh", "-c", shell])
      reference = world.run(plain, typed.split(), stdin=b"")
      what = f"kith {typed} {redirection}"
      tally.expect(f"{what}: no trap", not is_trap(done.status), done)
      if typed in reading:
        tally.expect(f"{what}: exit 2", done.status == 2, done)
        if reason:
          errors = [line for line in done.err.decode().splitlines() if line.startswith("error: cannot read standard input")]
          tally.expect(f"{what}: one clear line", errors == [f"error: cannot read standard input: {reason}"], done)
      elif reason:
        tally.expect(f"{what}: as ever", done == reference, done)
      tally.expect(f"{what}: files", files_in(folder) == files_in(plain), files_in(folder))
  check_slow_input(world, tally)


def check_slow_input(world, tally):
  text = b"".join(text.encode() for text in MANY.values())
  for typed in ("format -", "lint -", "json -"):
    folder = world.folder(NOTES)
    expected = world.run(folder, typed.split(), stdin=text)
    reader, writer = os.pipe()
    set_non_blocking(reader)
    with world.start(folder, typed.split(), stdin=reader, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
      os.close(reader)
      feeder = subprocess.Popen(["sh", "-c", "head -c 9; sleep 0.05; cat"], stdin=subprocess.PIPE, stdout=writer)
      os.close(writer)
      feeder.stdin.write(text)
      feeder.stdin.close()
      out, err = process.communicate(timeout=PATIENCE)
      feeder.wait()
    done = Done(process.returncode, out, err)
    tally.expect(f"kith {typed}: an input that does not wait, slowly", done == expected, done)
