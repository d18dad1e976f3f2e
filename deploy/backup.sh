#!/bin/sh
# Usage: backup.sh
# Dumps the database into $BACKUP_FOLDER (/var/backups/command-center), removes dumps older than
# $BACKUP_DAYS (14) once the new one is whole, and gives it to $BACKUP_HOOK, if that is there: a
# program of yours that copies the files it is given to another place.
set -eu
[ $# = 0 ] || { echo "usage: backup.sh" >&2; exit 2; }
folder=${BACKUP_FOLDER:-/var/backups/command-center}
days=${BACKUP_DAYS:-14}
hook=${BACKUP_HOOK:-/etc/command-center.backup-hook}
here=$(dirname "$(readlink -f "$0")")

file=$folder/$(date -u +%Y-%m-%dT%H%M%SZ).dump
"$here/command-center" dump "$file"
find "$folder" -maxdepth 1 -type f -mtime "+$days" \
    \( -name '*.dump' -o -name '*.dump.counts' -o -name '*.part' \) -delete
if [ -x "$hook" ]; then
    "$hook" "$file" "$file.counts"
else
    echo "There is no $hook: this backup is on this machine alone." >&2
fi
