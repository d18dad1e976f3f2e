#!/bin/sh
# Usage: venv.sh FOLDER
# Makes the virtual environment of a release anew, by $PYTHON (python3 unless it is set). Refuses a
# Python that is too old, or lies where the units cannot reach it.
set -eu
[ $# = 1 ] || { echo "usage: venv.sh FOLDER" >&2; exit 2; }
python=${PYTHON:-python3}

command -v "$python" >/dev/null || {
    echo "error: there is no $python; install Python 3.12 or newer, or name it: PYTHON=/opt/…/bin/python3." >&2
    exit 1
}
# shellcheck disable=SC2086
"$python" - ${UNREACHABLE:-/root/ /home/ /run/user/} <<'EOF'
import os, sys

version = "%d.%d" % sys.version_info[:2]
place = os.path.realpath(sys.executable)
if sys.version_info < (3, 12):
    sys.exit(
        "error: %s is Python %s, and 3.12 or newer is needed; install one below /opt or /usr/local"
        " and name it: PYTHON=/opt/…/bin/python3." % (sys.executable, version)
    )
if place.startswith(tuple(sys.argv[1:])):
    sys.exit(
        "error: %s lies at %s, where units with ProtectHome find nothing; install"
        " it below /opt or /usr/local." % (sys.executable, place)
    )
try:
    import ensurepip, venv
except ImportError:
    sys.exit("error: %s has no module venv; Debian has it in python3-venv." % sys.executable)
EOF
"$python" -m venv --clear "$1/.venv"
"$1/.venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes \
    -r "$1/requirements.txt"
