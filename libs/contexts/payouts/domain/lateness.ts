import {
  type BankAccount,
  type EventOf,
  type LocalDate,
  type Rupiah,
  ZERO_RUPIAH,
  eventIdOf,
  evolveBy,
  opened,
  rupiah,
  unchanged,
  view,
} from '#kernel';
import { calculateLatePayment } from '#law';
import { type LateCash, lateCashOf } from './late-cash.js';
import type { LateCompensationFound } from './lateness.events.js';
import type { PayoutCancelReason, PayoutEvent, PayoutInstructed, PayoutOrdered } from './payout.events.js';
import { payouts } from './payout.js';
import { NEVER_STOOD_STILL, STILL_AFTER, type StandsStill } from './standing-still.js';
import {
  type WhatIsDue,
  leftOf,
  withAskedBack,
  withNobody,
  withNotDue,
  withPartBack,
} from './what-is-due.js';

/** An account, unknown once its person was erased, and who gave it. */
interface Given {
  readonly account?: BankAccount;
  readonly giverId: string;
}

/** What is known of how late a payment came, and what became of what it owes. */
export interface Lateness {
  readonly order?: PayoutOrdered['data'];
  /** Where it is paid; undefined for a body, and once the key of the person was destroyed. */
  readonly account?: BankAccount;
  /** Another account that somebody gave, and nobody has confirmed yet: nothing goes there. */
  readonly unconfirmed?: Given;
  /** Who gave the account, where it is not the one of the order. */
  readonly accountGiverId?: string;
  /** Who told the bank the last time before it arrived: who pays it again after it came back was not late. */
  readonly instructorId?: PayoutInstructed['data']['instructorId'];
  readonly settledOn?: LocalDate;
  /** When it stood still for its payee. */
  readonly still: StandsStill;
  /** What it owes its payee for the delay. */
  readonly found?: LateCompensationFound['data'];
  readonly decided?: 'APPROVED' | 'DENIED';
  /** Who has approved it where one person is not enough. */
  readonly endorsedBy?: readonly string[];
  /** Who approved it. */
  readonly approverId?: string;
  /** Id of the event of that: its payment comes from it. */
  readonly approvedBy?: string;
  /** It was given up: what came late was never owed, and so nothing is for the delay. */
  readonly isNotOwed?: true;
  /** What of it is not its payee's, and so not late either; absent where all of it is. */
  readonly whatIsDue?: WhatIsDue;
}

/** Given up for these, what came late was not to be paid at all. */
const NEVER_OWED: readonly PayoutCancelReason[] = ['NOT_OWED', 'EVENT_REVOKED'];

/** What came late was given up because it was never owed: nothing is for the delay either. */
export const wasNeverOwed = ({ reason }: { readonly reason: PayoutCancelReason }): boolean =>
  NEVER_OWED.includes(reason);

/** The same streams as `payouts`, for whoever asks how late a payment came. */
export const lateness = view<Lateness, PayoutEvent>(payouts, {
  initial: { still: NEVER_STOOD_STILL },
  evolve: (state, event) => moved(state, event),
});

const moved = evolveBy<Lateness, PayoutEvent>(
  {
    PayoutOrdered: (state, { data }) => ({
      ...state,
      order: data,
      account: opened(data.person)?.account,
      still: { stopped: data.stopped ?? [] },
    }),
    PayoutInstructed: (state, { data: { instructorId } }) =>
      state.settledOn ? state : { ...state, instructorId },
    PayoutAccountCorrected: corrected,
    PayoutAccountConfirmed: confirmed,
    PayoutReturned: (state, { data }) => ({
      ...state,
      still: STILL_AFTER.PayoutReturned(state.still, data),
    }),
    PayeeDied: (state, { data }) => ({ ...state, still: STILL_AFTER.PayeeDied(state.still, data) }),
    PayeeLives: (state, { data }) => ({ ...state, still: STILL_AFTER.PayeeLives(state.still, data) }),
    // The first time counts: what comes back afterwards was not paid late.
    PayoutSettled: (state, { data }) => ({ ...state, settledOn: state.settledOn ?? data.settledOn }),
    LateCompensationFound: (state, { data: found }) => ({ ...state, found }),
    LateCompensationEndorsed: ({ endorsedBy = [], ...state }, { data: { endorserId } }) => ({
      ...state,
      endorsedBy: [...endorsedBy, endorserId],
    }),
    LateCompensationApproved: (state, event) => ({
      ...state,
      decided: 'APPROVED',
      approverId: event.data.approverId,
      approvedBy: eventIdOf(event),
    }),
    LateCompensationDenied: (state) => ({ ...state, decided: 'DENIED' }),
    PayoutCancelled: (state, { data }) => (wasNeverOwed(data) ? { ...state, isNotOwed: true } : state),
    PayoutPartReturned: whatIsDueBy(withPartBack),
    PaymentNotDue: whatIsDueBy(withNotDue),
    PaymentAskedBack: whatIsDueBy(withAskedBack),
    SettledPayoutReturned: (state) => {
      const { whatIsDue, order } = state;
      return whatIsDue && order ? { ...state, whatIsDue: withNobody(whatIsDue, order.source.id) } : state;
    },
    PayoutAccepted: unchanged,
    LateSettlementEntered: unchanged,
    LateSettlementRefused: unchanged,
    PayoutRedirected: unchanged,
    PaymentNotTheirs: unchanged,
    NotDuePassedOn: unchanged,
  },
  'payout event',
);

/** What a payment came to, and what of it is due by now, for whoever asks what its delay owes. */
export interface CameLate extends Pick<Lateness, 'whatIsDue' | 'isNotOwed'> {
  /** What of it a delay costs; undefined where it owes nothing. */
  readonly cash?: LateCash | undefined;
  readonly paidIdr: Rupiah;
}

/** The same of a payment as `lateness` folds it. */
export const cameLate = ({ order, whatIsDue, isNotOwed }: Lateness): CameLate => ({
  cash: order && lateCashOf(order),
  paidIdr: order?.amountIdr ?? ZERO_RUPIAH,
  ...(whatIsDue && { whatIsDue }),
  ...(isNotOwed && { isNotOwed }),
});

/** What of it came late that its payee was owed in cash: what is not due was not late. Undefined where a delay owes nothing. */
export function cashDueLate({ cash, paidIdr, whatIsDue, isNotOwed }: CameLate): LateCash | undefined {
  if (!cash || isNotOwed) return undefined;
  const notDueIdr = paidIdr - leftOf({ ...whatIsDue, amountIdr: paidIdr });
  const amountIdr = rupiah(Math.max(0, cash.amountIdr - notDueIdr));
  return amountIdr > 0 ? { ...cash, amountIdr } : undefined;
}

/** What a delay owes by now: what was found, or less where a part of what came late is not due; nothing where none of it is. */
export function owedForDelay(
  found: Pick<LateCompensationFound['data'], 'amountIdr' | 'benefitDueIdr' | 'daysLate'>,
  late: CameLate,
): Rupiah {
  const cash = cashDueLate(late);
  if (!cash) return ZERO_RUPIAH;
  if (cash.amountIdr >= found.benefitDueIdr) return found.amountIdr;
  const { program, amountIdr: benefitDue } = cash;
  return calculateLatePayment({ benefitDue, daysLate: found.daysLate, program }).totalIdr;
}

/** An account counts once a second person has confirmed it. A stream that tells no one's subject has nobody who would have to be another. */
function corrected(
  state: Lateness,
  { data: { person, correctorId: giverId } }: EventOf<PayoutEvent, 'PayoutAccountCorrected'>,
): Lateness {
  const account = opened(person)?.account;
  return giverId === undefined ? { ...state, account } : { ...state, unconfirmed: { account, giverId } };
}

function confirmed(
  { unconfirmed, ...state }: Lateness,
  { data }: EventOf<PayoutEvent, 'PayoutAccountConfirmed'>,
): Lateness {
  return {
    ...state,
    ...(unconfirmed && { account: unconfirmed.account, accountGiverId: unconfirmed.giverId }),
    still: STILL_AFTER.PayoutAccountConfirmed(state.still, data),
  };
}

/** What of a payment is due after an event that says so. */
function whatIsDueBy<Event>(after: (due: WhatIsDue, event: Event) => WhatIsDue) {
  return (state: Lateness, event: Event): Lateness => ({
    ...state,
    whatIsDue: after(state.whatIsDue ?? {}, event),
  });
}
