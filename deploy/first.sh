#!/bin/sh
# Usage: first.sh HOST EMAIL_URL SENDER
# Makes once, as root, what a new machine lacks: the database with its owner and its roles, in the
# PostgreSQL that runs here, and the two files of variables in /etc, with new secrets and passwords.
# For a PostgreSQL elsewhere set PGHOST, PGPORT, PGUSER and PGPASSWORD. What is there already is left
# as it is.
set -eu
umask 077
[ $# = 3 ] || { echo "usage: first.sh HOST EMAIL_URL SENDER" >&2; exit 2; }
host=$1
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=deploy/secrets.sh
. "$here/secrets.sh"
variables=${COMMAND_CENTER_ENV:-/etc/command-center.env}
owners=${COMMAND_CENTER_OWNER_ENV:-/etc/command-center.owner.env}

case $host in
    "" | *[!A-Za-z0-9.-]*)
        echo "error: '$host' is no host name; write it as console.example.edu." >&2
        exit 2
        ;;
esac
for file in "$variables" "$owners"; do
    [ ! -e "$file" ] || { echo "error: $file is there already; nothing was done." >&2; exit 1; }
done

at=${PGHOST:-127.0.0.1}:${PGPORT:-5432}/command_center
OWNER_PASSWORD=$(secret)
APPLICATION_PASSWORD=$(secret)
SYSTEM_PASSWORD=$(secret)
POSTGRES_USER=${PGUSER:-postgres}
export OWNER_PASSWORD APPLICATION_PASSWORD SYSTEM_PASSWORD POSTGRES_USER

# The example, with what is required filled in; what it says besides stays for its reader.
filled() {
    FILLED_SECRET_KEY=$(quoted "$(secret)") \
        FILLED_JWT_SIGNING_KEY=$(quoted "$(secret)") \
        FILLED_DATABASE_URL=$(quoted "postgresql://command_center_application:$APPLICATION_PASSWORD@$at") \
        FILLED_SYSTEM_DATABASE_URL=$(quoted "postgresql://command_center_system:$SYSTEM_PASSWORD@$at") \
        FILLED_ALLOWED_HOSTS=$(quoted "$host") \
        FILLED_PUBLIC_URL=$(quoted "https://$host") \
        FILLED_EMAIL_URL=$(quoted "$1") \
        FILLED_DEFAULT_FROM_EMAIL=$(quoted "$2") \
        awk '{
            name = $0
            sub(/=.*/, "", name)
            print (("FILLED_" name in ENVIRON) ? name "=" ENVIRON["FILLED_" name] : $0)
        }' "$here/../.env.example"
}

# Files last: where no database can be made, this may be run again.
cd /
if [ -n "${PGHOST:-}" ]; then
    "$here/roles.sh"
else
    runuser -u postgres -- "$here/roles.sh"
fi
filled "$2" "$3" >"$variables"
echo "OWNER_DATABASE_URL=$(quoted "postgresql://command_center_owner:$OWNER_PASSWORD@$at")" >"$owners"
echo "The database is there, and $variables and $owners lead to it; keep a copy of both where other secrets are."
