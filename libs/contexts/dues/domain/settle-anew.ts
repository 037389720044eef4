import { type LocalDate, type Period, fold, rupiah } from '#kernel';
import type { DuesEvent, MonthReopened, MonthSettled } from './dues.events.js';
import { type Bill, type DuesState, dues, settlements } from './dues.js';

type Settled = MonthSettled['data'];

/**
 * What follows when payments never counted: the months that they had settled are open again, and what else came settles them as if
 * it had been alone, on its own days and with the fines of those.
 * @param history everything that happened, the last of it a payment that was taken back
 */
export function settledAnew(
  employerId: string,
  history: readonly DuesEvent[],
  today: LocalDate,
): readonly DuesEvent[] {
  const gone = new Set(history.flatMap((one) => (one.type === 'DuesReversed' ? one.data.paymentId : [])));
  const isGone = (one: DuesEvent) => one.type === 'DuesPaid' && gone.has(one.data.paymentId);
  const start = history.findIndex(isGone);
  const before = fold(dues, history.slice(0, start));
  const since = history.slice(start);
  const { state: really, settled: anew } = withoutThem(
    employerId,
    before,
    since.filter((one) => !isGone(one)),
  );
  const now = fold(dues, history);
  const recorded = standing(since);
  const periods = Object.keys(now.bills) as Period[];
  const changed = periods.filter((period) => !isAlike(ofPeriod(recorded, period), ofPeriod(anew, period)));
  const fitted = changed.flatMap((period) => fitting(ofPeriod(anew, period), really.bills[period]));
  const found = { employerId, now, really, recorded, anew, fitted };
  return [
    ...changed.flatMap((period) => reopening(period, found, today)),
    ...fitted
      .sort((one, other) => (one.effectiveOn < other.effectiveOn ? -1 : 1))
      .map((data): MonthSettled => ({ type: 'MonthSettled', data })),
  ];
}

/** Bills and payments in their order, without those that never counted; each settles what it can on its day. */
function withoutThem(employerId: string, before: DuesState, since: readonly DuesEvent[]) {
  let state = before;
  const settled: Settled[] = [];
  for (const event of since) {
    if (event.type === 'MonthSettled' || event.type === 'MonthReopened' || event.type === 'DuesReversed') {
      continue;
    }
    state = dues.evolve(state, event);
    if (event.type !== 'DuesPaid' && event.type !== 'MonthBilled') continue;
    const paid = settlements(employerId, state, event.data.effectiveOn);
    state = paid.reduce<DuesState>(dues.evolve, state);
    settled.push(...paid.map(({ data }) => data));
  }
  return { state, settled };
}

/** Settlements that still stand: those of which no report was reopened. */
function standing(events: readonly DuesEvent[]): readonly Settled[] {
  let settled: readonly Settled[] = [];
  for (const event of events) {
    if (event.type === 'MonthSettled') settled = [...settled, event.data];
    if (event.type === 'MonthReopened') {
      const { reportIds } = event.data;
      settled = settled.filter((one) => !one.reportIds.some((id) => reportIds.includes(id)));
    }
  }
  return settled;
}

const ofPeriod = (settled: readonly Settled[], period: Period): readonly Settled[] =>
  settled.filter((one) => one.period === period);

const isAlike = (some: readonly Settled[], others: readonly Settled[]): boolean =>
  JSON.stringify(some.map(inWords)) === JSON.stringify(others.map(inWords));

const inWords = ({ contributionIdr, fineIdr, effectiveOn, reportIds, reliefIdr, reliefLostIdr }: Settled) => [
  contributionIdr,
  reliefIdr ?? 0,
  reliefLostIdr ?? 0,
  fineIdr,
  effectiveOn,
  [...reportIds].sort(),
];

const sumOf = (
  settled: readonly Settled[],
  of: 'contributionIdr' | 'fineIdr' | 'reliefIdr' | 'reliefLostIdr',
): number => settled.reduce((sum, one) => sum + (one[of] ?? 0), 0);

/** What the month is paid without its settlements anew: a later report may have made it less, so that some of it is credit. */
const keptOf = (anew: readonly Settled[], paidIdr: number): number =>
  Math.max(0, paidIdr - sumOf(anew, 'contributionIdr'));

/** What an employer's dues come to without the payments that never counted, beside what was recorded of them. */
interface Anew {
  readonly employerId: string;
  readonly now: DuesState;
  readonly really: DuesState;
  readonly recorded: readonly Settled[];
  readonly anew: readonly Settled[];
  /** `anew`, as it is recorded. */
  readonly fitted: readonly Settled[];
}

/** Nothing of a month that nothing had settled, and that is paid no other sum. */
function reopening(period: Period, found: Anew, today: LocalDate): readonly MonthReopened[] {
  const { employerId, now, really, recorded, anew } = found;
  const settled = ofPeriod(recorded, period);
  const kept = keptOf(ofPeriod(anew, period), really.bills[period]?.paidIdr ?? 0);
  const contribution = (now.bills[period]?.paidIdr ?? 0) - kept;
  if (settled.length === 0 && contribution === 0) return [];
  const { paidFirstOn } = really;
  return [
    {
      type: 'MonthReopened',
      data: {
        employerId,
        period,
        contributionIdr: rupiah(contribution),
        fineIdr: rupiah(sumOf(settled, 'fineIdr')),
        reportIds: settled.flatMap((one) => one.reportIds),
        ...reliefAgain(period, found),
        ...(paidFirstOn !== undefined && { paidFirstOn }),
        effectiveOn: today,
      },
    },
  ];
}

/** What settlements anew use of the relief is open before them, and what they pay more is not billed yet. */
function reliefAgain(
  period: Period,
  { now, really, fitted }: Anew,
): Pick<MonthReopened['data'], 'reliefIdr' | 'reliefLostIdr'> {
  const settled = ofPeriod(fitted, period);
  const lostAnew = sumOf(settled, 'reliefLostIdr');
  const reliefIdr = (really.bills[period]?.reliefIdr ?? 0) + sumOf(settled, 'reliefIdr') + lostAnew;
  const lostIdr = (now.bills[period]?.billedIdr ?? 0) - (really.bills[period]?.billedIdr ?? 0) + lostAnew;
  return {
    ...(reliefIdr !== 0 && { reliefIdr: rupiah(reliefIdr) }),
    ...(lostIdr !== 0 && { reliefLostIdr: rupiah(lostIdr) }),
  };
}

/**
 * Together they are what the month is paid, and lost no more of its relief than it still has lost: what a later report made less of
 * both is taken from the first ones.
 */
function fitting(anew: readonly Settled[], bill: Bill | undefined): readonly Settled[] {
  let excess = Math.max(0, sumOf(anew, 'contributionIdr') - (bill?.paidIdr ?? 0));
  let excessLost = Math.max(0, sumOf(anew, 'reliefLostIdr') - (bill?.reliefLostIdr ?? 0));
  return anew.map(({ reliefLostIdr = 0, ...one }) => {
    const less = Math.min(excess, one.contributionIdr);
    const lessLost = Math.min(excessLost, reliefLostIdr);
    excess -= less;
    excessLost -= lessLost;
    const lostIdr = rupiah(reliefLostIdr - lessLost);
    return {
      ...one,
      contributionIdr: rupiah(one.contributionIdr - less),
      ...(lostIdr > 0 && { reliefLostIdr: lostIdr }),
    };
  });
}
