import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { prepareTables } from '#followers';
import { localDate, period } from '#kernel';
import { employedCoverTimes } from '#law';
import { sql } from '#postgres';
import type { CloudEvent } from '#publishing';
import { type FreshDatabase, freshDatabase } from '#testing';
import { messageOf } from '../intake/message.js';
import { takeIn } from '../intake/take-in.js';
import { told } from '../reporting.examples.js';
import { employerTold } from '../wages.examples.js';
import { REPORTING, SCHEMA } from './fact-tables.js';

const JOINED_ON = '2026-01-05';

describe('The months of wage earners', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
    await prepareTables(fresh.database, REPORTING);
  });
  afterAll(() => fresh.drop());

  const take = (events: readonly CloudEvent[]) =>
    takeIn(
      fresh.database,
      events.map((event) => messageOf(event, 'feed')),
    );

  /** The times in which somebody is a member. */
  const timesOf = async (participantId: string) => {
    const { rows } = await sql<{ fromOn: string; untilOn: string }>`
      select from_on as "fromOn", until_on as "untilOn" from ${sql.id(SCHEMA, 'memberships')}
      where participant_id = ${participantId}::uuid order by from_on`.execute(fresh.database.kysely);
    return rows;
  };

  /** From when an employer stands for its workers. */
  const standsFrom = async (employerId: string) => {
    const { rows } = await sql<{ fromOn: string }>`
      select from_on as "fromOn" from ${sql.id(SCHEMA, 'standings')}
      where workplace_id = ${employerId}::uuid`.execute(fresh.database.kysely);
    return rows.map(({ fromOn }) => fromOn);
  };

  /** What holds of somebody who began in January, with these months paid. */
  const paidFor = (...months: readonly (readonly [month: string, paidOn: string])[]) =>
    employedCoverTimes({
      startedOn: localDate(JOINED_ON),
      paid: months.map(([month, paidOn]) => ({ period: period(month), paidOn: localDate(paidOn) })),
    });

  /**
   * January is settled with all but one who was left out; of two the wage is taken back, and of one of these reported again. February was
   * settled by money that never came, March is paid.
   */
  function factory() {
    const [always, leftOut, takenBack, again] = Array.from({ length: 4 }, () => randomUUID()) as [
      string,
      string,
      string,
      string,
    ];
    const [january, correction, restored, february, march] = Array.from({ length: 5 }, () =>
      randomUUID(),
    ) as [string, string, string, string, string];
    const of = employerTold(0);
    const events = [
      of.registered(),
      ...[always, leftOut, takenBack, again].map((id) => of.joined(id, JOINED_ON)),
      ...[always, takenBack, again].map((id) => of.wage(id, january, '2026-01')),
      of.settled('2026-01', '2026-02-10', [january]),
      ...[takenBack, again].map((id) => of.wage(id, correction, '2026-01', true)),
      of.settled('2026-01', '2026-02-20', [correction], 0),
      of.wage(again, restored, '2026-01'),
      of.wage(always, february, '2026-02'),
      of.settled('2026-02', '2026-03-10', [february]),
      of.reopened('2026-02', '2026-03-20', [february]),
      of.wage(always, march, '2026-03'),
      of.settled('2026-03', '2026-04-10', [march]),
    ];
    const expected = [
      { who: always, times: paidFor(['2026-01', '2026-02-10'], ['2026-03', '2026-04-10']) },
      { who: leftOut, times: paidFor() },
      { who: takenBack, times: paidFor() },
      { who: again, times: paidFor(['2026-01', '2026-02-10']) },
    ];
    return { of, events, expected };
  }

  it('count for each of them alone, and come to the same in whichever order they are told', async () => {
    const all = [...factory().events.keys()];
    for (const order of fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), 3)) {
      const { of, events, expected } = factory();
      for (const nth of order) await take([events[nth]!]);
      const are = await Promise.all(expected.map(({ who }) => timesOf(who)));
      expect([order, are]).toEqual([order, expected.map(({ times }) => times)]);
      expect(await standsFrom(of.employerId)).toEqual(['2026-02-10']);
    }
  });

  it('come to the same when they are told at once', async () => {
    const { events, expected } = factory();
    await take(events);
    for (const { who, times } of expected) expect(await timesOf(who)).toEqual(times);
  });

  it('count for nobody of an employer whose only payment never came, or was of nothing', async () => {
    const [bounced, free] = [employerTold(0), employerTold(0)];
    const report = randomUUID();
    await take([
      bounced.registered(),
      bounced.settled('2026-01', '2026-02-10', [report]),
      bounced.reopened('2026-01', '2026-02-20', [report]),
      free.registered(),
      free.settled('2026-01', '2026-02-10', [randomUUID()], 0),
    ]);
    expect([await standsFrom(bounced.employerId), await standsFrom(free.employerId)]).toEqual([[], []]);
  });

  it('of a factory of more than a thousand are folded in parts, and nobody is another person by that', async () => {
    const of = employerTold(0);
    const report = randomUUID();
    const all = Array.from({ length: 1_100 }, () => randomUUID()).sort();
    // The first of all parts is the same person as the last of them.
    const [twin, survivor] = [all[0]!, all.at(-1)!];
    await take([
      of.registered(),
      ...all.map((id) => of.joined(id, JOINED_ON)),
      ...all.map((id) => of.wage(id, report, '2026-06')),
      told(
        'lindung.participants.participant-merged.v1',
        { participantId: twin, survivorId: survivor },
        { at: 9_000 },
      ),
      told(
        'lindung.participants.death-reported.v1',
        { participantId: survivor, diedOn: '2026-08-01' },
        { at: 9_001 },
      ),
    ]);
    await take([of.settled('2026-06', '2026-07-10', [report])]);
    const { rows } = await sql<{ persons: number; memberships: number; endOfTwin: string }>`
      select count(distinct person_id)::int as persons, count(*)::int as memberships,
             max(until_on) filter (where participant_id = ${twin}::uuid) as "endOfTwin"
      from ${sql.id(SCHEMA, 'memberships')}
      where workplace_id = ${of.employerId}::uuid and from_on <= '2026-08-01' and until_on > '2026-08-01'`.execute(
      fresh.database.kysely,
    );
    // Whoever goes on as another one dies with that one.
    expect(rows).toEqual([{ persons: 1_099, memberships: 1_100, endOfTwin: '2026-08-02' }]);
    const people = await sql<{ personId: string; diedOn: string }>`
      select person_id as "personId", died_on as "diedOn" from ${sql.id(SCHEMA, 'people')}
      where participant_id = ${twin}::uuid`.execute(fresh.database.kysely);
    expect(people.rows).toEqual([{ personId: survivor, diedOn: '2026-08-01' }]);
  });
});
