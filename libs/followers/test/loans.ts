import type { DomainEvent, LocalDate } from '#kernel';
import {
  append,
  category,
  change,
  newRow,
  put,
  readModel,
  remove,
  timelineTable,
  told,
  via,
} from '#followers';
import { day, integer, json, table, text, uuid, yesNo } from '#postgres';

/** A library of books, for specs: everything that a read model can say, in few lines. */
export type LoanEvent =
  | DomainEvent<
      'BookLent',
      { loanId: string; reader: string; titles: readonly string[]; effectiveOn: LocalDate }
    >
  | DomainEvent<'BookReturned', { loanId: string; place: string; effectiveOn: LocalDate }>
  | DomainEvent<'LoanForgotten', { loanId: string; effectiveOn: LocalDate }>
  | DomainEvent<'ReminderSent', { loanId: string; effectiveOn: LocalDate }>;

/** Fines know nothing of loans but by the number of the fine. */
type FineEvent =
  | DomainEvent<'FineImposed', { fineId: string; loanId: string; amount: number; effectiveOn: LocalDate }>
  | DomainEvent<'FinePaid', { fineId: string; effectiveOn: LocalDate }>;

export const loanOfFine = table('loanOfFine', { fineId: uuid().key(), loanId: uuid(), amount: integer() });

export const loans = table('loans', {
  loanId: uuid().key(),
  reader: text(),
  titles: json<readonly string[]>(),
  lentOn: day(),
  returnedOn: day().nullable(),
  isOpen: yesNo(),
  finesOwed: integer(),
});

/** By loan and place. */
export const returns = table('returns', { loanId: uuid().key(), place: text().key(), count: integer() });

const ownLoans = category<LoanEvent>('loan');
const fines = category<FineEvent>('fine');
const timeline = timelineTable({ amount: integer().nullable() });

export const loanReadModel = readModel({
  name: 'loan',
  version: 1,
  own: [ownLoans],
  also: [fines],
  tables: { loanOfFine, loans, returns, timeline },
  story: [
    told(ownLoans, () => ({ amount: null })),
    told(fines, ({ data }) =>
      via(loanOfFine, data.fineId, ({ loanId, amount }) => ({ subjectId: loanId, amount })),
    ),
  ],
  on: {
    BookLent: ({ data }) => [
      put(loans, {
        ...newRow(loans, data),
        lentOn: data.effectiveOn,
        isOpen: true,
        finesOwed: 0,
      }),
    ],
    BookReturned: ({ data }) => [
      change(loans, data.loanId, (row) => ({ ...row, returnedOn: data.effectiveOn, isOpen: false })),
      put(returns, { loanId: data.loanId, place: data.place, count: 1 }),
    ],
    LoanForgotten: ({ data }) => [
      remove(loans, data.loanId),
      remove(returns, { loanId: data.loanId, place: 'desk' }),
    ],
    ReminderSent: 'passed over',
    FineImposed: ({ data: { fineId, loanId, amount } }) => [
      append(loanOfFine, { fineId, loanId, amount }),
      change(loans, loanId, (row) => ({ ...row, finesOwed: row.finesOwed + amount })),
    ],
    FinePaid: ({ data }) => [
      change(
        loans,
        via(loanOfFine, data.fineId, ({ loanId }) => loanId),
        (row) => ({ ...row, finesOwed: 0 }),
      ),
    ],
  },
});
