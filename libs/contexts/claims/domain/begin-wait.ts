import { type CommandContext, Rejection } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimIn, type ClaimState, claimIn, ofSomebody } from './claim.js';
import type { WaitReason } from './left-to-people.events.js';
import { leftToPeopleRefusals } from './left-to-people.refusals.js';
import { WAIT_TERMS, stopsPayment } from './terms.js';

/** A claim waits for one at a time. */
const GOING_ON = ['COMPLETE', 'CALCULATED'] as const;

/** What is due before the end of a treatment may be paid of these, too. */
const UNDECIDED = [...GOING_ON, 'INCOMPLETE', 'HELD', 'WAITING'] as const;

/** Heirs report a dispute about what was approved by itself: it may end otherwise. */
const situationsFor = (reason: WaitReason) => {
  if (!stopsPayment(reason)) return GOING_ON;
  return reason === 'HEIR_DISPUTE' ? UNDECIDED : ([...UNDECIDED, 'APPROVED'] as const);
};

export interface BeginWaitInput {
  readonly claimId: string;
  readonly reason: WaitReason;
  /** What is asked, and of whom, in words. */
  readonly question: string;
}

/**
 * Asks somebody who is neither the office nor whoever claims (menunggu pihak lain), such as an advisory doctor, or records that heirs
 * disagree. The claim waits, for a time that follows from the reason; what was calculated is calculated again afterwards. While documents
 * are missing, arrears are to be paid, or it waits for something else already, it stands where it is, and nothing is paid before that is
 * answered: only what stops payments is asked then. That, but for a dispute, is asked of an approved claim as well (reference 2, 4.1).
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `PAYMENTS_ARE_STOPPED`
 */
export function beginWait(
  { claimId, reason, question }: BeginWaitInput,
  state: ClaimState,
  { actor, today }: CommandContext,
): readonly ClaimEvent[] {
  const claim = ofSomebody(claimIn(state, situationsFor(reason)));
  const { participantId } = claim;
  const { until, ofHealth } = WAIT_TERMS[reason];
  const asked = { claimId, participantId, askerId: actor.id, until: until(today), effectiveOn: today };
  if (stopsPayment(reason) && staysWhereItIs(claim)) {
    return [{ type: 'PaymentsStopped', data: { ...asked, reason, person: { words: question } } }];
  }
  return [
    {
      type: 'WaitBegun',
      data: {
        ...asked,
        reason,
        ...(ofHealth ? { health: { words: question } } : { person: { words: question } }),
      },
    },
  ];
}

/** Whether it stays where it is. @throws Rejection `PAYMENTS_ARE_STOPPED` where nothing is paid of it already */
function staysWhereItIs(claim: ClaimIn<(typeof UNDECIDED)[number] | 'APPROVED'>): boolean {
  const { reason } = claim.stop ?? (claim.situation === 'WAITING' ? claim.awaited : {});
  if (reason && stopsPayment(reason)) {
    throw new Rejection(leftToPeopleRefusals.PAYMENTS_ARE_STOPPED({ reason }));
  }
  return !(GOING_ON as readonly string[]).includes(claim.situation);
}
