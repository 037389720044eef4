import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AllStreamRecordedEvent, EventStoreDBClient, NO_STREAM, START } from '@eventstore/db-client';
import { recomputeLog } from '#audit';
import { STREAMS } from '#contexts';
import {
  JKK_SUBMITTED,
  calculatedBy,
  invoice,
  jkkFacts,
  jkmFacts,
} from '#contexts/claims/domain/claim.examples';
import type { ClaimEvent } from '#contexts/claims/facts';
import { EventCodec, EventStore } from '#event-store';
import { type CommandContext, type EventOf, instant, localDate } from '#kernel';
import { PersonKeyRing } from '#key-ring';
import { SqliteKeyStore } from '#key-store';
import { MASTER_KEY, startLog } from '../log-bench.js';
import type { Measurements } from '../report.js';

/** How many appends are under way at a time. */
const WRITERS = 64;

/** What one year of Indonesia may decide: JKK, JKM and school years together. */
const A_YEAR = 4_000_000;

/** Accidents and deaths that come to different things, each calculated once. */
const CALCULATED = [
  ...[20, 60, 190, 400].flatMap((incapacityDays) =>
    [3_000_000, 18_500_000].map((billedIdr) => jkkFacts({ incapacityDays, care: [invoice(billedIdr)] })),
  ),
  jkmFacts(),
].map((basis) => ({ programme: basis.programme.code, event: calculatedBy(basis) }));

/**
 * How fast decisions are computed again, each of another person: read from the log, opened with that person's key, calculated and compared.
 * Beside that a bare client that reads the same events and does nothing with them.
 */
export async function decisionsAgain(count: number): Promise<Measurements> {
  const folder = await mkdtemp(join(tmpdir(), 'lindung-bench-recompute-'));
  const server = await startLog(folder);
  const keys = SqliteKeyStore.open(join(folder, 'keys'));
  const codec = new EventCodec(new PersonKeyRing({ store: keys, masterKey: MASTER_KEY }), STREAMS);
  const store = EventStore.at(server.connectionString, codec);
  try {
    await fill(server.connectionString, codec, count);
    const bare = await secondsOf(() => readBarely(server.connectionString));
    const again = await secondsOf(async () => {
      const found = await recomputeLog({ log: store, mostListed: 1 });
      if (found.same !== count) throw new Error(`${found.same} of ${count} came out as they were recorded`);
    });
    const perSecond = Math.round(count / again);
    return {
      rows: [
        {
          name: 'decisions computed again',
          perSecond,
          ceilingPerSecond: Math.round(count / bare),
          ratio: bare / again,
        },
      ],
      figures: [
        { name: 'Decisions that were computed again', value: count, unit: 'decisions' },
        { name: 'They took', value: Number(again.toFixed(1)), unit: 's' },
        { name: 'A year of four million takes', value: Math.round(A_YEAR / perSecond), unit: 's' },
      ],
    };
  } finally {
    await store.close();
    await keys.close();
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

async function fill(connectionString: string, codec: EventCodec, count: number): Promise<void> {
  const client = EventStoreDBClient.connectionString(connectionString);
  let next = 0;
  const writer = async () => {
    for (let nth = next++; nth < count; nth = next++) {
      const events = claimOf(nth);
      const streamId = `claim-${events[0]!.data.claimId}`;
      const encoded = await codec.encode(streamId, events, CONTEXT);
      await client.appendToStream(streamId, encoded, { expectedRevision: NO_STREAM });
    }
  };
  try {
    await Promise.all(Array.from({ length: WRITERS }, writer));
  } finally {
    await client.dispose();
  }
}

/** A claim of somebody who has no other: handed in and calculated. */
function claimOf(nth: number): readonly EventOf<ClaimEvent, 'ClaimSubmitted' | 'BenefitCalculated'>[] {
  const { programme, event } = CALCULATED[nth % CALCULATED.length]!;
  const whose = { claimId: randomUUID(), participantId: randomUUID() };
  return [
    { type: 'ClaimSubmitted', data: { ...JKK_SUBMITTED.data, ...whose, programme } },
    { ...event, data: { ...event.data, ...whose } },
  ];
}

async function readBarely(connectionString: string): Promise<void> {
  const client = EventStoreDBClient.connectionString(connectionString);
  const reading: AsyncIterable<{ event?: AllStreamRecordedEvent }> = client.readAll({ fromPosition: START });
  for await (const { event } of reading) void event;
  await client.dispose();
}

const CONTEXT: CommandContext = {
  commandId: randomUUID(),
  issuedAt: instant('2026-11-20T03:15:00Z'),
  today: localDate('2026-11-20'),
  actor: { id: 'bench', roles: ['adjudicator'], office: 'Bekasi' },
  correlationId: randomUUID(),
  causationId: randomUUID(),
};
