#!/bin/sh
# Usage: drill.sh [FILE]
# Restores a dump (the newest of $BACKUP_FOLDER) into the empty database that
# /etc/command-center.drill.env leads to, and compares: all rows of the same moment are there, and
# what is derived from others is right. The copy mails nobody; it is yours to drop afterwards.
set -eu
[ $# -le 1 ] || { echo "usage: drill.sh [FILE]" >&2; exit 2; }
folder=${BACKUP_FOLDER:-/var/backups/command-center}
here=$(dirname "$(readlink -f "$0")")
file=${1:-$(find "$folder" -maxdepth 1 -name '*.dump' | sort | tail -n 1)}
[ -f "$file" ] || { echo "error: there is no dump in $folder." >&2; exit 1; }

# The same settings at the other database alone: the owner of the real one is out of reach.
env=${COMMAND_CENTER_ENV:-/etc/command-center.env}:${COMMAND_CENTER_DRILL_ENV:-/etc/command-center.drill.env}
drill() {
    COMMAND_CENTER_ENV=$env COMMAND_CENTER_OWNER_ENV=/dev/null "$here/command-center" "$@"
}

echo "== restore $file"
drill restore "$file"
echo "== does it belong to this release?"
drill migrate --check
echo "== are all rows of that moment there?"
counted=$(mktemp)
trap 'rm -f "$counted"' EXIT
drill count_rows >"$counted"
diff "$file.counts" "$counted"
for check in verify_ledger verify_audit verify_derived; do
    echo "== $check"
    drill "$check"
done
echo "The drill of $file has passed."
