#!/bin/sh
# Usage: nginx.sh [OPTION …]
# Runs nginx with deploy/nginx.conf, adapted to a container: the server is called web, ports are such
# as need no root, logs go to the outputs, and whatever is written goes to /tmp.
set -eu
example=${EXAMPLE:-/etc/nginx/command-center.conf}
folder=${TMPDIR:-/tmp}

sed -e "s/console\.example\.edu/$SERVER_NAME/" \
    -e 's/server 127\.0\.0\.1:8000 /server web:8000 /' \
    -e '/server 127\.0\.0\.1:8001 /d' \
    -e 's/\(listen \(\[::\]:\)\{0,1\}\)80;/\18080;/' \
    -e 's/\(listen \(\[::\]:\)\{0,1\}\)443 /\18443 /' \
    -e 's#/var/log/nginx/command-center\.log#/dev/stdout#' \
    -e 's#/var/log/nginx/command-center\.error\.log#/dev/stderr#' \
    "$example" >"$folder/command-center.conf"

cat >"$folder/nginx.conf" <<EOF
daemon off;
worker_processes auto;
pid $folder/nginx.pid;
error_log /dev/stderr warn;
events {}
http {
    client_body_temp_path $folder/body;
    proxy_temp_path $folder/proxy;
    fastcgi_temp_path $folder/fastcgi;
    uwsgi_temp_path $folder/uwsgi;
    scgi_temp_path $folder/scgi;
    include $folder/command-center.conf;
}
EOF
exec nginx -c "$folder/nginx.conf" -e /dev/stderr "$@"
