import { type BankAccount, type LocalDate, assertNever, opened, view } from '#kernel';
import type {
  LateCompensationFound,
  PayoutEvent,
  PayoutInstructed,
  PayoutOrdered,
  ReturnReason,
} from './payout.events.js';
import { payouts } from './payout.js';
import type { Stopped } from './stopped-days.js';

/** What is known of how late a payment came, and what became of what it owes. */
export interface Lateness {
  readonly order?: PayoutOrdered['data'];
  /** Where it is paid; undefined for a body, and once the key of the person was destroyed. */
  readonly account?: BankAccount;
  /** Who told the bank the last time. */
  readonly instructorId?: PayoutInstructed['data']['instructorId'];
  readonly settledOn?: LocalDate;
  /** Since when it stands still for an account that was wrong. */
  readonly stoppedSince?: LocalDate;
  /** When it did before, each until another account was confirmed. */
  readonly stopped: readonly Stopped[];
  /** What it owes its payee for the delay. */
  readonly found?: LateCompensationFound['data'];
  readonly decided?: 'APPROVED' | 'DENIED';
  /** Who has approved it where one person is not enough. */
  readonly endorsedBy?: readonly string[];
  /** Who approved it. */
  readonly approverId?: string;
}

/** What a payee answers for: days until another account is confirmed are not the office's. What only the bank refused is not among them. */
const OF_PAYEE: readonly ReturnReason[] = ['ACCOUNT_CLOSED', 'ACCOUNT_UNKNOWN', 'NAME_MISMATCH'];

/** The same streams as `payouts`, for whoever asks how late a payment came. */
export const lateness = view<Lateness, PayoutEvent>(payouts, {
  initial: { stopped: [] },
  evolve(state, event) {
    switch (event.type) {
      case 'PayoutOrdered':
        return { ...state, order: event.data, account: opened(event.data.person)?.account };
      case 'PayoutInstructed':
        return { ...state, instructorId: event.data.instructorId };
      case 'PayoutReturned': {
        const { reason, returnedOn } = event.data;
        return OF_PAYEE.includes(reason) ? { ...state, stoppedSince: returnedOn } : state;
      }
      case 'PayoutAccountCorrected':
        return { ...state, account: opened(event.data.person)?.account };
      case 'PayoutAccountConfirmed': {
        const { stoppedSince, ...going } = state;
        if (stoppedSince === undefined) return going;
        const stood = { from: stoppedSince, to: event.data.effectiveOn };
        return { ...going, stopped: [...state.stopped, stood] };
      }
      case 'PayoutSettled':
        // The first time counts: what comes back afterwards was not paid late.
        return { ...state, settledOn: state.settledOn ?? event.data.settledOn };
      case 'LateCompensationFound':
        return { ...state, found: event.data };
      case 'LateCompensationEndorsed':
        return { ...state, endorsedBy: [...(state.endorsedBy ?? []), event.data.endorserId] };
      case 'LateCompensationApproved':
        return { ...state, decided: 'APPROVED', approverId: event.data.approverId };
      case 'LateCompensationDenied':
        return { ...state, decided: 'DENIED' };
      case 'PayoutAccepted':
      case 'PayoutCancelled':
      case 'PayoutRedirected':
      case 'SettledPayoutReturned':
        return state;
      default:
        return assertNever(event, 'payout event');
    }
  },
});
