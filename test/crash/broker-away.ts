import { setTimeout as wait } from 'node:timers/promises';
import { schemaOf } from '#followers';
import { RELAY } from '#publishing';
import { onlookerOf } from '../system/settled.js';
import type { BranchOffice } from './branch-office.js';
import type { OfficeBroker } from './broker.js';
import type { Latencies, LatencyBook } from './latencies.js';

/** How people were answered while there was no broker, and how long the relay needed afterwards. */
export interface BrokerAway {
  readonly awayMs: number;
  readonly before: Latencies;
  readonly during: Latencies;
  /** From the moment the broker is there again until the relay has published everything. */
  readonly caughtUpMs: number;
}

const CAUGHT_UP_WITHIN_MS = 120_000;

/** Has the broker be away for a while in which people work on, beside as long a while with it. */
export async function brokerAway(
  office: BranchOffice,
  broker: OfficeBroker,
  book: LatencyBook,
  awayMs: number,
): Promise<BrokerAway> {
  book.turnPage();
  await wait(awayMs);
  const before = book.turnPage();
  await broker.kill(awayMs);
  await wait(awayMs);
  const during = book.turnPage();
  await broker.there();
  const there = performance.now();
  const onlooker = onlookerOf(office.databaseUrl, office.eventStoreUrl);
  try {
    await onlooker.reached(schemaOf(RELAY), CAUGHT_UP_WITHIN_MS);
  } finally {
    await onlooker.close();
  }
  return { awayMs, before, during, caughtUpMs: Math.round(performance.now() - there) };
}
