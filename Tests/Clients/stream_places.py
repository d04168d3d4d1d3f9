"""What stands where a note was expected: pipes, devices, loops, what cannot be read, names and paths that are too long."""

import collections
import os
import pathlib
import shutil
import socket
import time

from stream_worlds import ENVIRONMENT, Done

GOOD = b"# Amara Okafor @amara\n\n* knows the way\n"
FORMATTED = b"# Amara Okafor @amara\n\n- knows the way\n"
OTHER_USER = 65534
PIPE, FOLDER = "it is a pipe, not a file (`-` reads standard input)", "it is a folder"


def fifo(path):
  os.mkfifo(path)


def listening_socket(path):
  with socket.socket(socket.AF_UNIX) as made:
    # Names of sockets are short, so from within the folder.
    here = os.getcwd()
    os.chdir(path.parent)
    made.bind(path.name)
    os.chdir(here)


def sparse(path):
  with open(path, "wb") as file:
    file.write(GOOD)
    file.truncate((2 << 30) + 1)


def link_to(target):
  return lambda path: path.symlink_to(target)


def loop(path):
  path.symlink_to("odd loop.net")
  path.with_name("odd loop.net").symlink_to(path.name)


def nothing(_):
  pass


def named(text):
  return lambda path: path.write_bytes(text)


# What stands at `odd.net`, what is typed for it, and what is said of it; None where all is well.
Place = collections.namedtuple("Place", "name make typed said")
PLACES = [
  Place("a FIFO", fifo, "odd.net", f"cannot read `odd.net`: {PIPE}"),
  Place(
    "a link to a FIFO",
    lambda path: (os.mkfifo(path.with_name("fifo")), path.symlink_to("fifo")),
    "odd.net",
    f"cannot read `odd.net`: {PIPE}",
  ),
  Place("a socket", listening_socket, "odd.net", "cannot read `odd.net`: it is a socket, not a file"),
  Place("/dev/null", nothing, "/dev/null", "cannot read `/dev/null`: it is a device, not a file"),
  Place("/dev/zero by a link", link_to("/dev/zero"), "odd.net", "cannot read `odd.net`: it is a device, not a file"),
  Place("the terminal", nothing, "/dev/tty", "cannot read `/dev/tty`: "),
  Place("standard input by its name", nothing, "/dev/stdin", "cannot read `/dev/stdin`: it is a device, not a file"),
  Place("a descriptor that is closed", nothing, "/dev/fd/77", "there is no file or folder `/dev/fd/77`"),
  Place("a link loop", loop, "odd.net", "cannot find `odd.net`: its symbolic links lead in a circle"),
  Place(
    "a link to itself",
    lambda path: path.symlink_to(path.name),
    "odd.net",
    "cannot find `odd.net`: its symbolic links lead in a circle",
  ),
  Place("a dangling link", link_to("nowhere.net"), "odd.net", "there is no file or folder `odd.net`"),
  Place("a file of more than 2 GiB", sparse, "odd.net", "cannot read `odd.net`: it holds 2 GiB or more"),
  Place(
    "a file as a folder", named(FORMATTED), "odd.net/x.net", "cannot find `odd.net/x.net`: a part of the path is not a folder"
  ),
  Place("an empty name", nothing, "", "there is no file or folder ``"),
  Place("a name of 256 bytes", nothing, "n" * 252 + ".net", "file name too long"),
  Place("a path of 4,096 bytes", nothing, "./" * 2046 + ".net", "file name too long"),
  Place("memory of the process", nothing, "/proc/self/mem", "cannot read `/proc/self/mem`: "),
  Place("all memory of the machine", nothing, "/proc/kcore", "cannot read `/proc/kcore`: "),
  Place("the kernel's messages, which never end", nothing, "/proc/kmsg", "cannot read `/proc/kmsg`: "),
  Place("a file for writing only", nothing, "/proc/self/clear_refs", "cannot read `/proc/self/clear_refs`: "),
  Place("a folder called like a note", lambda path: path.mkdir(), "odd.net", None),
  Place("a file that says it is empty", nothing, "/proc/self/status", None),
  Place(
    "a name of 255 bytes",
    lambda path: path.with_name("n" * 251 + ".net").write_bytes(b"# Nan Hill @nan\n"),
    "n" * 251 + ".net",
    None,
  ),
  Place("a long path", named(b"# Odd One @odd\n"), "./" * 1900 + "odd.net", None),
]
COMMANDS = (
  "lint",
  "lint --fix",
  "lint --diff",
  "lint --add-ignore",
  "lint --output-format json",
  "lint --output-format junit",
  "format",
  "format --check",
  "format --diff",
  "json",
  "dump tree",
  "rename @amara @amo",
)
WRITING = ("format", "lint --fix")


def check_places(world, tally):
  with tally.group("odd files that are named"):
    for place in PLACES:
      if os.path.lexists(place.typed) or not place.typed.startswith("/proc/"):
        for typed in COMMANDS:
          check_named(world, tally, place, typed)
      else:
        tally.pass_over(place.name, f"there is no {place.typed} here")
  with tally.group("odd files that are come upon in a folder"):
    check_come_upon(world, tally)
  with tally.group("odd settings and folders"):
    check_settings(world, tally)
    check_long_ways(world, tally)
  with tally.group("files that stay as they are keep inode and times"):
    check_unchanged(world, tally)
  if os.geteuid() != 0 or shutil.which("setpriv") is None:
    tally.pass_over("what somebody may not read or write", "which takes the superuser and setpriv")
    return
  with tally.group("what somebody may not read or write"):
    check_permissions(world, tally)


def check_named(world, tally, place, typed):
  """The odd one first; the good one is done all the same."""
  if place.typed.startswith("/proc/") and typed.startswith(("json", "rename")):
    return  # two notebooks, of which these take one
  folder = world.folder({"good.net": GOOD})
  place.make(folder / "odd.net")
  start = time.monotonic()
  done = world.run(folder, [*typed.split(), place.typed, "good.net"], under=["setsid"])
  what = f"kith {typed}: {place.name}"
  errors = [line for line in done.err.decode().splitlines() if line.startswith("error: ")]
  if place.said is None:
    is_well = done.status in (0, 1, 2 if place.typed.startswith("/proc") else 1)
    tally.expect(f"{what} is fine", is_well and not (errors and done.status < 2), done)
  else:
    tally.expect(f"{what}: exit 2", done.status == 2, done)
    about = [line for line in errors if place.said in line]
    tally.expect(f"{what}: one clear error", len(about) == 1 and is_about_that(errors, about), done.err)
    tally.expect(f"{what}: at once", time.monotonic() - start < 10, time.monotonic() - start)
  if typed == "format":
    tally.expect(f"{what}: the other file is done", (folder / "good.net").read_bytes() == FORMATTED, done)
  elif typed == "format --check":
    tally.expect(f"{what}: the other file is looked at", b"would format good.net" in done.out, done)
  elif typed in ("lint", "lint --output-format json"):
    tally.expect(f"{what}: the other file is checked", b"good.net" in done.out, done)
  left = [name for name in os.listdir(folder) if name.startswith(".") and name != ".kith.json"]
  tally.expect(f"{what}: no litter", not left, left)


def is_about_that(errors, about):
  """Nothing else is wrong; a command that changes the whole notebook adds that it changes nothing."""
  return all(line in about or "nothing is changed" in line for line in errors)


# What a walk passes over without a word, and what it says of the rest.
COME_UPON = [
  ("a FIFO", fifo, None),
  ("a socket", listening_socket, None),
  ("a dangling link", link_to("nowhere.net"), None),
  ("a link loop", loop, None),
  ("a link to /dev/zero", link_to("/dev/zero"), None),
  ("a folder called like a note", lambda path: path.mkdir(), None),
  ("a file of more than 2 GiB", sparse, "cannot read `odd.net`: it holds 2 GiB or more"),
  ("a link to the folder itself", link_to("."), None),
]


def check_come_upon(world, tally):
  for name, make, said in COME_UPON:
    for typed in COMMANDS:
      folder = world.folder({"good.net": GOOD})
      make(folder / "odd.net")
      done = world.run(folder, typed.split())
      errors = [line for line in done.err.decode().splitlines() if line.startswith("error: ")]
      what = f"kith {typed}: {name}"
      if said is None:
        tally.expect(f"{what} is passed over", done.status in (0, 1) and not errors, done)
      else:
        tally.expect(f"{what}: one clear error", done.status == 2 and sum(said in line for line in errors) == 1, done)
      if typed == "format":
        tally.expect(f"{what}: the other file is done", (folder / "good.net").read_bytes() == FORMATTED, done)


def check_settings(world, tally):
  """Of settings that cannot be read somebody has to be told: without them other rules would run."""

  def folder_there(path):
    path.mkdir()

  for name, make in (
    ("a FIFO", fifo),
    ("a folder", folder_there),
    ("a socket", listening_socket),
    ("a link loop", lambda path: path.symlink_to(path.name)),
    ("a dangling link", link_to("nowhere")),
    ("a link to /dev/zero", link_to("/dev/zero")),
    ("a file of more than 2 GiB", sparse),
  ):
    for typed in ("lint", "format --check", "json"):
      folder = world.folder({"good.net": GOOD})
      (folder / ".kith.json").unlink()
      make(folder / ".kith.json")
      done = world.run(folder, typed.split())
      tally.expect(
        f"kith {typed}: {name} as .kith.json",
        done.status == 2 and done.err.count(b"error: ") == 1 and b".kith.json" in done.err,
        done,
      )
      folder = world.folder({"good.net": GOOD})
      make(folder / "settings")
      done = world.run(folder, [*typed.split(), "--config", "settings"])
      tally.expect(
        f"kith {typed} --config: {name}", done.status == 2 and done.err.count(b"error: ") == 1 and b"settings" in done.err, done
      )
      folder = world.folder({"good.net": GOOD})
      make(folder / ".gitignore")
      done = world.run(folder, typed.split())
      tally.expect(
        f"kith {typed}: {name} as .gitignore", done.status in (0, 1, 2) and (done.status < 2 or b".gitignore" in done.err), done
      )


def check_long_ways(world, tally):
  """A folder below folders whose path no system call takes, and one that is gone."""
  folder = world.folder({"good.net": GOOD})
  here, depth = os.getcwd(), 20
  os.chdir(folder)
  for _ in range(depth):
    os.mkdir("d" * 250)
    os.chdir("d" * 250)
  pathlib.Path("deep.net").write_bytes(GOOD)
  os.chdir(here)
  for typed in ("lint", "format --check", "json", "format"):
    done = world.run(folder, typed.split())
    tally.expect(f"kith {typed}: a path of {depth * 251} bytes", done.status == 2 and done.err.count(b"error: ") == 1, done)
  tally.expect("kith format: a file above such a path is done", (folder / "good.net").read_bytes() == FORMATTED)
  # From within nothing is too long, but what is above cannot be named.
  done = world.run(folder, ["lint", "deep.net"], under=["sh", "-c", f'for i in $(seq {depth}); do cd d*; done; exec "$0" "$@"'])
  tally.expect("kith lint in such a folder", done.status in (0, 1, 2) and (done.status < 2 or b"error: " in done.err), done)
  shutil.rmtree(folder)
  for typed in ("lint", "format", "json", "lint -", "rename @a @b", "hook install", "help", "hook print"):
    gone = world.folder({"good.net": GOOD})
    done = world.run(gone, typed.split(), stdin=b"", under=["sh", "-c", 'rm -r "$PWD"; exec "$0" "$@"'])
    expected = (0,) if typed in ("help", "hook print") else (0, 1, 2)
    tally.expect(
      f"kith {typed} in a folder that is gone", done.status in expected and (done.status < 2 or b"error: " in done.err), done
    )


def check_unchanged(world, tally):
  notes = {
    "people.net": FORMATTED,
    "empty.net": b"",
    "no end.net": b"# Bo Lind @bo",
    "crlf.net": b"# Cy Dent @cy\r\n\r\n- a note\r\n",
    "latin.net": b"# D\xe9 @de\n",
    "mark.net.md": b"\xef\xbb\xbf# Flo Orr @flo\n",
    "not ours.net": b"* SPICE netlist\nR1 1 0 10\n",
    "read only.net": b"# Gus Hay @gus\n",
    "error.net": b"# Hal Ide @hal\n\n- gave @nobody: a cup\n",
  }
  looking = (
    "lint",
    "lint --diff",
    "lint --output-format sarif",
    "format --check",
    "format --diff",
    "format --list",
    "json",
    "dump model",
    "rename @amara @amo --diff",
    "lint --show-files",
    "lint --statistics",
    "rename @nobody @x",
    "lint -o report.json --output-format json",
  )
  for typed in looking:
    folder = world.folder(notes)
    expect_same(world, tally, folder, typed, list(notes))
  for typed in ("format", "lint --fix", "lint --fix --unsafe-fixes", "format people.net", "lint --add-ignore people.net"):
    folder = world.folder(notes)
    os.chmod(folder / "read only.net", 0o444)
    world.run(folder, typed.split())
    # By now everything has its form, and what cannot have one stays.
    expect_same(world, tally, folder, typed, list(notes))
  folder = world.folder(notes)
  expect_same(
    world, tally, folder, "format", ["people.net", "empty.net", "latin.net", "not ours.net", "read only.net", "error.net"]
  )


def expect_same(world, tally, folder, typed, names):
  def states():
    found = {name: os.stat(folder / name) for name in names}
    return {name: (s.st_ino, s.st_mtime_ns, s.st_ctime_ns, s.st_size, s.st_mode) for name, s in found.items()}

  before, held = states(), {name: (folder / name).read_bytes() for name in names}
  time.sleep(0.02)
  done = world.run(folder, typed.split())
  after = states()
  for name in names:
    tally.expect(f"kith {typed}: {name} is not touched", before[name] == after[name], (done, before[name], after[name]))
    tally.expect(f"kith {typed}: {name} says the same", held[name] == (folder / name).read_bytes())


def check_permissions(world, tally):
  """As somebody who is not the superuser, in a folder that is theirs but for one thing."""
  under = ["setpriv", f"--reuid={OTHER_USER}", f"--regid={OTHER_USER}", "--clear-groups"]
  environment = {**ENVIRONMENT, "HOME": "/"}

  def check(what, typed, arrange, *words, status=2, held=None):
    folder = world.folder({"good.net": GOOD, "odd/odd.net": GOOD})
    for path in (folder, *folder.rglob("*")):
      os.chown(path, OTHER_USER, OTHER_USER)
    arrange(folder)
    done = world.run(folder, typed.split(), under=under, environment=environment)
    said = done.err.decode()
    tally.expect(f"kith {typed}: {what}", done.status == status and all(word in said for word in words), done)
    if words:
      tally.expect(
        f"kith {typed}: {what}, said once",
        sum(line.startswith("error: ") and words[0] in line for line in said.splitlines()) == 1,
        done,
      )
    for name, text in (held or {}).items():
      tally.expect(f"kith {typed}: {what}, {name}", (folder / name).read_bytes() == text, done)
    return Done(*done)

  def mode(name, bits):
    return lambda folder: os.chmod(folder / name, bits)

  denied = "cannot read `odd/odd.net`: permission denied"
  for typed in ("lint", "lint --output-format sarif", "format --check", "json", "dump tree", "format --diff"):
    check("a file that is not to be read", typed, mode("odd/odd.net", 0), denied)
    check(
      "a folder that is not to be entered", typed, mode("odd", 0o600), "cannot look into the folder `odd`: permission denied"
    )
    check(
      "a folder that is not to be listed", typed, mode("odd", 0o100), "cannot look into the folder `odd`: permission denied"
    )
    check("settings that are not to be read", typed, mode(".kith.json", 0), ".kith.json", "permission denied")
  old, new = GOOD, FORMATTED
  check("a file that is not to be read", "format", mode("odd/odd.net", 0), denied, held={"good.net": new, "odd/odd.net": old})
  check(
    "a file that is not to be read", "lint --fix", mode("odd/odd.net", 0), denied, held={"good.net": old, "odd/odd.net": old}
  )
  check("a file that is not to be read", "rename @amara @amo", mode("odd/odd.net", 0), denied, held={"good.net": old})
  for typed in ("format", "lint --fix"):
    read_only = "cannot save `odd/odd.net`: it is read-only"
    check("a read-only file", typed, mode("odd/odd.net", 0o444), read_only, held={"good.net": new, "odd/odd.net": old})
    check(
      "a read-only folder",
      typed,
      mode("odd", 0o555),
      "cannot save `odd/odd.net`: its folder is read-only",
      held={"good.net": new, "odd/odd.net": old},
    )
  check("a report in a read-only folder", "lint -o odd/report good.net", mode("odd", 0o555), "cannot write to `odd/report`: ")
  check(
    "a report over a read-only file",
    "lint -o odd/report good.net",
    lambda folder: ((folder / "odd/report").touch(), mode("odd/report", 0o444)(folder)),
    "cannot save `odd/report`: it is read-only",
  )
