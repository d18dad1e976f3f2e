#!/bin/sh
# Usage: every.sh minute COMMAND [ARGUMENT …]
#        every.sh HH:MM COMMAND [ARGUMENT …]
# Runs a command at once, and then every minute or every day at that time (UTC), until SIGTERM: what
# timers of systemd do elsewhere. A run that fails is told, and the next one comes at its time.
set -eu
[ $# -ge 2 ] || { echo "usage: every.sh minute|HH:MM COMMAND [ARGUMENT …]" >&2; exit 2; }
when=$1
shift
[ "$when" = minute ] || date -u -d "$when" >/dev/null || exit 2

child=
trap 'kill "$child" 2>/dev/null || true; exit 0' TERM INT

# In the background, so that a signal is heard meanwhile.
run() {
    "$@" &
    child=$!
    wait "$child"
}

seconds() {
    if [ "$when" = minute ]; then
        echo 60
    else
        now=$(date -u +%s)
        echo $((($(date -u -d "$when" +%s) - now + 86399) % 86400 + 1))
    fi
}

while :; do
    run "$@" || echo "error: $* ended with $?; the next run comes at its time." >&2
    run sleep "$(seconds)"
done
