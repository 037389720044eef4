import { type LocalDate } from '#kernel';
import { workingDaysAfter } from '#law';
import type { Row } from '#postgres';
import type { claimSteps, claims, payoutSteps } from './money-tables.js';

type Step = Row<typeof claimSteps>;
type PayoutStep = Row<typeof payoutSteps>;
type Claim = Row<typeof claims>;

/** What a claim and its payments went through, each list in the order of the log. */
export interface ClaimFacts {
  readonly claimId: string;
  readonly steps: readonly Step[];
  readonly payouts: readonly PayoutStep[];
}

/**
 * Where a claim stands, and how many working days it took. Only the first decision counts (I-09), and the time to it only where the claim
 * was not taken back before and opened again: there is no saying for how long nobody had anything to decide. Just so only what was paid by it
 * counts (I-10), and nothing that was found to be due later.
 */
export function foldClaim({ claimId, steps, payouts }: ClaimFacts): Claim {
  const first = (...wanted: readonly Step['step'][]) => steps.find(({ step }) => wanted.includes(step));
  const submitted = first('SUBMITTED');
  const completed = first('COMPLETED');
  const decided = first('APPROVED', 'DENIED');
  const anew = first('DIFFERENCE_APPROVED', 'REOPENED');
  const settledOn = settledDay(anew ? orderedBefore(anew, payouts) : payouts);
  const payBy = payByIn(anew ? steps.slice(0, steps.indexOf(anew)) : steps);
  // A claim that was reopened has another last day, by which the first decision was not made.
  const decideBy = decided && payByIn(steps.slice(0, steps.indexOf(decided) + 1));
  const reopened = first('REOPENED');
  const atOnce = decided && (!reopened || steps.indexOf(decided) < steps.indexOf(reopened));
  const span = (until: LocalDate | null | undefined) =>
    completed && until ? daysBetween(completed.happenedOn, until, heldTimes(steps)) : null;
  return {
    claimId,
    participantId: submitted?.participantId ?? null,
    programme: submitted?.programme ?? null,
    office: submitted?.office ?? null,
    submittedOn: submitted?.happenedOn ?? null,
    completedOn: completed?.happenedOn ?? null,
    decidedOn: decided?.happenedOn ?? null,
    outcome: outcomeOf(steps),
    decision: decided?.decision ?? null,
    decisionDays: atOnce ? span(decided.happenedOn) : null,
    decidedInTime: atOnce && decideBy ? decided.happenedOn <= decideBy : null,
    settledOn,
    paymentDays: span(settledOn),
    settledInTime: settledOn && payBy ? settledOn <= payBy : null,
  };
}

/** The last day on which payment is in time, by the newest step that says it. */
const payByIn = (steps: readonly Step[]): LocalDate | null | undefined =>
  steps.findLast(({ step }) => ['COMPLETED', 'RESUMED', 'APPROVED'].includes(step))?.payBy;

/** By the last step that decided anything: a claim that was opened again is pending, as one that nobody has decided. */
function outcomeOf(steps: readonly Step[]): Claim['outcome'] {
  const last = steps.map(({ step }) => OUTCOMES[step]).findLast((outcome) => outcome !== undefined);
  return last ?? 'PENDING';
}

const OUTCOMES: Partial<Record<Step['step'], Claim['outcome']>> = {
  APPROVED: 'APPROVED',
  DENIED: 'DENIED',
  WITHDRAWN: 'WITHDRAWN',
  CANCELLED: 'CANCELLED',
  REOPENED: 'PENDING',
};

interface Held {
  readonly from: LocalDate;
  readonly until: LocalDate | undefined;
}

/** When the time for payment stood still; several notices while it does are one. */
function heldTimes(steps: readonly Step[]): readonly Held[] {
  const times: Held[] = [];
  for (const { step, happenedOn } of steps) {
    const open = times.at(-1);
    if (step === 'HELD' && (open === undefined || open.until !== undefined)) {
      times.push({ from: happenedOn, until: undefined });
    } else if (step === 'RESUMED' && open !== undefined && open.until === undefined) {
      times[times.length - 1] = { ...open, until: happenedOn };
    }
  }
  return times;
}

/** Working days after a day, up to and with another, without those on which the time stood still. */
function daysBetween(from: LocalDate, until: LocalDate, held: readonly Held[]): number {
  const stopped = held.reduce((days, one) => {
    const begin = one.from > from ? one.from : from;
    const end = one.until !== undefined && one.until < until ? one.until : until;
    return days + (begin < end ? workingDaysAfter(begin, end) : 0);
  }, 0);
  return workingDaysAfter(from, until) - stopped;
}

/** The payments that were ordered before more was found to be due, or the claim was opened again. */
function orderedBefore(anew: Step, payouts: readonly PayoutStep[]): readonly PayoutStep[] {
  const later = payouts
    .filter(({ step, logPosition }) => step === 'ORDERED' && BigInt(logPosition) > BigInt(anew.logPosition))
    .map(({ payoutId }) => payoutId);
  return payouts.filter(({ payoutId }) => !later.includes(payoutId));
}

/** The day on which the last of its payments arrived; nothing while one is to arrive, or where none was ordered. */
function settledDay(payouts: readonly PayoutStep[]): LocalDate | null {
  const last = new Map<string, PayoutStep>();
  for (const step of payouts) {
    // A payment of which a part came back has arrived all the same.
    if (step.step !== 'PART_RETURNED') last.set(step.payoutId, step);
  }
  const open = [...last.values()].filter(({ step }) => step !== 'CANCELLED');
  if (open.length === 0 || open.some(({ step }) => step !== 'SETTLED')) return null;
  return open
    .map(({ happenedOn }) => happenedOn)
    .sort()
    .at(-1)!;
}
