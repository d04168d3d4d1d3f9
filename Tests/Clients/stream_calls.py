"""What kith asks of the system, by strace: no network, no other program, no file but the notes and what the loader needs."""

import re
import shutil
import subprocess

from stream_outputs import NOTES, commands
from stream_worlds import ENVIRONMENT, PATIENCE

TRACED = "trace=%network,%process,open,openat,openat2,creat,io_uring_setup,memfd_create"
# Content that other programs have run or fetched: what it names would be seen among the calls.
BAITS = {
  "baits.net": (
    "---\nplugin: !!python/object/apply:os.system ['touch ran']\n---\n"
    "# $(touch ran) @baits\nurl: http://127.0.0.1:9/seen\nemail: baits@localhost\nphoto: file:///etc/hostname\n\n"
    "// kith: include /etc/hostname\n- `touch ran` ![seen](http://127.0.0.1:9/seen.png) {{ ''.__class__ }}\n"
    "- gave @amara: <script src=http://127.0.0.1:9/seen.js></script>\n\n```sh\ntouch ran\n```\n"
  ),
  ".kith.json": '{"$schema": "http://127.0.0.1:9/schema.json"}',
}
# Where the loader looks for the C library, and the runtime for the number of processors.
OF_THE_SYSTEM = re.compile(r"/(lib|lib64|usr/lib|opt|usr/local/lib|etc/ld\.so|proc/(self|\d+)/|sys/devices/system/cpu|dev/)")
CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)(?:<(.*?)>(?:\(deleted\))?)?", re.DOTALL)
OPENING = {"open", "openat", "openat2", "creat"}


def check_calls(world, tally):
  if not shutil.which("strace"):
    tally.pass_over("what kith asks of the system", "there is no strace")
    return
  with tally.group("no network, no other program, no other file"):
    for command in commands():
      check(world, tally, command)


def check(world, tally, command):
  folder = world.folder({**NOTES, **BAITS})
  trace = world.work / f"trace {world.number}"
  with world.start(
    folder, command.arguments, under=["strace", "-f", "-y", "-qq", "-e", "signal=none", "-e", TRACED, "-o", trace],
    environment=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
  ) as process:
    process.communicate(command.stdin, timeout=6 * PATIENCE)
  what = " ".join(["kith", *command.arguments])
  lines = whole_lines(trace.read_text(errors="surrogateescape"))
  # Without its first line nothing was traced, and nothing would be shown by the rest.
  if tally.expect(f"{what}: strace sees it start", lines and "execve(" in lines[0], lines[:1]):
    strange = [line for line in lines[1:] if is_strange(line, world, folder)]
    tally.expect(f"{what}: it asks for nothing but notes", not strange, "\n".join(strange))
  tally.expect(f"{what}: nothing in the notes is run", not (folder / "ran").exists())


def whole_lines(trace):
  """The calls of a trace, with what strace had to write in two parts put together."""
  begun, lines = {}, []
  for line in trace.splitlines():
    thread = line.split(" ", 1)[0]
    if "<unfinished ...>" in line:
      begun[thread] = line.split("<unfinished ...>")[0]
    elif resumed := re.match(r"\d+ +<\.\.\. \w+ resumed>", line):
      lines.append(begun.pop(thread, "") + line[resumed.end():])
    else:
      lines.append(line)
  return lines


def is_strange(line, world, folder):
  call = CALL.match(line)
  if not call:
    return not re.search(r"\b(exit|exit_group)\(|\+\+\+ exited", line)
  name, arguments, result, path = call.groups()
  if name in OPENING:
    if int(result) < 0:
      return False
    is_ours = path.startswith(str(folder)) or (path.startswith("/dev/") and not path.startswith("/dev/shm"))
    may_write = name == "creat" or re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE", arguments)
    return not is_ours and (bool(may_write) or not (path == str(world.work) or OF_THE_SYSTEM.match(path)))
  if name in ("clone", "clone3"):
    return "CLONE_THREAD" not in arguments
  return name not in ("exit", "exit_group")
