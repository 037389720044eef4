import { randomUUID } from 'node:crypto';
import { type EventData, type EventStoreDBClient, NO_STREAM, jsonEvent } from '@eventstore/db-client';
import pg from 'pg';
import type { Client } from './client.js';
import { type Registered, contribution, register, registration } from './people.js';
import type { Statement } from './standalone.js';

/** Something that can be done again and again, by several at the same time. */
export interface Contender {
  /** Gets ready for the next turn, which is not measured. */
  prepare?(): Promise<void>;
  /** Does it once. */
  once(worker: number): Promise<unknown>;
  leave(): Promise<void> | void;
}

export function registers(client: Client): Contender {
  return { once: () => client.command('/participants', registration()), leave: () => client.close() };
}

/** Each to somebody who has not paid yet, so that each begins a stream. */
export function pays(client: Client): Contender {
  const unpaid: Registered[] = [];
  let [paid, wanted] = [0, 200];
  return {
    prepare: async () => {
      wanted = Math.max(wanted, paid * 2);
      paid = 0;
      await inParallel(32, wanted - unpaid.length, async () => unpaid.push(await register(client)));
    },
    once: async () => {
      const { id, nik } = unpaid.pop() ?? (await register(client));
      paid++;
      return client.command(`/participants/${id}/contributions`, contribution(nik));
    },
    leave: () => client.close(),
  };
}

/** Appends what a command has recorded, as many bytes of it, to streams that do not exist yet; nothing is sealed. */
export async function appends(log: EventStoreDBClient, streamId: string): Promise<Contender> {
  let recorded: { data: unknown; metadata?: unknown } | undefined;
  for await (const { event } of log.readStream(streamId, { maxCount: 1 })) recorded = event;
  if (recorded === undefined) throw new Error(`${streamId} is empty`);
  const data = { text: 'x'.repeat(JSON.stringify(recorded.data).length) };
  const metadata = recorded.metadata as EventData['metadata'];
  return {
    once: () =>
      log.appendToStream(`bench-${randomUUID()}`, jsonEvent({ type: 'Measured', data, metadata }), {
        expectedRevision: NO_STREAM,
      }),
    leave: () => {},
  };
}

/** Whoever is asked for next; each question is about somebody else. */
export type Asking = (somebody: Registered) => Promise<unknown>;

export function asks(client: Client, people: readonly Registered[], ask: Asking): Contender {
  let next = 0;
  return { once: () => ask(people[next++ % people.length]!), leave: () => client.close() };
}

/** The same statements, each worker on a connection of its own, with other people's ids in place of the sample's. */
export async function runsStatements(
  databaseUrl: string,
  connections: number,
  statements: readonly Statement[],
  sample: Registered,
  people: readonly Registered[],
): Promise<Contender> {
  if (statements.length === 0) throw new Error('The query asked PostgreSQL nothing');
  const pool = Array.from({ length: connections }, () => new pg.Client({ connectionString: databaseUrl }));
  await Promise.all(pool.map((connection) => connection.connect()));
  let next = 0;
  return {
    once: async (worker) => {
      const { id } = people[next++ % people.length]!;
      for (const { text, values } of statements) {
        await pool[worker]!.query(
          text,
          values.map((value) => replaced(value, sample.id, id)),
        );
      }
    },
    leave: async () => {
      await Promise.all(pool.map((connection) => connection.end()));
    },
  };
}

function replaced(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) return value.map((item) => replaced(item, from, to));
  return value === from ? to : value;
}

/** Does something a number of times, several at a time. */
export async function inParallel(
  workers: number,
  times: number,
  once: () => Promise<unknown>,
): Promise<void> {
  let left = times;
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (left-- > 0) await once();
    }),
  );
}
