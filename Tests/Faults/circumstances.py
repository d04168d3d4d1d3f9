"""Full and read-only disks, other writers, and kills at any moment."""

import contextlib
import os
import pathlib
import random
import resource
import signal
import subprocess
import tempfile
import threading
import time

import calls
from notes import NAME, OWNER, Notes, Result

OTHERS_NOTES = b"- another program's\n"


def all_cases(kith, folder, quick):
  """Rows and their cases, or a word why there are none."""
  superuser = None if os.geteuid() == 0 else "which only the superuser can arrange"
  yield "a full disk", superuser or [lambda pages=pages: full_disk(kith, folder, pages) for pages in range(7)]
  yield "a limit on the size of files", [lambda size=size: size_limit(kith, folder, size) for size in (0, 1, 4096, 8191)]
  yield "a read-only disk", superuser or [lambda: read_only_disk(kith, folder)]
  yield "a read-only folder", superuser or [lambda: as_another_user(kith, folder, 0o555, OWNER)]
  yield "somebody else's notes", superuser or [lambda: as_another_user(kith, folder, 0o777, OWNER + 1)]
  yield "eight at once", [lambda: eight_at_once(kith, folder) for _ in range(3 if quick else 30)]
  with Notes(folder) as notes:
    save = calls.trace(kith, notes, [])
  if save.swaps_by_exchange:
    ends = ("error=EIO", "signal=KILL")
    yield "another's notes cannot be put back", [lambda end=end: displaced(kith, folder, save, end) for end in ends]
  sites = [(call, way) for call in save.calls if not call.is_output for way in WAYS]
  if quick:
    sites = [site for site in sites if site[0].name in calls.SWAPS] + random.Random(1).sample(sites, 10)
  yield "another program writes during each call", [lambda site=site: other_writer(kith, folder, *site) for site in sites]


def refused(notes, kith, status, said, fault):
  """The notes are the old ones, and the person is told why."""
  result = notes.judge(status, said, fault)
  if not result.problem and (status != 2 or not result.old or not said or result.litter):
    result.problem = f"{fault}: exit {status}, {said!r}, {notes.litter()}"
  return result


@contextlib.contextmanager
def small_disk(folder, size):
  with tempfile.TemporaryDirectory(dir=folder) as place:
    os.chmod(place, 0o755)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], check=True)
    try:
      yield pathlib.Path(place)
    finally:
      subprocess.run(["umount", place], check=True)


def full_disk(kith, folder, pages):
  """A disk with only so many pages left, of which the new notes need two."""
  with small_disk(folder, "256k") as disk, Notes(disk, times=1000) as notes:
    filler = disk / "filler"
    with contextlib.suppress(OSError), open(filler, "wb", buffering=0) as file:
      while file.write(b"x" * 4096):
        pass
    os.truncate(filler, os.stat(filler).st_size - 4096 * pages)
    status, said = notes.format(kith)
    result = notes.judge(status, said, f"{pages} pages left")
    if result.old and not result.problem:
      result = refused(notes, kith, status, said, f"{pages} pages left")
    filler.unlink()
    return notes.judge_next(kith, result)


def size_limit(kith, folder, size):
  """The system writes a part of what it is given, and then no more."""

  def limit():
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

  with Notes(folder, times=2000) as notes:
    status, said = notes.format(kith, preexec_fn=limit)
    return notes.judge_next(kith, refused(notes, kith, status, said, f"at most {size} bytes"))


def read_only_disk(kith, folder):
  with small_disk(folder, "256k") as disk, Notes(disk) as notes:
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    result = refused(notes, kith, *notes.format(kith), "a read-only disk")
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    return notes.judge_next(kith, result)


def as_another_user(kith, folder, mode, user):
  """Somebody who may write to the notes, but not put a file of that owner beside them."""
  with Notes(folder) as notes:
    os.chmod(notes.folder / NAME, 0o660)
    os.chmod(notes.folder, mode)
    under = ["setpriv", f"--reuid={user}", f"--regid={OWNER}", "--clear-groups"]
    status, said = notes.format(kith, under)
    os.chmod(notes.folder / NAME, 0o640)
    result = refused(notes, kith, status, said, f"user {user}, folder {mode:o}")
    return notes.judge_next(kith, result)


def eight_at_once(kith, folder):
  with Notes(folder, times=5000) as notes:
    running = [subprocess.Popen(notes.command(kith), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(8)]
    ends = [(process, process.communicate()[1].decode().strip()) for process in running]
    result = notes.judge(0, "\n".join(sorted({said for _, said in ends if said})), "eight at once")
    if not all(process.returncode == 0 or process.returncode == 2 and said for process, said in ends):
      result.problem = f"eight at once: exits {[process.returncode for process, _ in ends]}"
    return notes.judge_next(kith, result)


def write_in_place(path):
  with open(path, "r+b") as file:
    file.write(OTHERS_NOTES)
    file.truncate()


def write_afresh(path):
  path.write_bytes(OTHERS_NOTES)


def write_beside(path):
  other = path.with_name("other")
  other.write_bytes(OTHERS_NOTES)
  os.replace(other, path)


WAYS = (write_in_place, write_afresh, write_beside)


def other_writer(kith, folder, call, write):
  """Another program writes the notes while kith is held up at the start of a call; what it wrote must survive."""
  with Notes(folder) as notes:
    delay = f"{call.name}:delay_enter=900000:when={call.number}"
    timer = threading.Timer(0.45, write, [notes.folder / NAME])
    timer.start()
    status, said = notes.format(kith, calls.strace(os.devnull, [delay]))
    timer.join()
    result = Result(said=said, others=int(notes.content() == OTHERS_NOTES), litter=len(notes.litter()))
    fault = f"{write.__name__} during {call}"
    if notes.content() != OTHERS_NOTES:
      result.problem = f"{fault}: exit {status}, {said!r}, and the notes are {notes.content()!r:.100}"
    elif status not in (0, 2) or (status == 2 and not said):
      result.problem = f"{fault}: exit {status}, {said!r}"
    status, said = notes.format(kith)
    if not result.problem and (status != 0 or notes.content() != OTHERS_NOTES or notes.litter()):
      result.problem = f"{fault}: the next run exits {status}, {said!r}, and leaves {notes.litter()}"
    return result


def displaced(kith, folder, save, end):
  """Another program's notes come out of the exchange, and then kith cannot put them back: nobody may remove them."""
  with Notes(folder) as notes:
    last = save.calls[save.swap - 1]
    rules = [f"{last.name}:delay_enter=900000:when={last.number}", f"renameat2:{end}:when=2"]
    timer = threading.Timer(0.45, write_beside, [notes.folder / NAME])
    timer.start()
    status, said = notes.format(kith, calls.strace(os.devnull, rules))
    timer.join()
    litter = notes.litter()
    result = Result(said=said, others=len(litter), new=int(notes.content() == Notes.new))
    notes.format(kith)
    if len(litter) != 1 or notes.litter() != litter or notes.content(litter[0]) != OTHERS_NOTES:
      result.problem = f"{end}: {litter}, and after the next run {notes.litter()}, without the other program's notes"
    elif status > 0 and litter[0] not in said:
      result.problem = f"{end}: not told that the other program's notes are in {litter[0]}: {said!r}"
    return result


def kill_at_random(tally, kith, folder, kills):
  """Kills at moments spread over the time that formatting several files takes."""
  names = [f"{number}-{NAME}" for number in range(7)] + [NAME]
  dice = random.Random(2)
  with Notes(folder, names, times=500) as notes:
    start = time.monotonic()
    notes.format(kith)
    duration = time.monotonic() - start
  for number in range(kills):
    with Notes(folder, names, times=500) as notes:
      process = subprocess.Popen(notes.command(kith), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
      time.sleep(duration * (number + dice.random()) / kills)
      process.kill()
      result = notes.judge(process.wait(), "", f"a kill after {number / kills:.0%}")
      tally.add(f"KILL at random while {len(names)} files are formatted", notes.judge_next(kith, result))
