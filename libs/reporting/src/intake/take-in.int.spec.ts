import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FollowerFenced, checkpointOf, dropTablesOf, prepareTables } from '#followers';
import { localDate, type Instant } from '#kernel';
import { sql } from '#postgres';
import type { CloudEvent } from '#publishing';
import { type FreshDatabase, freshDatabase } from '#testing';
import { rowsOf } from '../facts/fact-rows.js';
import { REPORTING, SCHEMA, memberships, people as personTable } from '../facts/fact-tables.js';
import { paid, registered, told } from '../reporting.examples.js';
import { employerTold } from '../wages.examples.js';
import { report } from '../reports.js';
import { type DeadLetter, countWaiting, discard, retryStream } from './dead-letters.js';
import { messageOf, messageOfBytes } from './message.js';
import { takeIn } from './take-in.js';

const BY = { actor: 'reporting-01', at: '2026-11-20T03:15:00.000Z' as Instant };

describe('Events', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());
  beforeEach(async () => {
    await prepareTables(fresh.database, REPORTING);
    await dropTablesOf(fresh.database, SCHEMA);
    await prepareTables(fresh.database, REPORTING);
  });

  const messages = (events: readonly CloudEvent[]) => events.map((event) => messageOf(event, 'feed'));

  const active = async (on = '2026-10-15') => {
    const asked = { name: 'active-participants', by: [], where: {}, today: localDate(on) };
    return report(fresh.database, asked, 0);
  };

  /** So many people who are registered and have paid. */
  const people = (count: number): CloudEvent[] =>
    Array.from({ length: count }, () => randomUUID()).flatMap((id, n) => [
      registered(id, 2 * n),
      paid(id, 2 * n + 1),
    ]);

  const waiting = async (): Promise<DeadLetter[]> => {
    const { rows } = await sql<DeadLetter>`
      select dead_letter_id as "deadLetterId", stream, reason, detail from ${sql.id(SCHEMA, 'dead_letters')}
      where state = 'WAITING' order by log_position`.execute(fresh.database.kysely);
    return rows;
  };

  /** What was folded of everybody. */
  const folded = async () => {
    return fresh.database.transaction(async (transaction) => {
      await sql`select set_config('search_path', ${SCHEMA}, true)`.execute(transaction);
      return {
        people: await rowsOf(transaction, personTable, sql`order by participant_id`),
        memberships: await rowsOf(transaction, memberships, sql`order by participant_id, from_on`),
      };
    });
  };

  it('have their effect once, however often they come', async () => {
    const events = people(6);
    const first = await takeIn(fresh.database, messages(events));
    const again = await takeIn(fresh.database, messages([...events, ...events]));
    expect([first, again]).toEqual([
      { counted: 12, repeated: 0, parked: 0 },
      { counted: 0, repeated: 24, parked: 0 },
    ]);
    expect((await active()).total.figures).toEqual({ persons: 6, memberships: 6 });
  });

  it('of many who are registered at once count as those that come one after the other', async () => {
    const many = people(250);
    await takeIn(fresh.database, messages(many), { after: null, to: 499n });
    const atOnce = await folded();
    await dropTablesOf(fresh.database, SCHEMA);
    await prepareTables(fresh.database, REPORTING);
    // Who has paid before is no newcomer when the registration comes.
    const [odd, even] = [1, 0].map((rest) => many.filter((_, n) => n % 2 === rest));
    for (const part of [odd!, even!]) await takeIn(fresh.database, messages(part));
    expect(atOnce).toMatchObject({ people: { length: 250 }, memberships: { length: 250 } });
    expect(await folded()).toEqual(atOnce);
  });

  it('of newcomers whose wages were told of before count all the same', async () => {
    const [employer, one] = [employerTold(0), randomUUID()];
    const reportId = randomUUID();
    const wage = employer.wage(one, reportId, '2026-09');
    await takeIn(fresh.database, messages([employer.registered(), wage]));
    await takeIn(fresh.database, messages([employer.settled('2026-09', '2026-10-01', [reportId])]));
    await takeIn(fresh.database, messages([registered(one, 9), employer.joined(one, '2026-09-01')]));
    expect(await folded()).toMatchObject({ memberships: [{ participantId: one, segment: 'PU' }] });
  });

  it('are stored with their place, or not at all', async () => {
    const events = people(6);
    await takeIn(fresh.database, messages(events.slice(0, 4)), { after: null, to: 3n });
    expect((await active()).position).toBe('3');
    const late = takeIn(fresh.database, messages(events), { after: null, to: 11n });
    await expect(late).rejects.toThrow(FollowerFenced);
    expect((await checkpointOf(fresh.database, REPORTING))?.position).toBe(3n);
    await takeIn(fresh.database, messages(events.slice(4)), { after: 3n, to: 20n });
    expect(await active()).toMatchObject({ position: '20', total: { figures: { persons: 6 } } });
  });

  it('of Kafka move no place: what its slower partitions still hold the feed brings', async () => {
    const events = people(6);
    await takeIn(fresh.database, messages(events.slice(0, 2)), { after: null, to: 1n });
    await takeIn(fresh.database, messages(events.slice(8)));
    expect(await active()).toMatchObject({ position: '1', newestAt: '2026-11-20T03:15:00.000Z' });
    const rest = await takeIn(fresh.database, messages(events.slice(2)), { after: 1n, to: 11n });
    expect(rest).toEqual({ counted: 6, repeated: 4, parked: 0 });
    expect(await active()).toMatchObject({ position: '11', total: { figures: { persons: 6 } } });
  });

  it('of Kafka alone tell how far it is by the newest of them', async () => {
    const [first, second] = [registered(randomUUID(), 1), registered(randomUUID(), 2)];
    await takeIn(fresh.database, messages([{ ...second, time: '2026-11-20T05:00:00.000Z' }]));
    await takeIn(fresh.database, messages([{ ...first, time: '2026-11-20T04:00:00.000Z' }]));
    expect(await active()).toMatchObject({ position: null, newestAt: '2026-11-20T05:00:00.000Z' });
    const before = { ...registered(randomUUID(), 0), time: '2026-11-20T01:00:00.000Z' };
    await takeIn(fresh.database, messages([before]), { after: null, to: 0n });
    expect(await active()).toMatchObject({ position: '0', newestAt: '2026-11-20T05:00:00.000Z' });
  });

  it('of nobody else wait for one that breaks its contract; those behind it in its stream do', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    const broken = { ...registered(one, 0), data: { participantId: one, segment: 'BPU' } };
    const behind = { ...registered(one, 4), streamrevision: '1' };
    const taken = await takeIn(fresh.database, messages([broken, registered(two, 1), paid(two, 2), behind]));
    expect(taken).toEqual({ counted: 2, repeated: 0, parked: 2 });
    expect(await waiting()).toMatchObject([
      { stream: `participant-${one}`, reason: 'BREAKS_CONTRACT', detail: 'Field channel is not there' },
      { stream: `participant-${one}`, reason: 'BEHIND_ANOTHER' },
    ]);
    expect((await active()).putAside).toBe(2);
    const later = { ...registered(one, 9), streamrevision: '2' };
    expect(await takeIn(fresh.database, messages([later]))).toMatchObject({ parked: 1 });
  });

  it('that were put aside go on in their order once the first of them is given up', async () => {
    const one = randomUUID();
    const broken = { ...registered(one, 0), data: {} };
    const behind = { ...registered(one, 4), streamrevision: '1' };
    await takeIn(fresh.database, messages([broken, behind, paid(one, 5)]));
    expect(await retryStream(fresh.database, broken.subject, BY)).toEqual({
      takenIn: 0,
      waiting: 2,
      because: 'Field participantId is not there',
    });
    const [first] = await waiting();
    expect(await discard(fresh.database, first!, 'sent by mistake', BY)).toEqual({ takenIn: 1, waiting: 0 });
    expect(await countWaiting(fresh.database)).toBe(0);
    // One person is not told, but there is somebody.
    expect((await active()).total.figures).toBeUndefined();
  });

  it('that PostgreSQL cannot hold are put aside as well, and all others count', async () => {
    const events = people(5);
    const far = paid(randomUUID(), 30, { months: 3_000_000_000 });
    const taken = await takeIn(fresh.database, messages([...events, far]), { after: null, to: 40n });
    expect(taken).toEqual({ counted: 10, repeated: 0, parked: 1 });
    expect(await waiting()).toMatchObject([{ reason: 'NOT_STORED' }]);
    expect(await active()).toMatchObject({ position: '40', total: { figures: { persons: 5 } } });
  });

  it('of months that there are none of are put aside as well', async () => {
    const events = people(5);
    const id = randomUUID();
    const far = { ...paid(id, 30, { months: 2_000_000_000 }), streamrevision: '1' };
    const all = messages([registered(id, 29), far, ...events]);
    const taken = await takeIn(fresh.database, all, { after: null, to: 40n });
    expect(taken).toEqual({ counted: 11, repeated: 0, parked: 1 });
    expect(await retryStream(fresh.database, far.subject, BY)).toEqual({
      takenIn: 0,
      waiting: 1,
      because: 'It cannot be counted: RangeError',
    });
  });

  it('that are none are kept each, though all come from one feed', async () => {
    const none = [registered(randomUUID(), 1), registered(randomUUID(), 2)].map((event) => ({
      ...event,
      logposition: 'nowhere',
    }));
    await takeIn(fresh.database, messages(none));
    await takeIn(fresh.database, messages(none));
    expect((await waiting()).map(({ stream }) => stream).sort()).toEqual(
      none.map(({ subject }) => subject).sort(),
    );
  });

  it('of no moment that there is are put aside, and all others count', async () => {
    const events = people(5);
    const never = { ...registered(randomUUID(), 30), time: '2026-13-40T99:99:99Z' };
    const taken = await takeIn(fresh.database, messages([...events, never]), { after: null, to: 40n });
    expect(taken).toEqual({ counted: 10, repeated: 0, parked: 1 });
    expect(await waiting()).toMatchObject([{ reason: 'UNREADABLE' }]);
  });

  it('whose key PostgreSQL cannot hold are put aside under their place', async () => {
    const place = 'lindung.claims[3]@18';
    const keys = ['claim-\0', 'x'.repeat(10_000)];
    for (const key of keys) await takeIn(fresh.database, [messageOfBytes(Buffer.from(key), place, key)]);
    expect((await waiting()).map(({ stream }) => stream)).toEqual([place, place]);
  });

  it('are told apart from messages that are none: those are kept as they came', async () => {
    const stream = 'claim-1';
    const taken = await takeIn(fresh.database, [
      messageOfBytes(Buffer.from('{"half'), 'lindung.claims[3]@17', stream),
      messageOf({ ...told('lindung.claims.claim-denied.v1', {}, { at: 1 }), id: 'no uuid' }, 'feed'),
    ]);
    expect(taken).toMatchObject({ parked: 2 });
    expect((await waiting()).map(({ reason, detail }) => [reason, detail.split(': ')[1]])).toEqual([
      ['UNREADABLE', 'not a JSON object'],
      ['UNREADABLE', 'id'],
    ]);
    // Delivered again it is the same letter.
    await takeIn(fresh.database, [messageOfBytes(Buffer.from('{"half'), 'lindung.claims[3]@17', stream)]);
    expect(await countWaiting(fresh.database)).toBe(2);
  });
});
