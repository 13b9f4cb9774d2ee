#!/bin/sh
# A whole meeting, from drafting to verified minutes, on texts of its own.
#
# Run it from anywhere: Examples/meeting.sh [FOLDER]. It builds the command if it is not built yet, makes the body's
# folder (a temporary one if none is named), and stops at the first thing that is not as it should be. The clock is set
# by MOTIONS_NOW, so that it comes out the same on every day; the command says so and records it.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/Examples/command.sh"
folder=${1:-$(mktemp -d)}
mkdir -p "$folder"
cd "$folder"

at() { MOTIONS_NOW=$1; export MOTIONS_NOW; }
say() { printf '\n== %s\n' "$1"; }
run() { printf '$ motions'; printf ' %s' "$@"; printf '\n'; motions "$@" 2>>notes-on-the-clock.txt; }
# As run, with the output in a file.
into() {
  file=$1; shift
  printf '$ motions'; printf ' %s' "$@"; printf ' > %s\n' "$file"; motions "$@" > "$file" 2>>notes-on-the-clock.txt
}
# A command that must answer no, or refuse: whatever it prints is shown.
refused() {
  printf '$ motions'; printf ' %s' "$@"; printf '\n'
  if motions "$@"; then echo "This should have been refused."; exit 1; fi
}

say "1. A body, and its standing orders"
at 2027-02-01T18:00:00Z
run init --preset members-organisation --name "Riverside branch"
run deadlines rules.yaml --route conference --kind ordinary --on 2027-02-01T18:00:00Z

say "2. Three motions: from a model, from a file, from a paste; and an emergency"
run new --from public-transport --set place=Northgate --set last_bus="7.40 in the evening" \
  --set wanted="11 in the evening" --set authority="the county transport authority" \
  --set body=meeting --set mover="Riverside branch" --set seconder="Harbour branch" --into buses.md
cp "$root/Examples/texts/library.md" library.md
run import "$root/Examples/texts/paste.txt" --explain --into reserves.md
cat "$root/Examples/texts/emergency.md" > flood.md

say "3. Checked and received"
run check buses.md
run check library.md
at 2027-02-16T09:00:00Z
run receive buses.md --from "Riverside branch" --received "2027-02-12 11:58" --way e-mail
run receive library.md --from "Canal Street branch" --received "2027-02-15 17:30" --way "by hand"
at 2027-02-19T09:00:00Z
run receive reserves.md --from "Harbour branch" --received "2027-02-18 12:30" --way e-mail
run receive flood.md --from "Riverside branch" --received "2027-02-19 09:00" --way e-mail
run list

say "4. Five amendments to M1"
run amend M1 --from "Canal Street branch" \
  --instruction "In clause 5, delete 'every half hour' and insert 'every twenty minutes'."
run amend M1 --from "Harbour branch" --instruction "In clause 5 replace “every half hour” with “once an hour”."
# An edited copy: one clause more after clause 3.
awk '{ print } /^3\. / { print "3A. A timetable that nobody can read at the stop is half a timetable." }' \
  motions/M1.md > edited-copy.md
run amend M1 edited-copy.md --copy --from "Hill branch"
run amend M1 "$root/Examples/texts/harbour.md" --from "Harbour branch"
printf '%s\n' '2(b) s/evening classes/evening classes and choir practice/' y quit | run meeting
run list
say "What can stand together, and what follows from each result"
run merge M1 || echo "(exit status 1: not all of them can stand together)"
run order M1
into papers.txt papers

say "5. The meeting"
at 2027-03-04T19:30:00Z
run meeting open --title "Spring general meeting" --chair "Ann Jones" --room 43 --online 12
run now
run admit M3 --vote 40 11
run moved M1 --person "Ann Jones"
run put M1/A5
run vote M1/A5 --for 14 --against 12 --abstain 3
run correct M1/A5 --for 40 --reason "the teller said forty, not fourteen"
run put M1/A3
run vote M1/A3 --for 26 --against 26 --abstain 3
run now
run casting M1/A3 --for
say "A slip, taken back"
run vote M1/A1 --for 20 --against 30
run undo --reason "the question was on A2"
run put M1/A2
run vote M1/A2 --for 20 --against 30
run put M1/A1
run vote M1/A1 --declared carried --manner hands
run list

say "6. From the floor, against the motion as it now stands"
run amend M1 --from "Raj Patel" --instruction "In clause 3A, delete 'nobody' and insert 'few people'."
run amend M1 --from "Li Wei" --instruction "After clause 7 insert: To thank the drivers."
run amend M1/A7 --from "Ann Jones" --instruction "Delete 'thank' and insert 'thank in writing'."
run put M1/A6
run vote M1/A6 --for 25 --against 24
run recount M1/A6 --for 31 --against 20 --abstain 4 --reason "a teller had missed the balcony"
run put M1/A7.1
run vote M1/A7.1 --declared carried --manner voices
run vote M1/A7 --for 44 --against 3
run now
run put M1
run vote M1 --for 41 --against 9 --abstain 5
run show M1 --as tracked
run show M1 --as words
run vote E1 --for 38 --against 14
run meeting adjourn --until "Thursday 11 March, 19:30"
at 2027-03-11T19:30:00Z
run meeting resume
run meeting present --room 31 --online 9
run vote M3 --for 12 --against 25 --abstain 3
say "Said, and not recorded until the chair says why"
refused vote M3 --for 20 --against 15
refused vote M2 --for 50 --against 40
refused amend M2 --instruction "In clause 9, delete 'library'."
run meeting close

say "7. What is published"
run show M1 --as adopted
run diff M1@1 M1@3 || true
run log M1/A4
run explain M1
into minutes.md minutes
cat minutes.md
run publish public
run verify public
run receipt M1 --into M1.receipt
into M1-adopted.md show M1 --as adopted
run check-receipt M1.receipt --key ledger.jsonl.vkey --text M1-adopted.md

say "8. Verified, and continued from a copy"
run verify
cp -R . ../"$(basename "$folder")-copy"
(cd ../"$(basename "$folder")-copy" && run continue && run note "Taken on from the copy." && run verify)
say "One byte changed in a copy of the record"
cp -R . ../"$(basename "$folder")-damaged"
(
  cd ../"$(basename "$folder")-damaged"
  sed -i.before 's/"for":41/"for":14/' ledger.jsonl
  refused verify
)
say "Done: $folder"
