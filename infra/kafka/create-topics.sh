#!/usr/bin/env bash
# Makes the topics that the event relay publishes to, those of topics.txt beside this file (npm run generate:contracts);
# topics that are there already stay as they are.
#   create-topics.sh BROKER [REPLICATION_FACTOR]
set -euo pipefail

broker="${1:?the address of a broker}"
replication="${2:-1}"

# One topic for each context. The key is the stream id, and the relay uses the first twelve partitions only: of those that are
# added later nothing is seen, so that a stream never stands in two. Nothing expires: a new subscriber reads from the first event on.
while read -r topic; do
  kafka-topics --bootstrap-server "$broker" --create --if-not-exists --topic "$topic" \
    --partitions 12 --replication-factor "$replication" \
    --config retention.ms=-1 --config cleanup.policy=delete </dev/null
done <"$(dirname "$0")/topics.txt"

kafka-topics --bootstrap-server "$broker" --list
