import { type Database, type Transaction, createSchema, sql } from '#postgres';
import type { CloudEvent } from './cloud-event.js';

/** What a consumer does about an event, within the transaction that remembers having seen it. */
export type Reaction = (event: CloudEvent, transaction: Transaction<unknown>) => Promise<void>;

/**
 * Does the work of each event once, however often Kafka delivers it: the id of the event and what the work wrote are
 * committed together. Work outside this database (a call, a mail) may still happen twice.
 */
export interface Inbox {
  /** @returns false when the event was seen before and nothing was done */
  once(event: CloudEvent, work: Reaction): Promise<boolean>;
}

/**
 * An inbox in PostgreSQL, schema `lindung`.
 * @param consumer name of who reacts; each consumer sees every event once
 */
export async function openInbox(database: Database, consumer: string): Promise<Inbox> {
  await createInboxTable(database);
  return {
    once: (event, work) =>
      database.kysely.transaction().execute(async (transaction) => {
        const { rows } = await sql`
          insert into lindung.inbox (consumer, source, id) values (${consumer}, ${event.source}, ${event.id})
          on conflict do nothing returning id`.execute(transaction);
        if (rows.length === 0) return false;
        await work(event, transaction);
        return true;
      }),
  };
}

async function createInboxTable(database: Database): Promise<void> {
  await database.kysely.transaction().execute(async (transaction) => {
    await createSchema(transaction, 'lindung');
    await sql`
      create table if not exists lindung.inbox (
        consumer text not null,
        source text not null,
        id uuid not null,
        seen_at timestamptz not null default now(),
        primary key (consumer, source, id)
      )`.execute(transaction);
  });
}
