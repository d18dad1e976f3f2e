# Read by first.sh, here and in containers/: what files of variables are written with.
# shellcheck shell=sh

# A new one, of letters and digits alone: it may stand in an address as it is.
secret() {
    openssl rand -hex 32
}

# A value as systemd, shells and commands read it alike.
quoted() {
    printf "'%s'\n" "$(printf %s "$1" | sed "s/'/'\"'\"'/g")"
}
