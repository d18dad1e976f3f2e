#!/bin/sh
# Usage: release.sh RELEASE
# Brings a release (a tag, a branch or a commit) into service beside the one that serves, and lets
# that one end once the new one is ready. Stops at the first failure: then the old one serves on.
set -eu

main() {
    [ $# = 1 ] || { echo "usage: release.sh RELEASE" >&2; exit 2; }
    # shellcheck source=deploy/turns.sh
    . "$(dirname "$(readlink -f "$0")")/turns.sh"
    begin

    say "fetch $1 into $home/$new"
    git -C "$home/$new" fetch --quiet --tags --force origin
    commit=$(git -C "$home/$new" rev-parse --verify --quiet "origin/$1^{commit}") ||
        commit=$(git -C "$home/$new" rev-parse --verify --quiet "$1^{commit}") ||
        fail "there is no release $1."
    unit stop "command-center-web@$new"
    rm -f "$home/$new.served"
    git -C "$home/$new" checkout --quiet --detach "$commit"

    say "install its requirements"
    "$home/$new/deploy/venv.sh" "$home/$new"
    say "collect its static files, beside those of the release that serves"
    run collectstatic --no-input --verbosity 0
    say "check its configuration"
    run check_config
    say "migrate; the release that serves goes on working"
    run migrate
    take_over
}

# Read whole before it begins: the file may be of the folder that it changes.
main "$@"; exit
