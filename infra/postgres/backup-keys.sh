#!/usr/bin/env bash
# Writes the schema `keys`, the keys of persons, to a file. It is the only part of the database that the log cannot give
# back: without it every personal field in the log is lost for good. The keys in it are wrapped with LINDUNG_MASTER_KEY,
# which is kept elsewhere. Keep these files no longer than an erasure may take: a destroyed key lives on in them.
#   DATABASE_URL=postgres://… backup-keys.sh FILE
set -euo pipefail

file="${1:?the file to write}"

umask 077
pg_dump --dbname "${DATABASE_URL:?the database of Lindung}" --schema keys --format custom --file "$file.part"
mv "$file.part" "$file"
