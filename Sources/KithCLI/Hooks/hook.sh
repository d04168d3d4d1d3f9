# What is checked is the tree that git is about to commit: all notes in it, since a commit may break what another file
# says of somebody. It is written out whole into a folder of its own, so that neither what is only in the working folder
# nor what is only staged in part makes a difference. The arguments go to `kith lint`.

say() { printf 'kith: %s\n' "$1" >&2; }

give_up() {
  say "$1"
  say "what is staged could not be checked; \`git commit --no-verify\` commits all the same"
  exit 2
}

absolute() {
  case $1 in
    /*) printf '%s' "$1" ;;
    *) printf '%s/%s' "$PWD" "$1" ;;
  esac
}

# Programs with windows often have a shorter PATH than the shell that the hook was installed from.
find_kith() {
  if kith=$(command -v kith); then
    kith=$(absolute "$kith")
  elif [ -x "$installed" ]; then
    kith=$installed
  else
    [ -f "$0" ] && say "to go without kith, remove $0"
    give_up "there is no kith on the PATH, nor ${installed:-where it was}"
  fi
}

# Runs a command of git on the notes and their settings. What is tracked counts, also where a .gitignore names it.
on_notes() { "$@" -- '*.net' '*.net.md' .kith.json '*/.kith.json'; }

# Hooks are run with some variables set, others are the person's own; from here on all of them say where things are from
# any folder, and patterns mean what they say.
find_repository() {
  unset CDPATH GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS GIT_ICASE_PATHSPECS
  # Git names the index in the hooks of a commit, and nowhere else.
  is_commit=${GIT_INDEX_FILE:+yes}
  repository=$(git rev-parse --absolute-git-dir) || give_up "there is no git repository here"
  top=$(git rev-parse --show-toplevel) || give_up "there is no working folder here"
  index=$(git rev-parse --git-path index) || give_up "git does not say what is staged"
  GIT_DIR=$repository GIT_WORK_TREE=$top GIT_INDEX_FILE=$(absolute "$index")
  export GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
  cd "$top" || give_up "there is no way into $top"
}

make_folder() {
  folder=
  trap '[ -z "$folder" ] || rm -rf "$folder"' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  folder=$(mktemp -d "${TMPDIR:-/tmp}/kith-XXXXXXXX") || give_up "there is no room for what is staged"
  folder=$(absolute "$folder")
}

# Only git's own ways are wanted: no hooks and no daemon for a folder that is soon gone, no shared index, and line ends as
# they are committed.
plain_git() {
  git -c core.hooksPath=/dev/null -c core.fsmonitor=false -c core.splitIndex=false -c core.autocrlf=false -c core.eol=lf "$@"
}

# Writes the notes of the tree into the folder. Files that are only announced (`git add --intent-to-add`) are not in the
# tree, and those that a sparse checkout leaves out are.
write_notes() {
  mkdir "$folder/notes" "$folder/notes/.git" && cd "$folder/notes" || return
  # A repository without a commit may have no index yet.
  if [ -f "$GIT_INDEX_FILE" ]; then cp "$GIT_INDEX_FILE" "$folder/index" || return; fi
  GIT_INDEX_FILE=$folder/index GIT_WORK_TREE=$folder/notes
  tree=$(plain_git write-tree) && plain_git read-tree "$tree" &&
    on_notes plain_git ls-files -z >"$folder/list" && plain_git checkout-index -z --stdin <"$folder/list" || return
  # Whatever stands above the folder, the notebook ends here.
  [ -e .kith.json ] || [ -L .kith.json ] || echo '{}' >.kith.json
}

main() {
  find_kith
  find_repository
  # A commit of other things is no occasion to hear of notes. Without one, as in `pre-commit run --all-files`, it is.
  if [ -n "$is_commit" ] && on_notes git diff --cached --quiet --no-ext-diff; then exit 0; fi
  make_folder
  write_notes || give_up "git could not hand over what is staged"
  # Of old warnings nobody has to hear at each commit, nor of a commit that is all right.
  "$kith" lint --failures-only "$@" . </dev/null 2>"$folder/said"
  result=$?
  [ "$result" -eq 0 ] && exit 0
  cat "$folder/said" >&2
  [ "$result" -eq 1 ] || give_up "the notes could not be checked"
  say "stopped by what is staged, not by what is in your folder: mend it, \`git add\` it, and commit again"
  say "\`kith lint\` checks your folder, and \`git commit --no-verify\` commits all the same"
  exit 1
}

main "$@"
