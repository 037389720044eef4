import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from '#postgres';
import { type FreshDatabase, freshDatabase } from '#testing';
import type { CloudEvent } from './cloud-event.js';
import { type Reaction, openInbox } from './inbox.js';

const said = (number: number): CloudEvent => ({
  specversion: '1.0',
  id: `00000000-0000-4000-8000-00000000000${number}`,
  source: 'urn:lindung:things',
  type: 'lindung.things.thing-counted.v1',
  subject: 'thing-1',
  time: '2026-11-20T03:15:00.000Z',
  datacontenttype: 'application/json',
  dataschema: 'urn:lindung:contract:lindung.things.thing-counted.v1',
  partitionkey: 'thing-1',
  streamrevision: String(number),
  logposition: String(number),
  correlationid: '00000000-0000-4000-8000-000000000000',
  data: { number },
});

describe('an inbox', () => {
  let fresh: FreshDatabase;

  beforeAll(async () => {
    fresh = await freshDatabase();
    await sql`create table noted (number int)`.execute(fresh.database.kysely);
  });
  afterAll(() => fresh.drop());
  beforeEach(async () => {
    await sql`truncate noted`.execute(fresh.database.kysely);
  });

  const note: Reaction = async ({ data }, transaction) => {
    await sql`insert into noted values (${data.number})`.execute(transaction);
  };

  async function noted(): Promise<unknown[]> {
    const { rows } = await sql<{ number: number }>`select number from noted order by number`.execute(
      fresh.database.kysely,
    );
    return rows.map(({ number }) => number);
  }

  it('does the work of an event once, however often it comes', async () => {
    const inbox = await openInbox(fresh.database, 'once');
    expect(await inbox.once(said(1), note)).toBe(true);
    expect(await inbox.once(said(1), note)).toBe(false);
    expect(await inbox.once(said(2), note)).toBe(true);
    expect(await noted()).toEqual([1, 2]);
  });

  it('does it once also when copies come at the same time', async () => {
    const inbox = await openInbox(fresh.database, 'race');
    const done = await Promise.all(Array.from({ length: 5 }, () => inbox.once(said(1), note)));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await noted()).toEqual([1]);
  });

  it('has not seen an event whose work failed', async () => {
    const inbox = await openInbox(fresh.database, 'failure');
    const fail: Reaction = async (event, transaction) => {
      await note(event, transaction);
      throw new Error('halfway');
    };
    await expect(inbox.once(said(1), fail)).rejects.toThrow('halfway');
    expect(await noted()).toEqual([]);
    expect(await inbox.once(said(1), note)).toBe(true);
    expect(await noted()).toEqual([1]);
  });

  it('shows each event to each consumer', async () => {
    const [one, other] = [await openInbox(fresh.database, 'one'), await openInbox(fresh.database, 'other')];
    expect(await one.once(said(3), note)).toBe(true);
    expect(await other.once(said(3), note)).toBe(true);
  });
});
