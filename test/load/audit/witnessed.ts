import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EventCodec, EventStore, NO_KEYS } from '#event-store';
import { startEventStoreServer } from '#event-store-server';
import { type RunningApp, startApp } from '#http';
import { type CommandContext, dateIn, event, instant } from '#kernel';
import { readCheckpoint, signingKey, writtenKey } from '#transparency-log';
import { transparencyLog } from '../../../apps/transparency-log/src/transparency-log.app.js';
import { witness } from '../../../apps/witness/src/witness.app.js';
import type { Figure } from '../report.js';

const ORIGIN = 'bench.test/log';
/** How often what is shown is looked at: a figure is as exact as that. */
const LOOK_MS = 10;
/** Events come in so often, milliseconds, as from many offices. */
const EVERY_MS = 20;

/**
 * How long it takes from an event that the log has confirmed to a checkpoint that covers it, cosigned by two of three witnesses and shown to
 * everybody. Log, tree and witnesses are what runs elsewhere, over HTTP, with their usual settings; all on this machine.
 */
export async function eventToWitnessed(seconds: number): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lindung-bench-witnessed-'));
  const started: { stop(): Promise<void> }[] = [];
  const keep = <Running extends { stop(): Promise<void> }>(running: Running): Running => {
    started.push(running);
    return running;
  };
  try {
    const log = keep(await startEventStoreServer({ data: join(folder, 'log'), port: 0 }));
    const app = await startAll(folder, log.connectionString, keep);
    const store = EventStore.at(log.connectionString, new EventCodec(NO_KEYS));
    try {
      return figuresOf(await delays(store, app, seconds));
    } finally {
      await store.close();
    }
  } finally {
    for (const running of started.toReversed()) await running.stop();
    await rm(folder, { recursive: true });
  }
}

async function startAll(
  folder: string,
  connectionString: string,
  keep: (app: RunningApp) => RunningApp,
): Promise<RunningApp> {
  const [seed, usual] = [randomBytes(32), { PORT: '0', LOG_LEVEL: 'silent' }];
  const logKey = writtenKey(signingKey(ORIGIN, 'note', seed).public);
  const lines = [`log ${logKey}`];
  for (const name of ['w1', 'w2', 'w3']) {
    const secret = randomBytes(32);
    const { url } = keep(
      await startApp(witness, {
        ...usual,
        WITNESS_DATA: join(folder, name),
        WITNESS_NAME: `${name}.test/witness`,
        WITNESS_SECRET: secret.toString('base64'),
        WITNESS_LOGS: logKey,
      }),
    );
    lines.push(
      `witness ${name} ${writtenKey(signingKey(`${name}.test/witness`, 'cosignature', secret).public)} ${url}`,
    );
  }
  const policy = join(folder, 'policy');
  await writeFile(policy, [...lines, 'group enough 2 w1 w2 w3', 'quorum enough', ''].join('\n'));
  return keep(
    await startApp(transparencyLog, {
      ...usual,
      EVENTSTORE_URL: connectionString,
      TRANSPARENCY_DATA: join(folder, 'tree'),
      TRANSPARENCY_ORIGIN: ORIGIN,
      TRANSPARENCY_SECRET: seed.toString('base64'),
      TRANSPARENCY_POLICY_FILE: policy,
    }),
  );
}

/** Of each event how long it took, milliseconds. */
async function delays(store: EventStore, app: RunningApp, seconds: number): Promise<readonly number[]> {
  const recordedAt: number[] = [];
  const found: number[] = [];
  const end = performance.now() + seconds * 1_000;
  const looking = (async () => {
    while (performance.now() < end || found.length < recordedAt.length) {
      const response = await fetch(`${app.url}/log/checkpoint`);
      const bytes = Buffer.from(await response.arrayBuffer());
      const now = performance.now();
      const size = response.ok ? readCheckpoint(bytes).size : 0;
      while (found.length < Math.min(size, recordedAt.length))
        found.push(now - (recordedAt[found.length] as number));
      await wait(LOOK_MS);
    }
  })();
  while (performance.now() < end) {
    await store.append(
      `thing-${randomUUID()}`,
      [event('ThingCounted', { number: recordedAt.length })],
      null,
      context(),
    );
    recordedAt.push(performance.now());
    await wait(EVERY_MS);
  }
  await looking;
  return found;
}

function context(): CommandContext {
  const issuedAt = instant(new Date().toISOString());
  const commandId = randomUUID();
  const actor = { id: 'bench', roles: ['registrar'], office: 'BENCH' } as const;
  return {
    commandId,
    correlationId: commandId,
    causationId: commandId,
    actor,
    issuedAt,
    today: dateIn(issuedAt),
  };
}

function figuresOf(delays: readonly number[]): readonly Figure[] {
  const sorted = delays.toSorted((one, other) => one - other);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return [
    { name: 'Events until a quorum of witnesses has seen them', value: sorted.length, unit: 'events' },
    { name: 'Event to witnessed, median', value: at(0.5), unit: 'ms' },
    { name: 'Event to witnessed, p99', value: at(0.99), unit: 'ms' },
  ];
}
