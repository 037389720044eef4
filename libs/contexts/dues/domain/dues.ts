import {
  type EventOf,
  type LocalDate,
  type Period,
  type Rupiah,
  ZERO_RUPIAH,
  assertNever,
  rupiah,
  stream,
} from '#kernel';
import { calculateLateFine, labourIntensiveReliefIn, monthsLate } from '#law';
import type { DuesEvent, DuesReversed, DuesYearClosed, MonthReopened, MonthSettled } from './dues.events.js';

/** The bill of a month, as all reports of it make it. */
export interface Bill {
  readonly billedIdr: Rupiah;
  /** Contributions that were paid; fines not among them. */
  readonly paidIdr: Rupiah;
  readonly dueOn: LocalDate;
  /** Reports whose wages are not paid for yet. */
  readonly open: readonly string[];
  /** How much more the wages of these would cost without the relief of labour-intensive industry; absent where nothing. */
  readonly reliefIdr?: Rupiah;
  /** How much of what is billed was relieved first, and paid after the relief had ended; absent where nothing. */
  readonly reliefLostIdr?: Rupiah;
}

/** What an employer owes, and what it has paid. */
export interface DuesState {
  readonly bills: Readonly<Record<Period, Bill>>;
  /** Received, and not yet needed for a whole month. */
  readonly creditIdr: Rupiah;
  readonly bankReferences: readonly string[];
  /** When the wages of a report were paid for. */
  readonly settledOn: Readonly<Record<string, LocalDate>>;
  /** The day on which it first paid for anybody. */
  readonly paidFirstOn?: LocalDate;
  /** Who entered payments late that nobody else has confirmed. */
  readonly backDatedBy: readonly string[];
}

/** The dues of one employer: `dues-<employerId>`. */
export const dues = stream<DuesState, DuesEvent>('dues', {
  initial: { bills: {}, creditIdr: ZERO_RUPIAH, bankReferences: [], settledOn: {}, backDatedBy: [] },
  summary: 'DuesYearClosed',
  evolve(state, event) {
    switch (event.type) {
      case 'MonthBilled':
        return billed(state, event);
      case 'DuesPaid': {
        const { amountIdr, bankReference, backDatedBy } = event.data;
        return {
          ...state,
          creditIdr: rupiah(state.creditIdr + amountIdr),
          bankReferences: [...state.bankReferences, bankReference],
          backDatedBy: backDatedBy === undefined ? state.backDatedBy : [...state.backDatedBy, backDatedBy],
        };
      }
      case 'MonthSettled':
        return settled(state, event);
      case 'BackDatedDuesConfirmed': {
        const backDatedBy = state.backDatedBy.filter((one) => one === event.data.confirmerId);
        return { ...state, backDatedBy };
      }
      case 'DuesReversed':
        return reversed(state, event);
      case 'MonthReopened':
        return reopened(state, event);
      case 'DuesRefunded': {
        // What was taken back is no credit any more.
        const { amountIdr, paymentId } = event.data;
        return paymentId === undefined ? { ...state, creditIdr: rupiah(state.creditIdr - amountIdr) } : state;
      }
      case 'DuesYearClosed':
        return summedUp(event);
      // `duesHistory` is the view of what waits for a second person.
      case 'DuesReversalRequested':
      case 'DuesRefundRequested':
      case 'DuesCorrectionRefused':
        return state;
      default:
        return assertNever(event, 'dues event');
    }
  },
});

/** All that a closing holds. */
function summedUp({ data }: DuesYearClosed): DuesState {
  const { bills, settled: paidFor, creditIdr, payments, paidFirstOn, backDatedBy } = data;
  const days = paidFor.flatMap(({ on, reportIds }) => reportIds.map((id) => [id, on] as const));
  return {
    bills: Object.fromEntries(
      bills.map(({ period, openReportIds: open, ...bill }) => [period, { ...bill, open }]),
    ),
    creditIdr,
    bankReferences: payments.map(({ bankReference }) => bankReference),
    settledOn: Object.fromEntries(days),
    ...(paidFirstOn !== undefined && { paidFirstOn }),
    backDatedBy,
  };
}

/** The relief of a bill, where there is any. */
const reliefOf = (reliefIdr: number, lostIdr: number): Pick<Bill, 'reliefIdr' | 'reliefLostIdr'> => ({
  ...(reliefIdr > 0 && { reliefIdr: rupiah(reliefIdr) }),
  ...(lostIdr > 0 && { reliefLostIdr: rupiah(lostIdr) }),
});

/**
 * What was paid for a month and is not due any more is credit. Of wages that are taken back goes what they had cost: also the relief
 * that was lost for them.
 */
function billed(state: DuesState, { data }: EventOf<DuesEvent, 'MonthBilled'>): DuesState {
  const { period, reportId, changeIdr, reliefIdr = ZERO_RUPIAH, dueOn } = data;
  const before = state.bills[period];
  const relief = (before?.reliefIdr ?? 0) + reliefIdr;
  const lost = before?.reliefLostIdr ?? 0;
  const back = Math.min(lost, Math.max(0, -relief));
  const billedIdr = rupiah((before?.billedIdr ?? 0) + changeIdr - back);
  const paidIdr = rupiah(Math.min(before?.paidIdr ?? 0, billedIdr));
  const open = [...(before?.open ?? []), reportId];
  const bill = { billedIdr, paidIdr, dueOn, open, ...reliefOf(relief, lost - back) };
  return {
    ...state,
    bills: { ...state.bills, [period]: bill },
    creditIdr: rupiah(state.creditIdr + (before?.paidIdr ?? 0) - paidIdr),
  };
}

function settled(state: DuesState, { data }: MonthSettled): DuesState {
  const { period, contributionIdr, fineIdr, reportIds, effectiveOn, reliefIdr = 0, reliefLostIdr = 0 } = data;
  const before = state.bills[period];
  if (!before) throw new Error('MonthSettled before MonthBilled');
  const { reliefIdr: reliefBefore = 0, reliefLostIdr: lostBefore = 0, ...others } = before;
  const bill = {
    ...others,
    billedIdr: rupiah(before.billedIdr + reliefLostIdr),
    paidIdr: rupiah(before.paidIdr + contributionIdr),
    open: before.open.filter((one) => !reportIds.includes(one)),
    ...reliefOf(reliefBefore - reliefIdr - reliefLostIdr, lostBefore + reliefLostIdr),
  };
  const first = state.paidFirstOn === undefined || effectiveOn < state.paidFirstOn;
  return {
    ...state,
    bills: { ...state.bills, [period]: bill },
    creditIdr: rupiah(state.creditIdr - contributionIdr - fineIdr),
    settledOn: { ...state.settledOn, ...Object.fromEntries(reportIds.map((id) => [id, effectiveOn])) },
    ...(contributionIdr > 0 && first && { paidFirstOn: effectiveOn }),
  };
}

/** The same number of the bank may come again: of the payment as it really was. */
function reversed(state: DuesState, { data }: DuesReversed): DuesState {
  const late = state.backDatedBy.findIndex((one) => one === data.backDatedBy);
  return {
    ...state,
    creditIdr: rupiah(state.creditIdr - data.amountIdr),
    bankReferences: state.bankReferences.filter((one) => one !== data.receipt),
    backDatedBy: state.backDatedBy.filter((_one, place) => place !== late),
  };
}

function reopened(state: DuesState, { data }: MonthReopened): DuesState {
  const { period, contributionIdr, fineIdr, reportIds, paidFirstOn } = data;
  const { reliefIdr = 0, reliefLostIdr = 0 } = data;
  const before = state.bills[period];
  if (!before) throw new Error('MonthReopened before MonthBilled');
  const { reliefIdr: _relief, reliefLostIdr: lostBefore = 0, ...others } = before;
  const bill = {
    ...others,
    billedIdr: rupiah(before.billedIdr - reliefLostIdr),
    paidIdr: rupiah(before.paidIdr - contributionIdr),
    open: [...reportIds.filter((one) => !before.open.includes(one)), ...before.open],
    ...reliefOf(reliefIdr, lostBefore - reliefLostIdr),
  };
  const { paidFirstOn: _first, ...kept } = state;
  const settledOn = Object.entries(state.settledOn).filter(([id]) => !reportIds.includes(id));
  return {
    ...kept,
    bills: { ...state.bills, [period]: bill },
    creditIdr: rupiah(state.creditIdr + contributionIdr + fineIdr),
    settledOn: Object.fromEntries(settledOn),
    ...(paidFirstOn !== undefined && { paidFirstOn }),
  };
}

/** What a month still asks for on a day, with the fine on it. */
export interface Owed {
  readonly period: Period;
  readonly contributionIdr: Rupiah;
  readonly fineIdr: Rupiah;
  readonly monthsLate: number;
  /** How much less it is by the relief of labour-intensive industry. */
  readonly reliefIdr?: Rupiah;
  /** How much more it is because that has ended. */
  readonly reliefLostIdr?: Rupiah;
}

/**
 * What is owed for a month when it is paid on a day. A month of the relief is paid at the reduced tariff as long as that holds, and
 * with a fine of its own; afterwards the full tariff is due and the fine of everybody (PP 36/2025 Art. 11).
 */
export function owedFor(
  period: Period,
  { billedIdr, paidIdr, reliefIdr = ZERO_RUPIAH }: Pick<Bill, 'billedIdr' | 'paidIdr' | 'reliefIdr'>,
  on: LocalDate,
): Owed {
  const reducedIdr = billedIdr - paidIdr;
  const relief = reducedIdr > 0 && reliefIdr > 0 ? labourIntensiveReliefIn(period) : undefined;
  const isLost = relief !== undefined && on > relief.payBy;
  const contributionIdr = rupiah(reducedIdr + (isLost ? reliefIdr : 0));
  const late = contributionIdr > 0 ? monthsLate(period, on) : 0;
  const relieved = relief && { labourIntensiveRelief: true, paidOn: on };
  const fine = calculateLateFine({ contributionDue: contributionIdr, monthsLate: late, period, ...relieved });
  return {
    period,
    contributionIdr,
    fineIdr: late > 0 ? fine.totalIdr : ZERO_RUPIAH,
    monthsLate: late,
    ...(relief && (isLost ? { reliefLostIdr: reliefIdr } : { reliefIdr })),
  };
}

/** The bills with something open, oldest first. */
export const openBills = ({ bills }: DuesState): readonly (readonly [Period, Bill])[] =>
  (Object.entries(bills) as [Period, Bill][])
    .filter(([, { open }]) => open.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** The months that the credit pays for on a day, whole ones only, oldest first. */
export function settlements(employerId: string, state: DuesState, on: LocalDate): readonly MonthSettled[] {
  const paid: MonthSettled[] = [];
  let credit: number = state.creditIdr;
  for (const [period, bill] of openBills(state)) {
    const owed = owedFor(period, bill, on);
    credit -= owed.contributionIdr + owed.fineIdr;
    if (credit < 0) break;
    paid.push({
      type: 'MonthSettled',
      data: { employerId, ...owed, reportIds: bill.open, effectiveOn: on },
    });
  }
  return paid;
}
