#!/bin/sh
# Usage: first.sh HOST EMAIL_URL SENDER [FOLDER]
# Makes what compose.yaml reads: variables with new secrets in FOLDER (secrets), and a certificate of
# its own for HOST, until a real one takes its place. Changes nothing that is there already.
set -eu
[ $# -ge 3 ] || { echo "usage: first.sh HOST EMAIL_URL SENDER [FOLDER]" >&2; exit 2; }
host=$1
mail=$2
sender=$3
folder=${4:-$(dirname "$(readlink -f "$0")")/../../secrets}
[ ! -e "$folder" ] || { echo "error: $folder is there already; it is left as it is." >&2; exit 1; }

# shellcheck source=deploy/secrets.sh
. "$(dirname "$(readlink -f "$0")")/../secrets.sh"

# The folder is its owner's alone; what is in tls/ is read by the proxy, which is somebody else.
umask 077
mkdir -p "$folder"
owner=$(secret)
application=$(secret)
system=$(secret)
at=database:5432/command_center
cat >"$folder/command-center.env" <<EOF
SECRET_KEY='$(secret)'
JWT_SIGNING_KEY='$(secret)'
DATABASE_URL='postgresql://command_center_application:$application@$at'
SYSTEM_DATABASE_URL='postgresql://command_center_system:$system@$at'
ALLOWED_HOSTS='$host'
PUBLIC_URL='https://$host'
TRUSTED_PROXIES='1'
EMAIL_URL=$(quoted "$mail")
DEFAULT_FROM_EMAIL=$(quoted "$sender")
WEB_WORKERS='2'
EOF
echo "OWNER_DATABASE_URL='postgresql://command_center_owner:$owner@$at'" >"$folder/owner.env"
cat >"$folder/database.env" <<EOF
POSTGRES_PASSWORD='$(secret)'
OWNER_PASSWORD='$owner'
APPLICATION_PASSWORD='$application'
SYSTEM_PASSWORD='$system'
EOF
echo "SERVER_NAME='$host'" >"$folder/proxy.env"
umask 022
mkdir "$folder/tls" "$folder/acme"
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=$host" \
    -keyout "$folder/tls/key.pem" -out "$folder/tls/fullchain.pem" 2>/dev/null
chmod 644 "$folder/tls/key.pem"
echo "$folder has all that compose.yaml needs; keep a copy where other secrets are."
