#!/bin/sh
# Usage: back.sh
# Brings the release before this one back into service, in the same way: without an interruption,
# and on the database as it is.
set -eu

main() {
    [ $# = 0 ] || { echo "usage: back.sh" >&2; exit 2; }
    # shellcheck source=deploy/turns.sh
    . "$(dirname "$(readlink -f "$0")")/turns.sh"
    begin
    [ -f "$home/$new.served" ] ||
        fail "the release in $home/$new never served; release.sh RELEASE brings any one back."
    take_over
}

main "$@"; exit
