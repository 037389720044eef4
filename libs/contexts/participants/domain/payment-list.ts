import {
  type CommandContext,
  type EventOf,
  type LocalDate,
  type Period,
  Rejection,
  type Rupiah,
  assertNever,
  derivedId,
  enforce,
  inSituation,
  pagesOf,
  rupiah,
  stream,
} from '#kernel';
import type { LineRemark, PaymentLine, PaymentListEvent } from './payment-list.events.js';
import { type MoneyOfList, isOfMoney, moneyAfter } from './money-of-list.js';
import { paymentLineRefusals, paymentListRefusals } from './payment-list-refusals.js';
import { PAYMENT_LIST_POLICIES } from './policies/import.policies.js';

/** Who paid what for which months. */
export interface PaymentTerms {
  readonly sponsorId: string;
  readonly agreementId: string;
  readonly period: Period;
  readonly months: number;
  readonly paidOn: LocalDate;
  readonly receipt: string;
  readonly amountIdr: Rupiah;
}

/** What came of a list. */
export interface PaymentReport {
  readonly rows: number;
  readonly paid: number;
  readonly paidIdr: Rupiah;
  readonly remainderIdr: Rupiah;
  readonly rejected: readonly LineRemark[];
}

/** A list that was not finished: what was handed in of it. */
export interface UnfinishedList {
  readonly situation: 'STARTED';
  readonly terms: PaymentTerms;
  readonly rows: number;
  readonly lines: readonly PaymentLine[];
  /** Lines that cannot be read. */
  readonly unread: readonly LineRemark[];
  readonly rejected: readonly LineRemark[];
  readonly pagesHandedIn: number;
  readonly pagesRemarked: number;
}

export interface FinishedList {
  readonly situation: 'COMPLETED';
  readonly terms: PaymentTerms;
  readonly lines: readonly PaymentLine[];
  readonly report: PaymentReport;
  /** What became of the money since; absent where nothing was ever asked for. */
  readonly money?: MoneyOfList;
}

export type PaymentListState = { readonly situation: 'UNKNOWN' } | UnfinishedList | FinishedList;

/** One payment for many: `paymentlist-<id>`. */
export const paymentLists = stream<PaymentListState, PaymentListEvent>('paymentlist', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'PaymentListStarted') return begun(event);
    if (state.situation === 'COMPLETED' && isOfMoney(event)) {
      return { ...state, money: moneyAfter(state.money, event) };
    }
    if (state.situation !== 'STARTED' || isOfMoney(event)) {
      throw new Error(`${event.type} outside a started list`);
    }
    switch (event.type) {
      case 'PaymentLinesHandedIn':
        return {
          ...state,
          lines: [...state.lines, ...event.data.lines],
          unread: [...state.unread, ...event.data.rejected],
          pagesHandedIn: state.pagesHandedIn + 1,
        };
      case 'PaymentLinesRemarked':
        return {
          ...state,
          rejected: [...state.rejected, ...event.data.rejected],
          pagesRemarked: state.pagesRemarked + 1,
        };
      case 'PaymentListCompleted': {
        const { rows, paid, paidIdr, remainderIdr } = event.data;
        const { terms, lines, rejected } = state;
        const report = { rows, paid, paidIdr, remainderIdr, rejected };
        return { situation: 'COMPLETED', terms, lines, report };
      }
      default:
        return assertNever(event, 'payment list event');
    }
  },
});

function begun({ data }: EventOf<PaymentListEvent, 'PaymentListStarted'>): UnfinishedList {
  const { rows, sponsorId, agreementId, period, months, paidOn, receipt, amountIdr } = data;
  const terms = { sponsorId, agreementId, period, months, paidOn, receipt, amountIdr };
  const nothing = { lines: [], unread: [], rejected: [], pagesHandedIn: 0, pagesRemarked: 0 };
  return { situation: 'STARTED', terms, rows, ...nothing };
}

/** The same list on the same terms is the same payment. Stored: the parts never change. */
export function paymentListIdOf(fileDigest: string, terms: PaymentTerms): string {
  const { sponsorId, agreementId, period, months, paidOn, receipt, amountIdr } = terms;
  const payment = [sponsorId, agreementId, period, String(months), paidOn, receipt, String(amountIdr)];
  return derivedId('payment-list', fileDigest, ...payment);
}

export interface StartListInput extends PaymentTerms {
  readonly listId: string;
  readonly fileDigest: string;
  readonly againOfListId?: string;
  readonly rows: number;
}

/**
 * Begins a list, or goes on with one that was interrupted: a second start records nothing.
 * @throws Rejection with the code of the first policy that objects
 */
export function startList(
  input: StartListInput,
  state: PaymentListState,
  { today }: CommandContext,
): readonly PaymentListEvent[] {
  if (state.situation !== 'UNKNOWN') return [];
  enforce(PAYMENT_LIST_POLICIES, { ...input, today });
  return [{ type: 'PaymentListStarted', data: { ...input, effectiveOn: today } }];
}

/** Lines of one page: some hundred bytes each, far below what the log takes in one append. */
export const LINES_A_PAGE = 1000;

/** Hands in one page of lines; one that was handed in already stays. @throws Rejection `LIST_NOT_STARTED` */
export function handInLines(
  input: {
    readonly listId: string;
    readonly page: number;
    readonly lines: readonly PaymentLine[];
    readonly rejected: readonly LineRemark[];
  },
  state: PaymentListState,
  { today }: CommandContext,
): readonly PaymentListEvent[] {
  const list = started(state);
  if (list.situation === 'COMPLETED' || input.page < list.pagesHandedIn) return [];
  return [{ type: 'PaymentLinesHandedIn', data: { ...input, effectiveOn: today } }];
}

/** The pages that the remarks of a list fill. */
export const remarkPagesOf = ({ rejected }: Pick<PaymentReport, 'rejected'>) =>
  pagesOf({ rejected }, LINES_A_PAGE);

/** Writes down one page of remarks; one that is written already stays. @throws Rejection `LIST_NOT_STARTED` */
export function remarkLines(
  input: { readonly listId: string; readonly page: number; readonly rejected: readonly LineRemark[] },
  state: PaymentListState,
  { today }: CommandContext,
): readonly PaymentListEvent[] {
  const list = started(state);
  if (list.situation === 'COMPLETED' || input.page < list.pagesRemarked) return [];
  return [{ type: 'PaymentLinesRemarked', data: { ...input, effectiveOn: today } }];
}

export type CompleteListInput = Omit<PaymentReport, 'rejected'> & { readonly listId: string };

/** Writes down what came of a list, once. @throws Rejection `LIST_NOT_STARTED` */
export function completeList(
  input: CompleteListInput,
  state: PaymentListState,
  { today }: CommandContext,
): readonly PaymentListEvent[] {
  if (started(state).situation === 'COMPLETED') return [];
  return [{ type: 'PaymentListCompleted', data: { ...input, effectiveOn: today } }];
}

/**
 * What a finished list came to, for whoever sends it again.
 * @throws Rejection `LIST_TAKEN_BACK`
 */
export function reportAgain({ report, money }: FinishedList): PaymentReport {
  if (money?.reversal !== undefined) throw new Rejection(paymentListRefusals.LIST_TAKEN_BACK());
  return report;
}

/** A list that was begun. @throws Rejection `LIST_NOT_FOUND` */
export const knownList = (state: PaymentListState) =>
  inSituation(state, ['STARTED', 'COMPLETED'], () => paymentListRefusals.LIST_NOT_FOUND());

/** A list that came to its end. @throws Rejection `LIST_NOT_FOUND`, `LIST_NOT_FINISHED` */
export const finishedList = (state: PaymentListState): FinishedList =>
  inSituation(knownList(state), ['COMPLETED'], () => paymentListRefusals.LIST_NOT_FINISHED());

/** @throws Rejection `LIST_NOT_STARTED` */
const started = (state: PaymentListState) =>
  inSituation(state, ['STARTED', 'COMPLETED'], () => paymentListRefusals.LIST_NOT_STARTED());

/** Who is on a list that is an earlier one again. */
export interface ListAgain {
  /** The list that is paid for again: a finished one. */
  readonly state: PaymentListState;
  readonly joiners: readonly string[];
  readonly leavers: readonly string[];
}

/**
 * The lines of an earlier list for another month, without those who left and with those who joined. What the sponsor said that it
 * paid for somebody held for that month alone.
 * @throws Rejection `LIST_NOT_FOUND`, `LIST_NOT_FINISHED`, `NOT_ON_THE_LIST`, `LIST_NAMES_NOBODY`
 */
export function linesAgain({ state, joiners, leavers }: ListAgain): {
  readonly sponsorId: string;
  readonly agreementId: string;
  readonly lines: readonly PaymentLine[];
} {
  const list = finishedList(state);
  const before = new Set(list.lines.map(({ participantId }) => participantId));
  refuseAny(
    'LEAVERS',
    leavers.filter((one) => !before.has(one)),
  );
  refuseAny(
    'JOINERS',
    joiners.filter((one) => before.has(one)),
  );
  for (const one of leavers) before.delete(one);
  const everybody = [...new Set([...before, ...joiners])];
  if (everybody.length === 0) throw new Rejection(paymentListRefusals.LIST_NAMES_NOBODY());
  const { sponsorId, agreementId } = list.terms;
  const lines = everybody.map((participantId, index) => ({ line: index + 1, participantId }));
  return { sponsorId, agreementId, lines };
}

function refuseAny(which: 'JOINERS' | 'LEAVERS', [participantId]: readonly string[]): void {
  if (participantId !== undefined) {
    throw new Rejection(paymentListRefusals.NOT_ON_THE_LIST({ which, participantId }));
  }
}

/** One sum, given out in the order of the list: each line in turn gets what is due for it, as long as so much is left. */
export class Allocation {
  private left: number;
  private given = 0;

  /** @param amountIdr what came in; nothing where only what is due is asked */
  constructor(amountIdr?: Rupiah) {
    this.left = amountIdr ?? Number.POSITIVE_INFINITY;
  }

  /** @throws Rejection `NOT_COVERED_BY_AMOUNT` */
  give(dueIdr: Rupiah): void {
    if (dueIdr > this.left) {
      throw new Rejection(paymentLineRefusals.NOT_COVERED_BY_AMOUNT({ dueIdr, leftIdr: this.leftIdr }));
    }
    this.keep(dueIdr);
  }

  /** What was given before, by the same list. */
  keep(dueIdr: Rupiah): void {
    this.left -= dueIdr;
    this.given += dueIdr;
  }

  /** What was given is not needed after all. */
  takeBack(dueIdr: Rupiah): void {
    this.left += dueIdr;
    this.given -= dueIdr;
  }

  get givenIdr(): Rupiah {
    return rupiah(this.given);
  }

  get leftIdr(): Rupiah {
    return rupiah(Number.isFinite(this.left) ? Math.max(0, this.left) : 0);
  }
}
