#!/bin/sh
# A meeting on texts as they come: pasted, unnumbered, without a mover.
#
# Run it from anywhere: Examples/raw-texts.sh [FILE…]. Each FILE is plain text; without one it takes those at hand. Each
# is imported, checked, received, amended in three ways and voted on; then the record is verified. It builds the command if it is not built yet, works in a temporary folder (or in the one that FOLDER names), and stops
# at the first thing that is not as it should be.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
if [ $# -eq 0 ]; then
  set -- "$root"/../shared/data/motions/*.txt
  [ -e "$1" ] || set -- "$root"/Examples/texts/paste.txt "$root"/Examples/texts/library.md "$root"/Examples/texts/emergency.md
fi
# Names of files hold from the folder in which this was called.
called=$PWD
. "$root/Examples/command.sh"
folder=${FOLDER:-$(mktemp -d)}
mkdir -p "$folder"
cd "$folder"

at() { MOTIONS_NOW=$1; export MOTIONS_NOW; }
say() { printf '\n== %s\n' "$1"; }
run() { printf '$ motions'; printf ' %s' "$@"; printf '\n'; motions "$@" 2>>messages.txt; }
# The same where the answer may be no: what was said of it is shown.
ask() {
  printf '$ motions'; printf ' %s' "$@"; printf '\n'
  status=0
  motions "$@" 2>said.txt || status=$?
  sed '/^note: the clock is set/d' said.txt
  [ "$status" -le 1 ] || exit "$status"
}
# The first whole number of motions and emergencies in a line such as “M1 is received: …”.
number() { sed -n 's/^\([A-Z][A-Z]*[0-9][0-9]*\) is received.*/\1/p' | head -n 1; }

at 2027-02-16T09:00:00Z
run init --name "Hill branch"

items=
to_admit=
texts=0
for file in "$@"; do
  case $file in /*) ;; *) file=$called/$file ;; esac
  texts=$((texts + 1))
  say "$file"
  ask import "$file" --explain --into imported-$texts.md
  # What a paste seldom says: its title, and who moves and seconds it.
  awk -v number="$texts" '
    NR > 1 && /^---/ && !done {
      done = 1
      if (!title) print "title: Text " number
      if (!mover) print "mover: Hill branch"
      if (!seconder) print "seconder: Harbour branch"
    }
    !done && /^title:/ { title = 1 }
    !done && /^mover:/ { mover = 1 }
    !done && /^seconder:/ { seconder = 1 }
    { print }
  ' imported-$texts.md > text-$texts.md
  ask check text-$texts.md
  # The last one comes after the closing.
  received="2027-02-15 11:00"
  if [ "$texts" -eq $# ] && [ $# -gt 1 ]; then
    at 2027-03-04T12:00:00Z
    received="2027-03-04 11:58"
  fi
  motions receive text-$texts.md --from "Hill branch" --received "$received" --way e-mail > answer.txt 2>>messages.txt
  cat answer.txt
  item=$(number < answer.txt)
  items="$items $item"
  if grep -q 'motions admit' answer.txt; then to_admit="$to_admit $item"; fi

  say "$item, amended in three ways"
  run amend "$item" --from "Harbour branch" --instruction "At the end of the motion add: To report to the next meeting."
  # The path of the first clause with a number of its own, from the tree as JSON.
  clause=$(motions parse "$item" --json 2>>messages.txt | tr '{' '\n' |
    sed -n 's/.*"kind":"clause",.*"path":"\([^"]*\)".*/\1/p' | head -n 1)
  printf '+%s To publish what comes of it.\n' "$clause" > line.txt
  run amend "$item" - --from "Riverside branch" < line.txt
  # The text as circulated with its last word changed.
  awk '{ lines[NR] = $0 } /[A-Za-z]/ { last = NR } END {
    sub(/[^ ]+$/, "henceforth.", lines[last])
    for (line = 1; line <= NR; line++) print lines[line]
  }' "motions/$item.md" > copy.md
  run amend "$item" copy.md --copy --from "Canal Street branch"
  ask merge "$item"
  run order "$item"
done

say "The meeting"
at 2027-03-04T19:30:00Z
run meeting open --title "Monthly meeting" --chair "Ann Jones" --room 31 --online 4
for item in $to_admit; do run admit "$item" --vote 25 6; done
for item in $items; do
  run vote "$item/A1" --for 20 --against 9
  run vote "$item/A2" --for 11 --against 18 --abstain 2
  run vote "$item/A3" --declared carried --manner hands
  run vote "$item" --for 25 --against 6
  run show "$item" --as words
  run show "$item" --as adopted
done
run now
run meeting close

say "What is published"
run minutes > minutes.md
cat minutes.md
run verify
say "Done: $folder"
