import { EventCodec, EventStore, NO_KEYS } from '#event-store';
import type { Logger } from '#kernel';
import { connectDatabase } from '#postgres';
import { runFollower } from '#followers';
import { stallAt } from './interruptions.js';

/** A program that follows the log, stops for good in the middle of a transaction, says so, and waits to be killed. */
const silent: Logger = { info: () => {}, warn: () => {}, error: () => {} };
const { DATABASE_URL = '', EVENT_STORE = '', STALL_AT = '' } = process.env;

runFollower(
  stallAt(Number(STALL_AT), () => process.send?.('in the middle of a transaction')),
  {
    store: EventStore.at(EVENT_STORE, new EventCodec(NO_KEYS)),
    database: connectDatabase({ url: DATABASE_URL, maxConnections: 2, applicationName: 'to be killed' }),
    signal: new AbortController().signal,
    log: silent,
  },
);
