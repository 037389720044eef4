import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#event-store';
import { event, localDate } from '#kernel';
import { type FreshDatabase, eventLog, freshDatabase, on } from '#testing';
import { applyBatch } from '../apply-batch.js';
import { dropVersion, prepareReadModel } from '../follower-tables.js';
import { tablesOf } from '../tables-of.js';
import { loanReadModel } from '../../test/loans.js';
import { foldRows, timelineOf } from './index.js';

const id = (number: number) => `3f0c2a52-8f3e-4b8e-9d3a-${String(number).padStart(12, '0')}`;
const effectiveOn = localDate('2026-03-02');

/** What a name may hold: quotes, other alphabets, a backslash. */
const READER = `O'Brien "\\n" Ṛtā 🙂`;

/** So many loans: lent, fined, some returned twice, some paid for, some forgotten. */
function history(loans: number): RecordedEvent[] {
  const log = eventLog();
  return Array.from({ length: loans }, (_, number) => {
    const [loanId, fineId] = [id(number), id(10_000 + number)];
    const returned = event('BookReturned', { loanId, place: 'desk', effectiveOn });
    const forgotten = event('LoanForgotten', { loanId, effectiveOn });
    return [
      ...log.record([
        on(
          `loan-${loanId}`,
          event('BookLent', { loanId, reader: READER, titles: ['a', '{"b"}'], effectiveOn }),
        ),
        on(`fine-${fineId}`, event('FineImposed', { fineId, loanId, amount: number, effectiveOn })),
        on(`other-${loanId}`, event('Other', {})),
        on(`loan-${loanId}`, returned, returned),
      ]),
      ...log.record([
        on(`fine-${fineId}`, ...(number % 2 ? [event('FinePaid', { fineId, effectiveOn })] : [])),
        on(`loan-${loanId}`, ...(number % 3 ? [] : [forgotten])),
      ]),
    ];
  }).flat();
}

describe('the rows of a read model in PostgreSQL', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  async function stored() {
    const tables = tablesOf(fresh.database, loanReadModel);
    return {
      loanOfFine: await tables.selectFrom('loanOfFine').selectAll().orderBy('fineId').execute(),
      loans: await tables.selectFrom('loans').selectAll().orderBy('loanId').execute(),
      returns: await tables.selectFrom('returns').selectAll().orderBy('loanId').execute(),
      timeline: await tables
        .selectFrom('timeline')
        .selectAll()
        .orderBy('position')
        .orderBy('revision')
        .execute(),
    };
  }

  it.each([
    { loans: 12, size: 1 },
    { loans: 12, size: 2 },
    { loans: 12, size: 7 },
    { loans: 12, size: 1_000 },
    // So many rows are brought in by COPY.
    { loans: 1_200, size: 4_000 },
  ])('are what a fold gives in memory, $loans loans, $size events at a time', async ({ loans, size }) => {
    const events = history(loans);
    await dropVersion(fresh.database, loanReadModel);
    await prepareReadModel(fresh.database, loanReadModel);
    for (let from = 0; from < events.length; from += size) {
      await applyBatch(fresh.database, loanReadModel, events.slice(from, from + size));
    }
    const own = events.filter(({ streamId }) => !streamId.startsWith('other'));
    const folded = foldRows(loanReadModel, own);
    const inMemory = Object.fromEntries(
      Object.entries(folded).map(([name, rows]) => [name, [...rows.values()]]),
    );
    expect(await stored()).toEqual(inMemory);
    expect(folded.loans.size).toBe((loans * 2) / 3);
    expect(await stored()).toMatchObject({
      loans: expect.arrayContaining([expect.objectContaining({ reader: READER })]),
    });
  });

  it('tell the stories of several subjects as one', async () => {
    const story = await timelineOf(tablesOf(fresh.database, loanReadModel), id(0), id(1));
    expect(story.map(({ subjectId, type, amount }) => [subjectId, type, amount]).slice(0, 2)).toEqual([
      [id(0), 'BookLent', null],
      [id(0), 'FineImposed', 0],
    ]);
    expect(story.at(-1)).toMatchObject({
      type: 'FinePaid',
      effectiveOn,
      actorId: 'user-1',
      office: 'Bekasi',
    });
  });
});
