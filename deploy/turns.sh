# Read by release.sh and back.sh: the two folders that take turns, and how one takes over.
# shellcheck shell=sh

home=${COMMAND_CENTER_HOME:-/srv/command-center}
ports=${COMMAND_CENTER_PORTS:-8000 8001}
systemctl=${SYSTEMCTL:-systemctl}
# One for each queue.
workers="command-center-worker command-center-worker-mails command-center-worker-imports"
step="the beginning"

say() {
    step=$1
    echo "== $1"
}

fail() {
    echo "error: $1" >&2
    exit 1
}

# Who serves, and whose turn it is; one run at a time.
begin() {
    exec 9>"$home/.release.lock"
    flock -n 9 || fail "another release is under way."
    old=$(basename "$(readlink -f "$home/current")")
    new=
    for port in $ports; do
        [ "$port" = "$old" ] || new=$port
    done
    case " $ports " in
        *" $old "*) ;;
        *) fail "$home/current leads to neither of $ports." ;;
    esac
    [ -d "$home/$new" ] || fail "there is no $home/$new; docs/operating.md tells how it is made."
    trap 'tell_end $?' EXIT
}

tell_end() {
    [ "$1" = 0 ] || echo "Stopped at: $step. The release in $home/$(basename "$(readlink "$home/current")") serves." >&2
}

unit() {
    "$systemctl" "$@" 9>&-
}

run() {
    "$home/$new/deploy/command-center" "$@" 9>&-
}

# On the way back: a release that knows one queue alone would fail the tasks of the others.
merge_queues() {
    ! grep -qs "^QUEUES" "$home/$new/config/settings/base.py" || return 0
    for worker in $workers; do
        unit stop "$worker"
    done
    "$home/$old/deploy/command-center" merge_queues 9>&-
}

# The new server is asked until it answers, while the old one serves on; only then they change.
take_over() {
    say "start the server in $new"
    unit start "command-center-web@$new"
    say "wait until it is ready"
    if ! run await_ready --port "$new"; then
        unit stop "command-center-web@$new" || true
        exit 1
    fi
    say "stop the server in $old, which ends what it is at"
    ln -sfn "$home/$new" "$home/.current"
    mv -T "$home/.current" "$home/current"
    git -C "$home/$old" rev-parse HEAD >"$home/$old.served"
    git -C "$home/$new" rev-parse HEAD >"$home/$new.served"
    unit enable "command-center-web@$new"
    unit disable "command-center-web@$old"
    unit stop "command-center-web@$old"
    merge_queues
    say "start the workers anew, which end the tasks that they are at"
    for worker in $workers; do
        unit restart "$worker"
    done
    say "$(git -C "$home/$new" log -1 --format='%h (%s)') serves from $home/$new"
}
