import { type LocalDate, assertNever, periodsFrom, stream } from '#kernel';
import type { PaidPeriod } from '#law';
import type { ContributionEvent } from './contribution.events.js';
import type { ContributionReversed } from './reversal.events.js';

/** A month that was paid, and the claim from whose benefit it was deducted, if it was. */
export interface ReceivedMonth extends PaidPeriod {
  readonly paidOn: LocalDate;
  readonly setOffClaimId?: string;
}

/** The months a participant has paid for, and when. */
export interface ContributionsState {
  /** In the order they were recorded. Of a BPU each counts for the oldest unpaid month. */
  readonly paid: readonly ReceivedMonth[];
  /** Who entered payments late that nobody else has confirmed; absent where there are none. */
  readonly backDatedBy?: readonly string[];
}

/** Folds a `contribution-<participantId>` stream. */
export const contributions = stream<ContributionsState, ContributionEvent>('contribution', {
  initial: { paid: [] },
  summary: 'ContributionYearClosed',
  evolve(state, event) {
    const { backDatedBy = [] } = state;
    switch (event.type) {
      case 'BackDatedContributionsConfirmed': {
        const { confirmerId } = event.data;
        return { ...state, backDatedBy: orNone(backDatedBy.filter((one) => one === confirmerId)) };
      }
      case 'ContributionReversed':
        return { ...state, paid: withoutPayment(state.paid, event.data) };
      case 'ContributionReversalRequested':
      case 'ContributionReversalRefused':
        return state;
      case 'ContributionYearClosed': {
        const { paid } = event.data;
        return {
          paid: paid.flatMap(({ period, months, ...way }) =>
            periodsFrom(period, months).map((month) => ({ period: month, ...way })),
          ),
          backDatedBy: orNone(event.data.backDatedBy),
        };
      }
      case 'ContributionPaid': {
        const { period, months, paidOn, settlesEventOn, setOffClaimId, backDatedBy: enteredBy } = event.data;
        const settles = {
          ...(settlesEventOn && ({ settlesArrears: true } as const)),
          ...(setOffClaimId && { setOffClaimId }),
        };
        return {
          paid: [
            ...state.paid,
            ...periodsFrom(period, months).map((month) => ({ period: month, paidOn, ...settles })),
          ],
          backDatedBy: orNone(enteredBy === undefined ? backDatedBy : [...backDatedBy, enteredBy]),
        };
      }
      default:
        return assertNever(event, 'contribution event');
    }
  },
});

/** Each month of the payment counts once less. */
function withoutPayment(
  paid: ContributionsState['paid'],
  { period, months, paidOn }: ContributionReversed['data'],
): ContributionsState['paid'] {
  return periodsFrom(period, months).reduce((left, month) => {
    const place = left.findLastIndex((one) => one.period === month && one.paidOn === paidOn);
    return left.filter((_one, index) => index !== place);
  }, paid);
}

const orNone = (people: readonly string[]): readonly string[] | undefined =>
  people.length > 0 ? people : undefined;
