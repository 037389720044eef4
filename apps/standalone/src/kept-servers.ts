import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from '#embedded-postgres';
import { type EventStoreServer, startEventStoreServer } from '#event-store-server';
import { withLife } from './event-store-life.js';
import type { Admits } from './own-user.js';
import { revived } from './revived.js';

/** Told what happens, a line at a time. */
export type Say = (line: string) => void;

/** The event log, started again where it was should it die. */
export async function keptEventStore(
  options: { readonly data: string; readonly admits: Admits | undefined },
  port: number,
  say: Say,
) {
  const start = async (at: number) => withLife(await startEventStoreServer({ ...options, port: at }));
  const again = async (died: EventStoreServer) => {
    // Its files are held until it is closed.
    await died.stop();
    return start(died.port);
  };
  return revived('The event store', await start(port), again, say);
}

/** PostgreSQL, started again where it was should it die. */
export async function keptPostgres(options: EmbeddedPostgresOptions, say: Say) {
  const again = ({ url }: EmbeddedPostgres) =>
    startEmbeddedPostgres({ ...options, port: Number(new URL(url).port) });
  return revived('PostgreSQL', await startEmbeddedPostgres(options), again, say);
}
