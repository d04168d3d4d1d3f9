"""What pre-commit does besides committing, and the hooks that change files."""

from hook_worlds import BAD, FIXABLE, FOUND, GOOD, STOPPED, Framework, Repository, readme_block

UNTIDY = "# Zoë Ana @zoe\n* met in Doha\n"


def files_are_mended(guard, tally):
  for hook, text, mended in (
    ("kith-format-system", UNTIDY, "# Zoë Ana @zoe\n\n- met in Doha\n"),
    ("kith-fix-system", FIXABLE, "# Zoë Ana @zoe\nrole: friend\n"),
  ):
    repository = Framework(guard.world, guard.source, [hook]).first_steps()
    repository.stage("zoe.net", text)
    done = repository.commit()
    tally.stopped(f"{hook}: what is to be mended", repository, done, "files were modified by this hook")
    tally.expect(f"{hook} mends it", (repository.folder / "zoe.net").read_text() == mended, done)
    repository.git("add", ".")
    tally.passes(f"{hook}: what is mended", repository, repository.commit())
    repository.stage("zoe copy.net", text.replace("zoe", "zoe2"))
    repository.stage(".kith.json", '{"exclude": ["zoe copy.net"]}')
    tally.passes(f"{hook}: what is excluded", repository, repository.commit())
  repository.stage("bad.net", BAD)
  tally.stopped("kith-fix-system: what takes a person", repository, repository.commit(), FOUND)


def all_files(guard, tally):
  """`pre-commit run`, with which nothing needs to be staged."""
  repository = guard.first_steps()
  repository.stage("june.net", BAD)
  repository.git("commit", "--quiet", "--no-verify", "-m", "as it is")
  repository.git("tag", "bad")
  runs = (["--all-files"], ["--from-ref", "HEAD~", "--to-ref", "HEAD"], ["--files", "may.net"], [])
  for run in runs:
    done = run_hooks(guard, repository, *run)
    tally.expect(f"{' '.join(run) or 'run'} finds what is committed", done.status == 1 and FOUND in done.said, done)
  repository.stage("june.net", GOOD)
  repository.git("commit", "--quiet", "-m", "mended")
  for run in runs:
    done = run_hooks(guard, repository, *run)
    tally.expect(f"{' '.join(run) or 'run'} finds nothing in what is good", done.status == 0 and "Passed" in done.said, done)


def run_hooks(guard, repository, *words):
  return guard.world.run(["pre-commit", "run", *words], repository.folder)


def arguments(guard, tally):
  """`args:` are those of `kith lint`."""
  repository = guard.first_steps()
  guard.guard(repository, args="        args: [--output-format, concise, --error-on-warning]\n")
  repository.stage("june.net", GOOD + "\n- [ ] a list done:2026-05-05\n")
  tally.stopped("a warning, with --error-on-warning,", repository, repository.commit(), "june.net:5:", ": warning[")


def line_ends(guard, tally):
  """What is checked has the line ends that are committed."""
  repository = guard.first_steps()
  repository.git("config", "core.autocrlf", "true")
  guard.guard(repository, args="        args: [--error-on-warning]\n")
  repository.stage("june.net", GOOD)
  tally.passes("a good one, with core.autocrlf and --error-on-warning,", repository, repository.commit())


def without_kith(guard, tally):
  """A hook that cannot run stops the commit, and never lets it pass."""
  repository = guard.first_steps()
  repository.stage("june.net", GOOD)
  away = guard.world.kith.with_name("kith away")
  guard.world.kith.rename(away)
  done = repository.commit()
  away.rename(guard.world.kith)
  tally.stopped("any", repository, done, "kith", "not found")


FRAMEWORK = [files_are_mended, all_files, arguments, line_ends, without_kith]


def check_build(world, source, tally):
  """The README's settings, with which the framework builds kith itself; there is none on the path."""
  world.kith.unlink()
  repository = Repository(world, world.new_folder())
  revision = world.must(["git", "rev-parse", "HEAD"], source).strip()
  settings = readme_block("repos:").replace("https://example.org/kith", str(source)).replace("REVISION", revision)
  repository.stage(".pre-commit-config.yaml", settings)
  world.must(["pre-commit", "install"], repository.folder)
  world.must(["pre-commit", "install-hooks"], repository.folder)
  repository.git("add", ".")
  repository.stage("june.net", BAD)
  tally.stopped("a bad one", repository, repository.commit(), FOUND, STOPPED)
  repository.stage("june.net", GOOD)
  tally.passes("a good one", repository, repository.commit())
  repository.stage("zoe.net", UNTIDY)
  tally.stopped("what is to be formatted", repository, repository.commit(), "files were modified by this hook")
  repository.git("add", ".")
  tally.passes("what is formatted", repository, repository.commit())
