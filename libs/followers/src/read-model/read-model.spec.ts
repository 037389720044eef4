import { describe, expect, it } from '@jest/globals';
import { event, localDate } from '#kernel';
import { on, readModelSpec } from '#testing';
import { integer, json, table, text, uuid } from '#postgres';
import { type LoanEvent, loanReadModel, loans } from '../../test/loans.js';
import { category, change, changeOf, fold, foldEach, newRow, put, readModel, via } from './index.js';

const LOAN = '3f0c2a52-8f3e-4b8e-9d3a-3f3f0a1c0001';
const FINE = '3f0c2a52-8f3e-4b8e-9d3a-3f3f0a1c0002';
const effectiveOn = localDate('2026-03-02');

const lent = event('BookLent', { loanId: LOAN, reader: 'a', titles: ['Max Havelaar'], effectiveOn });
const fined = event('FineImposed', { fineId: FINE, loanId: LOAN, amount: 3, effectiveOn });
const paid = event('FinePaid', { fineId: FINE, effectiveOn });

const folded = readModelSpec(loanReadModel);

describe('a read model', () => {
  it('finds a row by a look-up that the same events made', () => {
    folded(on(`loan-${LOAN}`, lent), on(`fine-${FINE}`, fined))
      .thenRows('loans', [{ finesOwed: 3 }])
      .and(on(`fine-${FINE}`, paid))
      .thenRows('loans', [{ finesOwed: 0 }])
      .thenUnknownEventsAreIgnored();
  });

  it('does nothing where the look-up has no row', () => {
    const { rows } = folded(on(`loan-${LOAN}`, lent), on(`fine-${FINE}`, paid));
    expect([...rows.timeline.values()].map(({ type }) => type)).toEqual(['BookLent']);
  });

  it('tells a story of whatever happened, with what the look-up knows', () => {
    const reminded = event('ReminderSent', { loanId: LOAN, effectiveOn });
    const { rows } = folded(on(`loan-${LOAN}`, lent, reminded), on(`fine-${FINE}`, fined, paid));
    expect(
      [...rows.timeline.values()].map(({ subjectId, type, amount }) => [subjectId, type, amount]),
    ).toEqual([
      [LOAN, 'BookLent', null],
      [LOAN, 'ReminderSent', null],
      [LOAN, 'FineImposed', 3],
      [LOAN, 'FinePaid', 3],
    ]);
  });

  it('names table and event when the row to change is missing', () => {
    expect(() => folded(on(`fine-${FINE}`, fined))).toThrow(
      /could not apply FineImposed \(fine-.* revision 0, position \d+\): Error: loans has no row for it$/,
    );
  });

  it('changes each row that another one names, as that stands then', () => {
    const finesOf = table('finesOf', { loanId: uuid().key(), fineIds: json<readonly string[]>() });
    const fines = table('fines', { fineId: uuid().key(), amount: integer(), fines: integer() });
    const other = '3f0c2a52-8f3e-4b8e-9d3a-3f3f0a1c0003';
    const several = readModel({
      name: 'several',
      version: 1,
      own: [],
      also: [category<typeof fined>('fine')],
      tables: { finesOf, fines },
      on: {
        FineImposed: ({ data: { fineId, loanId, amount } }) => [
          fold(finesOf, loanId, (row) => ({ loanId, fineIds: [...(row?.fineIds ?? []), fineId] })),
          put(fines, { fineId, amount, fines: 0 }),
          foldEach(
            fines,
            { table: finesOf, key: loanId, names: ({ fineIds }) => fineIds },
            (row, { fineIds }) => row && { ...row, fines: fineIds.length },
          ),
        ],
      },
    });
    const more = event('FineImposed', { fineId: other, loanId: LOAN, amount: 5, effectiveOn });
    readModelSpec(several)(on(`fine-${FINE}`, fined))
      .thenRows('fines', [{ amount: 3, fines: 1 }])
      .and(on(`fine-${other}`, more))
      .thenRows('fines', [
        { amount: 3, fines: 2 },
        { amount: 5, fines: 2 },
      ]);
  });

  it('must answer for every event of its own', () => {
    const terms = {
      name: 'forgetful',
      version: 1,
      own: [category<LoanEvent>('loan')],
      tables: { loans },
    } as const;
    const forgetful = {
      BookLent: 'passed over',
      BookReturned: 'passed over',
      ReminderSent: 'passed over',
    } as const;
    // @ts-expect-error LoanForgotten is forgotten
    readModel({ ...terms, on: forgetful });
    const answers = {
      BookLent: 'passed over',
      BookReturned: 'passed over',
      LoanForgotten: 'passed over',
      ReminderSent: 'passed over',
    } as const;
    readModel({ ...terms, on: answers });
    // @ts-expect-error nobody records it
    readModel({ ...terms, on: { ...answers, BookBurnt: 'passed over' } });
  });

  it('must have its look-ups above the tables that ask them', () => {
    const above = table('above', { id: uuid().key(), count: integer() });
    const below = table('below', { id: uuid().key() });
    const upsideDown = readModel({
      name: 'upside_down',
      version: 1,
      own: [category<LoanEvent>('loan')],
      tables: { above, below },
      on: {
        BookLent: ({ data }) => [
          change(
            above,
            via(below, data.loanId, ({ id }) => id),
            (row) => row,
          ),
          put(below, { id: data.loanId }),
        ],
        BookReturned: 'passed over',
        LoanForgotten: 'passed over',
        ReminderSent: 'passed over',
      },
    });
    expect(() => readModelSpec(upsideDown)(on(`loan-${LOAN}`, lent))).toThrow('must stand above it');
  });

  it.each([
    { name: 'Loan' },
    { name: 'loan-detail' },
    { name: 'a'.repeat(60) },
    { version: 0 },
    { version: 1.5 },
  ])('refuses %j', (wrong) => {
    const terms = { name: 'loan', version: 1, own: [], tables: {}, on: {} } as const;
    expect(() => readModel({ ...terms, ...wrong })).toThrow(RangeError);
  });
});

describe('a row', () => {
  const readers = table('readers', {
    readerId: uuid().key(),
    library: text(),
    name: text().nullable(),
    phone: text().nullable(),
    revision: integer(),
  });
  const joined = { readerId: LOAN, library: 'Bandung', unknown: true };

  it('begins with what its first event says in the names of columns, and null where it may be', () => {
    expect(newRow(readers, joined, { name: 'Ani' })).toStrictEqual({
      readerId: LOAN,
      library: 'Bandung',
      name: 'Ani',
      phone: null,
    });
    const erased: { readonly name: string } | undefined = undefined;
    expect(newRow(readers, joined, erased)).toMatchObject({ name: null, phone: null });
  });

  it('changes with the revision of the event, whether columns are given or follow from the row', () => {
    const reader = changeOf(readers, 'readerId');
    const at = (revision: bigint) => ({ data: joined, revision }) as unknown as Parameters<typeof reader>[0];
    const row = { readerId: LOAN, library: 'Bandung', name: 'Ani', phone: null, revision: 0 };
    expect(reader(at(1n), { phone: '1' }).to(row, {})).toEqual({ ...row, phone: '1', revision: 1 });
    const longer = reader(at(2n), ({ name }) => ({ name: `${name} B` }));
    expect(longer.to(row, {})).toEqual({ ...row, name: 'Ani B', revision: 2 });
    expect(longer.subject).toBe(LOAN);
  });
});
