"""Repositories that are not as most are."""

from hook_worlds import BAD, FOUND, GOOD, PEOPLE, STOPPED, Repository


def sha256(guard, tally):
  repository = guard.first_steps("--object-format=sha256")
  both(repository, tally)


def sparse_checkout(guard, tally):
  """People who are in the repository and not in the folder are known."""
  repository = guard.first_steps()
  repository.stage("meetings/june.net", GOOD)
  tally.passes("a good one", repository, repository.commit())
  for options in (["--cone"], ["--cone", "--sparse-index"]):
    repository.git("sparse-checkout", "set", *options, "meetings")
    is_left_out = not (repository.folder / "people").exists()
    repository.stage("meetings/june.net", GOOD + "\n" + " ".join(options))
    tally.expect("the folder is without people", is_left_out)
    tally.passes(f"a good one ({' '.join(options)})", repository, repository.commit())
    repository.stage("meetings/july.net", BAD)
    tally.stopped(f"a bad one ({' '.join(options)})", repository, repository.commit())
    repository.git("rm", "--quiet", "--cached", "meetings/july.net")


def other_line_ends(guard, tally):
  for settings in (["core.autocrlf", "true"], ["core.autocrlf", "input"], ["core.eol", "crlf"]):
    repository = guard.first_steps()
    repository.git("config", *settings)
    repository.stage(".gitattributes", "*.net text\n")
    both(repository, tally)


def filters(guard, tally):
  """What is stored in another form is checked as it is read."""
  repository = guard.first_steps()
  repository.git("config", "filter.turned.clean", "tr a-z n-za-m")
  repository.git("config", "filter.turned.smudge", "tr a-z n-za-m")
  repository.stage(".gitattributes", "june.net filter=turned\n")
  both(repository, tally)
  tally.expect("it is stored in another form", "jvgu" in repository.git("cat-file", "blob", "HEAD:june.net"))


def other_indexes(guard, tally):
  for settings in (["core.splitIndex", "true"], ["core.untrackedCache", "true"], ["index.version", "4"]):
    repository = guard.first_steps()
    repository.git("config", *settings)
    repository.git("update-index", "--force-write-index")
    both(repository, tally)
    before = shared_indexes(repository)
    guard.world.must([".git/hooks/pre-commit"], repository.folder)
    tally.expect(f"no further index is left ({settings[0]})", shared_indexes(repository) == before)


def shared_indexes(repository):
  return sorted(path.name for path in (repository.folder / ".git").glob("sharedindex.*"))


def submodule(guard, tally):
  inner = Repository(guard.world, guard.world.new_folder("inner"))
  inner.git("add", ".")
  inner.git("commit", "--quiet", "-m", "first")
  repository = guard.first_steps()
  repository.git("submodule", "--quiet", "add", str(inner.folder), "inner.net")
  both(repository, tally)
  inside = Repository.__new__(Repository)
  inside.world, inside.folder, inside.seen = guard.world, repository.folder / "inner.net", ""
  guard.guard(inside)
  both(inside, tally)


def symbolic_links(guard, tally):
  repository = guard.first_steps()
  (repository.folder / "linked.net").symlink_to("nowhere.net")
  (repository.folder / "secret.net").symlink_to("/etc/passwd")
  repository.git("add", ".")
  both(repository, tally)


def announced_settings(guard, tally):
  """A file that is only announced (add -N) is not committed, so it settles nothing."""
  repository = guard.first_steps()
  repository.write(".kith.json", "{")
  repository.git("add", "--intent-to-add", ".kith.json")
  both(repository, tally)


def variables(guard, tally):
  """What else a person may have set."""
  for name, value in {"GIT_LITERAL_PATHSPECS": "1", "GIT_ICASE_PATHSPECS": "1", "CDPATH": "/", "GIT_PREFIX": "people/",
                      "GIT_EXTERNAL_DIFF": "false", "GREP_OPTIONS": "-v", "GIT_OPTIONAL_LOCKS": "0"}.items():
    repository = guard.first_steps()
    both(repository, tally, **{name: value})
  repository = guard.first_steps()
  apart = {"GIT_DIR": ".git", "GIT_WORK_TREE": "."}
  both(repository, tally, **apart)


def repository_apart(guard, tally):
  """The repository's own folder is elsewhere."""
  place = guard.world.new_folder("apart") / "notes.git"
  both(guard.first_steps(f"--separate-git-dir={place}"), tally)


def by_hand(guard, tally):
  """Outside a commit all is checked, from wherever it is run."""
  repository = guard.first_steps()
  run = ["sh", "-c", 'exec "$(git rev-parse --absolute-git-dir)/hooks/pre-commit" "$@"', "hook"]
  for folder in (repository.folder, repository.folder / "people"):
    tally.expect("nothing is found in what is good", guard.world.run(run, folder).said == "")
  repository.stage("june.net", BAD)
  repository.git("commit", "--quiet", "--no-verify", "-m", "as it is")
  for folder in (repository.folder, repository.folder / "people"):
    done = guard.world.run([*run, "--output-format", "concise"], folder)
    tally.expect("a mistake is found, by the options given", done.status == 1 and "june.net:3:8: error" in done.said, done)
  repository.git("checkout", "--quiet", "-b", "other")
  repository.git("rm", "--quiet", "june.net")
  repository.git("commit", "--quiet", "-m", "gone")
  repository.git("checkout", "--quiet", "main")
  repository.stage("june.net", GOOD)
  repository.git("commit", "--quiet", "-m", "mended")
  guard.world.run(["git", "merge", "other"], repository.folder)
  done = guard.world.run(run, repository.folder)
  tally.expect("with a conflict open it says so", done.status == 2 and "june.net" in done.said, done)


def both(repository, tally, **environment):
  said = f" ({', '.join(environment)})" if environment else ""
  repository.stage("june.net", BAD)
  done = repository.commit(**environment)
  tally.stopped(f"a bad one{said}", repository, done, FOUND, STOPPED)
  repository.stage("june.net", GOOD)
  tally.passes(f"a good one{said}", repository, repository.commit(**environment))


REPOSITORIES = [
  sha256, sparse_checkout, other_line_ends, filters, other_indexes, submodule, symbolic_links, announced_settings, variables,
  repository_apart, by_hand,
]
