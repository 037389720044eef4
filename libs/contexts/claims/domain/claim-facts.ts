import type { LocalDate, Rupiah } from '#kernel';
import type { Coverage, Hand, Injury, Outcome, Segment, TransportReceipts } from '#law';
import type { Claimant, EntitledChild } from './claim.events.js';
import type { DisabilityPaid } from './disability-paid.js';

/** What a decision about a claim needs to know of the participant. */
export interface ParticipantForClaim {
  readonly segment: Segment;
  readonly incomeBaseIdr: Rupiah;
  readonly diedOn?: LocalDate;
  /** The accident that the death was traced to, unless it was concluded to be no work accident. */
  readonly diedOfAccidentId?: string;
  readonly children: readonly EntitledChild[];
  /** Cover on the day of the event, from what had been paid by then. */
  readonly coverageAtEvent: Coverage;
  /** The same with everything paid since for those months: how arrears that were settled later show. */
  readonly coverageWithLatePayments: Coverage;
}

/** What a decision about a JKK claim needs to know of the accident. */
export interface AccidentForClaim {
  readonly accidentId: string;
  readonly participantId: string;
  readonly occurredOn: LocalDate;
  readonly conclusion?: 'WORK_ACCIDENT' | 'NOT_WORK_ACCIDENT';
  /** Stage II was reported: the accident side of the claim is complete. */
  readonly stageTwoReported: boolean;
  /** How it ended, by the doctor's final statement. */
  readonly outcome?: Outcome;
  readonly dominantHand?: Hand;
  readonly injuries: readonly Injury[];
  readonly incapacityDays: number;
  /** Costs shown by receipts, added up by mode. */
  readonly transport: TransportReceipts;
  /** Invoices of PLKKs, which are paid to them. */
  readonly care: readonly CareCost[];
  /** Care at other facilities that was paid for and is claimed back. */
  readonly reimbursements: readonly CareCost[];
}

export interface CareCost {
  readonly facilityId: string;
  readonly invoiceIdr: Rupiah;
}

/** Everything a claim's decisions are made on, beside the claim itself. */
export type ClaimFacts =
  | {
      readonly programme: 'JKK';
      readonly participant: ParticipantForClaim;
      readonly accident: AccidentForClaim;
      /** JKM has been approved for the death already. */
      readonly jkmApproved: boolean;
      readonly paidBefore: DisabilityPaid;
    }
  | { readonly programme: 'JKM'; readonly participant: ParticipantForClaim };

/** Whether the claim is for a death, and so belongs to the heir. */
export function isForDeath(facts: ClaimFacts): boolean {
  return (
    facts.programme === 'JKM' || facts.accident.outcome === 'DEATH' || facts.participant.diedOn !== undefined
  );
}

/** To whom the claim belongs by these facts (yang berhak): they may change while it is open. */
export const entitledTo = (facts: ClaimFacts): Claimant => (isForDeath(facts) ? 'HEIR' : 'PARTICIPANT');
