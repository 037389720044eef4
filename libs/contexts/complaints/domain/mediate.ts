import { type CommandContext, Rejection } from '#kernel';
import { addWorkingDays } from '#law';
import { type DecidersOfClaim, requireOther, requireUnit } from './answer-complaint.js';
import type { ComplaintEvent, MediationResult } from './complaint.events.js';
import { type ComplaintState, complaintIn } from './complaint.js';
import { complaintRefusals } from './refusals.js';

/** So many working days a mediation lasts at most (UU 24/2011 Art. 49; reference 5.4). */
const DAYS_OF_MEDIATION = 30;

export interface BeginMediationInput {
  readonly complaintId: string;
}

/**
 * Begins a mediation (mediasi) of what an answer has not solved, by somebody above the desk who had no hand in it.
 * @throws Rejection `COMPLAINT_NOT_FOUND`, `COMPLAINT_<SITUATION>`, `DECIDED_BY_YOU`, `NOT_OF_THE_UNIT`, `ANSWERED_BY_YOU`
 */
export function beginMediation(
  { complaintId }: BeginMediationInput,
  state: ComplaintState,
  { actor, today }: CommandContext,
  facts: DecidersOfClaim,
): readonly ComplaintEvent[] {
  const complaint = complaintIn(state, ['ANSWERED']);
  requireOther(facts, actor);
  requireUnit(complaint, actor);
  return [
    {
      type: 'MediationBegun',
      data: {
        complaintId,
        participantId: complaint.participantId,
        mediatorId: actor.id,
        endBy: addWorkingDays(today, DAYS_OF_MEDIATION),
        effectiveOn: today,
      },
    },
  ];
}

export interface EndMediationInput {
  readonly complaintId: string;
  readonly result: MediationResult;
  /** What both sides agreed, or why they did not. */
  readonly words: string;
  /** The minutes, signed by both where they agreed: their number, or where they lie in the archive. */
  readonly minutes: string;
}

/**
 * Ends a mediation, by whoever mediates; once its time is over somebody else of the unit may. An agreement about a claim opens it again;
 * without one the complaint is left to an inspector or a court.
 * @throws Rejection `COMPLAINT_NOT_FOUND`, `COMPLAINT_<SITUATION>`, `DECIDED_BY_YOU`, `ANOTHER_MEDIATES`, `NOT_OF_THE_UNIT`
 */
export function endMediation(
  { complaintId, result, words, minutes }: EndMediationInput,
  state: ComplaintState,
  { actor, today }: CommandContext,
  facts: DecidersOfClaim,
): readonly ComplaintEvent[] {
  const complaint = complaintIn(state, ['IN_MEDIATION']);
  const { mediatorId, endBy, participantId, subject, subjectId } = complaint;
  if (actor.id !== mediatorId && today <= endBy) throw new Rejection(complaintRefusals.ANOTHER_MEDIATES());
  if (actor.id !== mediatorId) {
    requireOther(facts, actor);
    requireUnit(complaint, actor);
  }
  return [
    {
      type: 'MediationEnded',
      data: {
        complaintId,
        participantId,
        mediatorId: actor.id,
        result,
        ...(result === 'AGREED' && subject === 'CLAIM' && subjectId !== undefined && { claimId: subjectId }),
        effectiveOn: today,
        ...(!complaint.isErased && { person: { words, minutes } }),
      },
    },
  ];
}
