"""Notes, names, settings and words typed that would steer a terminal, and how they come out of every command."""

import itertools
import json
import os
import re
import shutil

from stream_outputs import FORMATS
from stream_worlds import ENVIRONMENT, is_trap, run_in_terminals

BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
# Every control but the line feed and the tab, DEL, C1 as UTF-8, all of Bidi_Control, what terminals obey, and what is no UTF-8.
CHARACTERS = [chr(code).encode() for code in (*range(1, 9), *range(0x0B, 0x20), *range(0x7F, 0xA0), *BIDI)]
SEQUENCES = [
  b"\x1b[31m",
  b"\x1b[2J",
  b"\x1b]0;title\x07",
  b"\x1b]8;;http://a.example\x1b\\link",
  b"\x1bP1$r\x1b\\",
  b"\x1b]52;c;aGk=\x07",
  b"\xc2\x9b31m",
]
NO_UTF8 = [b"\xff", b"\x9b31m", b"\x9d0;t\x9c", b"\xc0\x9b", b"\xed\xa0\x80", b"\xe2\x80", b"\xf4\x90\x80\x80"]
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# What kith itself writes: its colours, and the line that says how far it is.
COLOURS = re.compile(rb"\x1b\[(?:0|1|1;3[1-6])m")
PROGRESS = re.compile(rb"\r\x1b\[K(?:\w+ \d+ of \d+ files(?=\r\x1b\[K))?")
SHOWN = re.compile(rb"\\+u\{?[0-9A-Fa-f]+|\\x[0-9A-F]{2}|\\[0-7]{3}|%[0-9A-F]{2}|\\[rn]")


def text_with(steering, number):
  """Notes with the bytes in every place there is, most of which are reported for one reason or another."""
  c, n = steering, b"%d" % number
  return (
    b"# Eve%b Hill @e%b\nrole: x%b\nrole: y%b\nmet: 2026-11-03 a%b\nphone: +4%b\n"
    b"email: a%b@b.example\nweb: http://a%b.example\n"
    b'ke%by: v\naka: @f%b%b, "o%b"\nvia: @nobody%b, No %bOne\nbirthday: 2026-13-0%b\n\n# Eve%b Hill @e%b\n\n'
    % (c, n, c, c, c, c, c, c, c, n, c, c, c, c, c, c, n)
    + b"# 2026-11-04 25:00 Tea%b with @e%b, @nobo%bdy\nplace: %b\n\n" % (c, n, c, c)
    + b"* gave @no%b%b:  a %b cup\n- [x ] call%b @e%b due:2026-11-3%b\n- ga%bve @e%b: x #ta%bg #%bx\n- gave @e%b%b a cup\n"
    % (n, c, c, c, n, c, c, n, c, c, n, c)
    + b"- story @e%b: %b\n- [ ] tell @e%b done:2026-05-01 %b\n- password: hunter2%b\n"
    b"// kith: ignore no-%b-such -- %b\n// kith: %b\n"
    % (n, c, n, c, c, c, c, c)
    + b"// kith: ignore unknown-mention -- %b\n\n```%b\nin %b code @e%b\n```\n\n" % (c, c, c, n)
  )


def notebook(world):
  """One that says everything, in files whose names steer, too; those that are no UTF-8 have files of their own."""
  files = {
    b".kith.json": json.dumps({"exclude": ["\x1b[31m/", "\u202e"], "perFileIgnores": {"\x9b.net": ["N2"]}}).encode(),
    b"all\x1b]0;t\x07.net": b"".join(text_with(c, n) for n, c in enumerate(CHARACTERS + SEQUENCES) if b"\r" not in c),
    b"\xe2\x80\xae folder\x1b[31m/return \r\xc2\x9b.net": text_with(b"\r", 200) + text_with(b"\r\r", 201),
    b"bytes \xff\x9b31m.net": b"".join(text_with(c, n) for n, c in enumerate(NO_UTF8, 210)),
    b"line\nfeed.net": b"---\n\x1b[31m: \x9b\n" + text_with(b"\xef\xbb\xbf", 220),
    b"nul.net": text_with(b"\x00", 230),
    b"only returns.net": b"# A\x1b @a\rb\r",
    b"nothing \x07.net": b"x\x1b[31m\n",
  }
  files |= {
    b"name %b.net" % c: b"# Ana %b @a%d\n\n- gave @nobody%d: %b\n" % (c, n, n, c)
    for n, c in enumerate(CHARACTERS + SEQUENCES + NO_UTF8, 300)
    if b"/" not in c
  }
  return world.folder(files)


# What is typed, and whether standard output in a pipe is for people too: text and diffs there are exact.
COMMANDS = (
  [(f"lint --output-format {format}", True) for format in FORMATS]
  + [(f"lint --fix --output-format {format}", True) for format in ("full", "concise", "junit")]
  + [
    ("lint --select all --statistics", True),
    ("lint --select all -v", True),
    ("lint --show-files", True),
    ("lint --diff --unsafe-fixes", False),
    ("lint --add-ignore", True),
    ("format --check", True),
    ("format --list", True),
    ("format --diff", False),
    ("format -v", True),
    ("rename @e0 @e1", True),
    ("rename @e0 @f0x --diff", False),
    ("rename @e0 @f0x", True),
    ("json", False),
    ("json --lines --private", False),
    ("dump tokens", True),
    ("dump tree", True),
    ("dump model", True),
  ]
)
STDIN_COMMANDS = [
  ("lint -", True),
  ("lint - --output-format concise", True),
  ("dump tokens -", True),
  ("dump model -", True),
  ("json -", False),
  ("lint --diff -", False),
  ("format --diff -", False),
  ("format -", False),
  ("lint --fix -", False),
  ("lint --add-ignore -", False),
]


def check_terminals(world, tally):
  folder = notebook(world)
  clean = world.folder({f"{n}.net": text_with(c, n) for n, c in enumerate(CHARACTERS + SEQUENCES) if c != b"\r"})
  with tally.group("notes and file names that steer"):
    for notes in (folder, clean):
      for typed, is_read in COMMANDS:
        check(world, tally, notes, typed.split(), is_read)
  with tally.group("notes from standard input"):
    texts = [
      b"".join(text_with(c, n) for n, c in enumerate(CHARACTERS + SEQUENCES) if c != b"\r"),
      text_with(b"\r", 1),
      text_with(b"\x9b31m", 1),
    ]
    for text, (typed, is_read) in itertools.product(texts, STDIN_COMMANDS):
      check(world, tally, clean, typed.split(), is_read, text)
  with tally.group("words that are typed"):
    check_words(world, tally, clean)
  with tally.group("settings"):
    check_settings(world, tally)
  with tally.group("git's files, variables and folders"):
    check_git(world, tally)


def check(world, tally, notes, arguments, is_read, stdin=None, **rest):
  """In a pipe and on a terminal, with colours and without."""
  environment = rest.pop("environment", ENVIRONMENT)
  for colour in ("never", "always"):
    here = copied(world, notes)
    done = world.run(here, [*arguments, "--color", colour], stdin=stdin, environment=environment, **rest)
    # A diff in colours is for people, wherever it goes.
    is_exact = not is_read and not (colour == "always" and "--diff" in arguments)
    examine(tally, arguments, done, f"in a pipe, --color {colour}", colour == "always", is_exact)
    if arguments[0] == "json" and done.out:
      raw = re.search(rb"[\x00-\x09\x0b-\x1f]", done.out)
      tally.expect(f"{arguments}: JSON without raw controls", raw is None and is_json(done.out), raw)
  for terminal in ("dumb", "xterm"):
    here = copied(world, notes)
    done = run_in_terminals(world, here, arguments, stdin=stdin or b"", environment={**environment, "TERM": terminal}, **rest)
    examine(tally, arguments, done, f"on a terminal, {terminal}", terminal == "xterm", False)


def copied(world, notes):
  """A copy to write to, whose own name steers nothing."""
  world.number += 1
  copy = os.path.join(os.fsencode(world.work), b"copy %d" % world.number)
  return shutil.copytree(os.fsencode(notes), copy, symlinks=True)


def examine(tally, arguments, done, where, is_coloured, is_exact):
  what = f"kith {' '.join(map(ascii, arguments))}, {where}"
  tally.expect(f"{what}: no trap", not is_trap(done.status), done.status)
  for name, written in (("standard output", done.out), ("standard error", done.err)):
    if is_exact and name == "standard output":
      continue
    text = PROGRESS.sub(b"", written)
    if is_coloured:
      text = COLOURS.sub(b"", text)
    try:
      found = STEERING.search(text.decode())
      around = found and text.decode()[max(0, found.start() - 80) : found.end() + 40]
    except UnicodeDecodeError as error:
      found, around = error, text[max(0, error.start - 80) : error.end + 40]
    tally.expect(f"{what}: {name}", found is None, ascii(around))


def is_json(text):
  try:
    json.loads(text)
  except ValueError:
    try:
      [json.loads(line) for line in text.split(b"\n") if line]
    except ValueError:
      return False
  return True


def check_words(world, tally, notes):
  """In the place of every word and value; what is wrong is shown in the error."""
  places = [
    "{}",
    "--{}",
    "-{}",
    "lint {}",
    "lint --{}",
    "lint {}/x.net",
    "lint --select {}",
    "lint --ignore N2,{}",
    "lint --output-format {}",
    "lint --color {}",
    "lint -o {}/report",
    "lint --config {}",
    "lint --exclude {}",
    "lint --add-ignore={} 1.net",
    "lint --diff={}",
    "lint --stdin-filename {} {}",
    "format {}",
    "format --range {} 1.net",
    "json {}",
    "json --{}",
    "rename {} @x",
    "rename @e1 {}",
    "rename {} {} {}",
    "rule {}",
    "rule N{}",
    "dump {}",
    "dump tree {}",
    "completions {}",
    "hook {}",
    "hook print {}",
    "help {}",
    "lint --show-files --exclude {} {}",
  ]
  odd = [b"\x1b[31m\x1b]0;t\x07", b"\xc2\x9b31m\xe2\x80\xae\x7f\r", b"\x9b31m\xff", b"a\x08\n\x01", "\u061c\u2067".encode()]
  for place, word in itertools.product(places, odd):
    arguments = [part.encode().replace(b"{}", word) for part in place.split()]
    done = world.run(notes, arguments)
    examine(tally, arguments, done, "typed", False, False)
    # Broken UTF-8 of a handle is shown as U+FFFD; of what takes no value, none is shown.
    if not any(part in place for part in ("--exclude", "--add-ignore", "--diff", "rename")) and place != "-{}":
      tally.expect(f"kith {arguments}: shown as an escape", SHOWN.search(done.out + done.err), done)
    done = run_in_terminals(world, notes, arguments)
    examine(tally, arguments, done, "typed at a terminal", True, False)
  for word, format in itertools.product(odd, FORMATS):
    arguments = ["lint", "-", "--output-format", format, "--stdin-filename", word + b".net"]
    check(world, tally, notes, arguments, True, text_with(b"\x1b[31m", 1))
  for word, typed in itertools.product(
    odd, ("format --check -", "format --diff -", "lint --diff -", "json -", "dump tokens -")
  ):
    check(world, tally, notes, [*typed.split(), b"--stdin-filename", word + b".net"], "json" not in typed, b"* gave @x:  y\n")


def check_settings(world, tally):
  odd = ["\x1b[31m", "\x9b\x7f", "\u202e", "\r\u2066", "a\x00"]
  for word in odd:
    for settings in (
      {word: 1},
      {"select": [word]},
      {"ignore": ["N2" + word]},
      {"severity": {word: "error"}},
      {"severity": {"N2": word}},
      {"exclude": [f"[{word}"]},
      {"perFileIgnores": {word: [word]}},
      {"notation": word},
      {"exclude": word},
      {"$schema": word, "x": word},
    ):
      for ascii_only in (True, False):
        text = json.dumps(settings, ensure_ascii=ascii_only).replace("\\u009b", "\x9b")
        check(world, tally, world.folder({".kith.json": text, "a.net": "# A @a\n"}), ["lint"], True)
  for raw in (
    b"{\x1b[31m}",
    b'{"a\xff\x9b": 1}',
    b'{"select": ["\x1b"]}',
    b"\xef\xbb\xbf{\xe2\x80\xae",
    b'{"\x07\r": 1,}',
    b"\x00\x9b",
  ):
    notes = world.folder({".kith.json": raw, "a.net": "# A @a\n"})
    for typed in ("lint", "format --check", "json", "rename @a @b", "dump tree"):
      check(world, tally, notes, typed.split(), True)
    named = world.folder({b"set\x1b[31m\x9b.json": raw, "a.net": "# A @a\n"})
    check(world, tally, named, ["lint", "--config", b"set\x1b[31m\x9b.json"], True)
  notes = world.folder({".gitignore": b"\x1b[31m\n[\x9b\n\xe2\x80\xae\r\n", "a.net": "# A @a\n", b"\x1b[31m/b.net": "# B @b\n"})
  for typed in ("lint -v", "format --list", "lint --show-files"):
    check(world, tally, notes, typed.split(), True)


def check_git(world, tally):
  start = b"[core]\n\trepositoryformatversion = 0\n"
  for name in (b"repo \x1b[31m\x07", b"repo \xe2\x80\xae\xc2\x9b", b"repo \x9b\xff", b"repo\r\n"):
    git = {b"HEAD": b"ref: refs/heads/main\n", b"objects/x": b"", b"refs/x": b""}
    for config in (
      start,
      start + b"\thooksPath = \x1b[31mhooks\xc2\x9b\n",
      start + b"\thooksPath = ~no\x9bbody/\xe2\x80\xae\n",
      start + b"\x1b[31m\x9b\n",
      start + b"[include]\n\tpath = \x1b]0;t\x07\n",
      start + b'[includeIf "\x1b[31m\xff"]\n\tpath = x\n',
      start + b"\tworktree = \x1b[31m\n",
    ):
      files = {name + b"/.git/" + path: text for path, text in {**git, b"config": config}.items()}
      folder = os.path.join(
        os.fsencode(
          world.folder({**files, name + b"/.git/hooks/pre-commit": b"#!/bin/sh\n\x1b\n", name + b"/a.net": b"# A @a\n"})
        ),
        name,
      )
      for typed in ("hook install", "hook uninstall -v", "hook print"):
        check_in(world, tally, folder, typed.split())
    folder = os.path.join(
      os.fsencode(world.folder({name + b"/.git": b"gitdir: \x1b[31m\x9b\n", name + b"/a.net": b"# A @a\n"})), name
    )
    for typed in ("hook install", "hook uninstall", "lint -v", "lint"):
      check_in(world, tally, folder, typed.split())
    for variable in (
      b"GIT_DIR",
      b"GIT_WORK_TREE",
      b"GIT_CONFIG_GLOBAL",
      b"GIT_COMMON_DIR",
      b"GIT_CONFIG_COUNT",
      b"HOME",
      b"XDG_CONFIG_HOME",
    ):
      environment = {**{os.fsencode(key): os.fsencode(value) for key, value in ENVIRONMENT.items()}, variable: name}
      check_in(world, tally, folder, ["hook", "install"], environment)
  # A kith in a folder whose name steers stands in the hook that it prints.
  other = os.path.join(os.fsencode(world.folder()), b"bin \x1b[31m\xc2\x9b")
  os.mkdir(other)
  kith = os.path.join(other, b"kith")
  os.link(world.kith, kith)
  # In the place of the one that is tried elsewhere.
  under = ["sh", "-c", 'kith=$0; shift; exec "$kith" "$@"', kith]
  done = run_in_terminals(world, world.folder(), ["hook", "print"], under=under)
  tally.expect("hook print names that place", b"bin \\u{1B}[31m\\u{9B}" in done.out, done)
  examine(tally, ["hook", "print"], done, "with an odd place of kith, on a terminal", True, False)


def check_in(world, tally, folder, arguments, environment=ENVIRONMENT):
  """Where nothing is written that would change the next run."""
  done = world.run(folder, arguments, environment=environment)
  examine(tally, arguments, done, "in a repository", False, False)
  done = run_in_terminals(world, folder, arguments, environment=environment)
  examine(tally, arguments, done, "in a repository, on a terminal", True, False)
