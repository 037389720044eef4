import { type LocalDate, type Rupiah, ZERO_RUPIAH, assertNever, daysBetween, opened, rupiah } from '#kernel';
import type { ClaimComponent, ClaimEvent } from './claim.events.js';
import type { KnownClaim } from './claim-state.js';
import type { InterimEvent } from './interim.events.js';

/** A time of incapacity: its first and its last day belong to it. */
export interface Unable {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** What was paid, or is about to be, before the end of the treatment. */
export interface Interim {
  readonly paidIdr: Rupiah;
  /** The times that were paid for; of an erased one nobody knows the days any more. */
  readonly paidFor: readonly (Unable | undefined)[];
  /** What was calculated last, while nobody has approved it. */
  readonly found?: {
    readonly assessorId: string;
    readonly components: readonly ClaimComponent[];
    readonly totalIdr: Rupiah;
    readonly payBy: LocalDate;
    readonly unable?: Unable;
  };
}

export const NOTHING_PAID_YET: Interim = { paidIdr: ZERO_RUPIAH, paidFor: [] };

/** By these a claim moves on: nobody approves any more what was calculated before the end of the treatment. */
export const MOVES_ON = [
  'ClaimTakenOver',
  'DocumentsRequested',
  'BenefitCalculated',
  'ClaimHeld',
  'WaitBegun',
  'WaitEnded',
  'ClaimApproved',
  'ClaimDenied',
  'ClaimWithdrawn',
  'ClaimCancelled',
] as const satisfies readonly ClaimEvent['type'][];

/** What is left once the claim moves on: what nobody has approved is calculated anew. */
export function withoutFound(interim: Interim | undefined): Interim | undefined {
  if (!interim?.found) return interim;
  const { found: _notApproved, ...paid } = interim;
  return paid.paidFor.length > 0 ? paid : undefined;
}

/** Days of a time, the first and the last included. */
export const daysOf = ({ from, until }: Unable): number => daysBetween(from, until) + 1;

/** What becomes of a claim by what is paid before the end of the treatment. It stays where it is. */
export function afterInterim<State extends KnownClaim>(state: State, event: InterimEvent): State {
  const { interim = NOTHING_PAID_YET } = state;
  switch (event.type) {
    case 'InterimCalculated': {
      const { assessorId, components, totalIdr, payBy, health } = event.data;
      const days = opened(health);
      const unable = days && { from: days.unableFrom, until: days.unableUntil };
      const found = { assessorId, components, totalIdr, payBy, ...(unable && { unable }) };
      return { ...state, interim: { ...interim, found } };
    }
    case 'InterimApproved': {
      const { found, paidIdr, paidFor } = interim;
      const paid = rupiah(paidIdr + event.data.totalIdr);
      return { ...state, interim: { paidIdr: paid, paidFor: [...paidFor, found?.unable] } };
    }
    case 'InterimDropped':
      return { ...state, interim: withoutFound(interim) };
    default:
      return assertNever(event, 'claim event');
  }
}
