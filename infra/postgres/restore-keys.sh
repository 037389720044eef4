#!/usr/bin/env bash
# Puts the schema `keys` back from a file of backup-keys.sh, into a database without that schema. The read models need no
# backup: start the projections and they build them from the log.
# Keys that were destroyed after the backup come back with it: destroy them again (docs/how-to/operate.md).
#   DATABASE_URL=postgres://… restore-keys.sh FILE
set -euo pipefail

pg_restore --dbname "${DATABASE_URL:?the database of Lindung}" --exit-on-error --single-transaction --no-owner \
  "${1:?the file to read}"
