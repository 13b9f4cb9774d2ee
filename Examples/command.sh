# The command that the examples run: the one named by MOTIONS, else the one built here, built first if need be.
if [ -z "${MOTIONS:-}" ]; then
  (cd "$root" && swift build --product motions >&2)
  MOTIONS=$(cd "$root" && swift build --show-bin-path)/motions
fi
motions() { "$MOTIONS" "$@"; }
