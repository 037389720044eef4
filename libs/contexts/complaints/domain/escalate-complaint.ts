import { type CommandContext, Rejection } from '#kernel';
import { addWorkingDays, countedFrom } from '#law';
import type { ComplaintEvent } from './complaint.events.js';
import { type ComplaintState, complaintIn } from './complaint.js';
import { DAYS_TO_ANSWER } from './receive-complaint.js';
import { complaintRefusals } from './refusals.js';

export interface EscalateComplaintInput {
  readonly complaintId: string;
  /** Why whoever complains is not content, in their words. */
  readonly words: string;
}

/**
 * Passes a complaint on to the unit for quality and complaints (eskalasi; PP 44/2015 Art. 58): whoever complains is not content with the
 * answer, or got none in its time. Once: what is unsolved then is mediated.
 * @throws Rejection `COMPLAINT_NOT_FOUND`, `COMPLAINT_<SITUATION>`, `ANSWER_IN_TIME`, `ESCALATED_ALREADY`
 */
export function escalateComplaint(
  { complaintId, words }: EscalateComplaintInput,
  state: ComplaintState,
  context: CommandContext,
): readonly ComplaintEvent[] {
  const { actor, today } = context;
  const complaint = complaintIn(state, ['RECEIVED', 'ANSWERED']);
  if (complaint.isEscalated) throw new Rejection(complaintRefusals.ESCALATED_ALREADY());
  if (complaint.situation === 'RECEIVED' && today <= complaint.answerBy) {
    throw new Rejection(complaintRefusals.ANSWER_IN_TIME(complaint));
  }
  return [
    {
      type: 'ComplaintEscalated',
      data: {
        complaintId,
        participantId: complaint.participantId,
        escalatorId: actor.id,
        answerBy: addWorkingDays(countedFrom(context), DAYS_TO_ANSWER),
        effectiveOn: today,
        ...(!complaint.isErased && { person: { words } }),
      },
    },
  ];
}
