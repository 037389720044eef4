import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { publishedContracts } from '../../apps/event-relay/src/published-contracts.js';

describe('infra/kafka/create-topics.sh', () => {
  it('makes the topics that the relay publishes to, and no others', () => {
    // Stands in for the command of the broker, and writes down what it is asked for.
    const bin = mkdtempSync(join(tmpdir(), 'lindung-kafka-'));
    writeFileSync(join(bin, 'kafka-topics'), '#!/bin/sh\ncat\necho "$@"\n', { mode: 0o755 });
    const script = fileURLToPath(new URL('../../infra/kafka/create-topics.sh', import.meta.url));
    const said = execFileSync('bash', [script, 'kafka:9092', '3'], {
      encoding: 'utf8',
      env: { PATH: `${bin}:${process.env.PATH}` },
    });
    rmSync(bin, { recursive: true });
    const made = [...said.matchAll(/--create .*--topic (\S+) .*--replication-factor 3 /g)];
    expect(made.map(([, topic]) => topic)).toEqual(publishedContracts.map(({ topic }) => topic));
  });
});
