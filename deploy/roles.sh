#!/bin/sh
# Makes the database, its owner and the roles of docs/operating.md, with passwords out of variables:
# run by first.sh, and by the database's container at its very first start.
set -eu
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres <<'SQL'
\getenv owner OWNER_PASSWORD
\getenv application APPLICATION_PASSWORD
\getenv system SYSTEM_PASSWORD
BEGIN;
CREATE ROLE command_center_owner LOGIN PASSWORD :'owner';
CREATE ROLE command_center_application LOGIN PASSWORD :'application';
CREATE ROLE command_center_system LOGIN PASSWORD :'system';
CREATE ROLE command_center_directory ROLE command_center_owner;
COMMIT;
CREATE DATABASE command_center OWNER command_center_owner TEMPLATE template0 ENCODING 'UTF8'
    LOCALE_PROVIDER libc LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8';
SQL
