"""The commits that both ways to guard a repository must stop, or let pass."""

from hook_worlds import BAD, FIXABLE, FOUND, GOOD, MEETING, PEOPLE, STOPPED, Repository


def first_commit(guard, tally):
  repository = Repository(guard.world, guard.world.new_folder(), files=False)
  guard.guard(repository)
  repository.stage("bad.net", BAD)
  repository.stage("people.net", PEOPLE)
  tally.stopped("a bad one", repository, repository.commit())
  tally.passes("--no-verify", repository, repository.commit("--no-verify"))
  good = guard.first_steps()
  tally.expect("a good one passes", good.head() != "")


def next_commit(guard, tally):
  repository = guard.first_steps()
  repository.stage("june.net", BAD)
  done = repository.commit()
  tally.stopped("a bad one", repository, done)
  tally.expect("paths count from the top", "june.net:3:8" in done.said, done)
  repository.stage("june.net", GOOD)
  tally.passes("a good one", repository, repository.commit())
  repository.stage("june.net", GOOD + "\n- [ ] a list done:2026-05-05\n")
  tally.passes("one with warnings alone", repository, repository.commit())


def mended_as_the_message_says(guard, tally):
  repository = guard.first_steps()
  repository.stage("zoe.net", FIXABLE)
  tally.stopped("an error that can be fixed", repository, repository.commit(), "with `--fix`", "`git add`")
  guard.world.must(["kith", "lint", "--fix"], repository.folder)
  repository.git("add", ".")
  tally.passes("after `kith lint --fix` and `git add` it", repository, repository.commit())


def nothing_to_check(guard, tally):
  repository = guard.first_steps()
  repository.stage(".kith.json", '{"exclude": ["drafts/"]}')
  repository.stage("drafts/june.net", BAD)
  tally.passes("of excluded notes one", repository, repository.commit())
  repository.stage("late.net", BAD)
  repository.git("commit", "--quiet", "--no-verify", "-m", "as it is")
  repository.stage("readme.txt", "no notes\n")
  tally.passes("without notes one, after a bad one,", repository, repository.commit())
  tally.passes("an empty one", repository, repository.commit("--allow-empty"))
  repository.git("rm", "--quiet", "-r", ".")
  guard.guard(repository)
  tally.passes("of the last notes' removal one", repository, repository.commit())


def from_a_subfolder(guard, tally):
  repository = guard.first_steps()
  repository.stage("june.net", BAD)
  tally.stopped("a bad one", repository, repository.commit(folder="people"))
  repository.stage("june.net", GOOD)
  tally.passes("a good one", repository, repository.commit(folder="people"))


def linked_worktree(guard, tally):
  repository = guard.first_steps()
  folder = guard.world.new_folder("worktree")
  repository.git("worktree", "add", "--quiet", "-b", "other", str(folder))
  worktree = Repository.__new__(Repository)
  worktree.world, worktree.folder, worktree.seen = guard.world, folder, ""
  # What stands in the other folder, or is staged there, is another matter.
  repository.stage("amra.net", "# Amra @amra\n")
  worktree.stage("june.net", BAD)
  tally.stopped("a bad one", worktree, worktree.commit())
  worktree.stage("june.net", GOOD)
  tally.passes("a good one", worktree, worktree.commit())


def somebody_goes(guard, tally):
  repository = guard.first_steps()
  gone = ("no one has the handle `@amara`", STOPPED)
  repository.stage("people/doha.net", "# Jun Tanaka @jun\n")
  tally.stopped("one that deletes who is mentioned elsewhere", repository, repository.commit(), *gone)
  repository.git("rm", "--quiet", "-f", "people/doha.net")
  tally.stopped("one that deletes the whole file", repository, repository.commit(), *gone)
  repository.git("rm", "--quiet", "may.net")
  tally.passes("one that deletes the mentions, too,", repository, repository.commit())


def only_what_is_staged(guard, tally):
  repository = guard.first_steps()
  repository.stage("june.net", BAD)
  repository.write("june.net", GOOD)
  tally.stopped("a mistake that only the folder has mended", repository, repository.commit())
  repository.stage("june.net", GOOD)
  repository.write("may.net", BAD)
  tally.passes("a mistake that only the folder has", repository, repository.commit())
  tally.expect("what is not staged stays", (repository.folder / "may.net").read_text() == BAD)
  repository.write("may.net", MEETING)
  repository.stage("june.net", GOOD + "\n- met @jun\n")
  repository.write("june.net", GOOD + "\n- met @jun\n\n- met @nobody\n")
  tally.passes("of a file staged in part the good part", repository, repository.commit())
  repository.stage("june.net", GOOD + "\n- met @amra\n")
  repository.write("june.net", GOOD + "\n- met @amara\n\nand more\n")
  tally.stopped("of a file staged in part the bad part", repository, repository.commit())


def untracked(guard, tally):
  repository = guard.first_steps()
  repository.write("amra.net", "# Amra @amra\n")
  repository.stage("june.net", BAD)
  tally.stopped("a mention of somebody in an untracked file", repository, repository.commit())
  repository.git("add", "--intent-to-add", "amra.net")
  tally.stopped("the same, with the file announced (add -N)", repository, repository.commit())
  repository.git("add", "amra.net")
  tally.passes("the same, with the file staged", repository, repository.commit())
  repository.write("bad.net", BAD.replace("amra", "nobody"))
  repository.stage("good.net", GOOD)
  tally.passes("an untracked mistake", repository, repository.commit())


def all_and_some(guard, tally):
  repository = guard.first_steps()
  repository.write("may.net", BAD)
  tally.stopped("commit -a of a mistake", repository, repository.commit("-a"))
  repository.write("may.net", GOOD)
  tally.passes("commit -a of what is good", repository, repository.commit("-a"))
  repository.write("may.net", BAD)
  repository.stage("people/doha.net", PEOPLE + "\n# Zoë Ana @zoe\n")
  tally.stopped("commit PATH of a mistake", repository, repository.commit("may.net"))
  tally.passes("commit PATH, with a mistake in another file,", repository, repository.commit("people/doha.net"))
  repository.git("add", "may.net")
  repository.write("people/doha.net", PEOPLE)
  tally.passes("commit PATH, with a staged mistake in another file,", repository, repository.commit("people/doha.net"))


def amended(guard, tally):
  repository = guard.first_steps()
  repository.stage("june.net", BAD)
  tally.stopped("with a mistake", repository, repository.commit("--amend"))
  repository.stage("june.net", GOOD)
  tally.passes("with what is good", repository, repository.commit("--amend"))
  tally.passes("of the message alone", repository, repository.commit("--amend", "-m", "other words"))


def merged(guard, tally):
  repository = guard.first_steps()
  repository.git("checkout", "--quiet", "-b", "without-jun")
  repository.stage("people/doha.net", "# Amara Okafor @amara\n")
  tally.passes("the one side", repository, repository.commit())
  repository.git("checkout", "--quiet", "main")
  repository.stage("june.net", GOOD)
  tally.passes("the other side", repository, repository.commit())
  repository.seen = repository.head()
  done = guard.world.run(["git", "merge", "--no-edit", "without-jun"], repository.folder)
  gone = ("no one has the handle `@jun`", STOPPED)
  tally.stopped("a merge without conflict that breaks a mention", repository, done, *gone)
  tally.stopped("the same, concluded by hand", repository, repository.commit(), *gone)
  repository.stage("june.net", GOOD.replace("jun", "amara"))
  tally.passes("the same, mended", repository, repository.commit())


def merged_by_hand(guard, tally):
  repository = guard.first_steps()
  repository.git("checkout", "--quiet", "-b", "other")
  repository.stage("may.net", MEETING.replace("a list", "a book"))
  repository.git("commit", "--quiet", "-m", "book")
  repository.git("checkout", "--quiet", "main")
  repository.stage("may.net", MEETING.replace("a list", "a cake"))
  repository.git("commit", "--quiet", "-m", "cake")
  guard.world.run(["git", "merge", "other"], repository.folder)
  repository.git("add", "may.net")
  tally.stopped("a conflict that is added as it stands", repository, repository.commit(), "could not merge two versions")
  repository.stage("may.net", MEETING.replace("a list", "@amra"))
  tally.stopped("a conflict solved badly", repository, repository.commit())
  repository.stage("may.net", MEETING.replace("a list", "both"))
  tally.passes("a conflict solved well", repository, repository.commit())


def nested_notebooks(guard, tally):
  repository = guard.first_steps()
  repository.stage("club/.kith.json", "{}")
  repository.stage("club/june.net", GOOD)
  done = repository.commit()
  tally.stopped("somebody of another notebook", repository, done, "no one has the handle `@jun`", "club/june.net:1:")
  repository.stage("club/people.net", "# Jun Tanaka @jun\n")
  tally.passes("somebody of the same notebook", repository, repository.commit())
  repository.git("rm", "--quiet", "club/people.net")
  tally.stopped("a notebook below that is broken", repository, repository.commit(), "no one has the handle `@jun`")
  repository.git("reset", "--quiet", "--hard")
  repository.stage(".gitignore", "june.net\n")
  repository.git("rm", "--quiet", "club/people.net")
  tally.stopped("a note that is tracked and ignored", repository, repository.commit(), "no one has the handle `@jun`")
  repository.git("reset", "--quiet", "--hard")
  repository.stage(".kith.json", "{")
  tally.stopped("settings with a mistake", repository, repository.commit(), ".kith.json", "could not be checked")


def only_failures(guard, tally):
  """What stops a commit is said with its count; what does not is not said."""
  repository = guard.first_steps()
  for number in range(20):
    repository.stage(f"old {number}.net", f"# Person {number} @p{number}\n* loosely written\n")
  done = repository.commit()
  tally.passes("what is only loosely written", repository, done)
  tally.expect("nothing is said of it", "warning" not in done.said and "N501" not in done.said, done)
  repository.stage("june.net", BAD)
  done = repository.commit()
  tally.stopped("a mistake among it", repository, done, FOUND, STOPPED, "1 error in 1 of ")
  tally.expect("nothing else is said", "warning" not in done.said, done)


def odd_names(guard, tally):
  repository = guard.first_steps()
  names = ["with  blanks.net", "line\nfeed.net", "-dash.net", "--quiet.net", 'a "quote".net', "$HOME `x`.net", "Zoë.net.md",
           "[a-z]*.net", ":(top).net"]
  if guard.takes_any_name:
    names.append("no-utf8-\udcff.net")
  for name in names:
    repository.stage(name, BAD)
  done = repository.commit()
  is_all = done.said.count(FOUND) == len(names)
  tally.stopped("a mistake in each of them", repository, done)
  tally.expect("each of them is shown", is_all, done)
  for name in names:
    repository.stage(name, GOOD)
  tally.passes("what is good", repository, repository.commit())


def folder_above(guard, tally):
  """Whatever stands above the folder for what is staged has nothing to say."""
  (guard.world.work / ".kith.json").write_text('{"exclude": ["*"]}')
  repository = guard.first_steps()
  repository.stage(".gitignore", "/scratch/**\n")
  (repository.folder / "scratch").mkdir()
  repository.stage("june.net", BAD)
  for folder in (guard.world.tmp, repository.folder / "scratch"):
    tally.stopped(f"a mistake, with {folder.name} for TMPDIR", repository, repository.commit(TMPDIR=str(folder)))
  tally.expect("nothing is left in it", list((repository.folder / "scratch").iterdir()) == [])
  (guard.world.work / ".kith.json").unlink()


COMMITS = [
  first_commit, next_commit, mended_as_the_message_says, nothing_to_check, from_a_subfolder, linked_worktree, somebody_goes,
  only_what_is_staged, untracked, all_and_some, amended, merged, merged_by_hand, nested_notebooks, only_failures, odd_names, folder_above,
]
