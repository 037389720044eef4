#!/usr/bin/env bash
# Writes .env.example with a secret of its own in place of each placeholder. Hosts and identity provider are yours to name.
#   infra/docker/new-env.sh > .env
set -euo pipefail

while IFS= read -r line; do
  case "$line" in
    *=change-me | *=AAAA*) echo "${line%%=*}=$(openssl rand -base64 32)" ;;
    *) echo "$line" ;;
  esac
done <"$(dirname "${BASH_SOURCE[0]}")/../../.env.example"
