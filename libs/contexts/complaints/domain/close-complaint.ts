import { type CommandContext, Rejection } from '#kernel';
import type { ClosingReason, ComplaintEvent } from './complaint.events.js';
import { type ComplaintState, complaintIn } from './complaint.js';
import { complaintRefusals } from './refusals.js';

export interface CloseComplaintInput {
  readonly complaintId: string;
  readonly reason: ClosingReason;
}

/**
 * Closes a complaint (pengaduan ditutup): whoever complains is content with the answer, has not replied in time, or takes it back.
 * @throws Rejection `COMPLAINT_NOT_FOUND`, `COMPLAINT_<SITUATION>`, `NOT_ANSWERED`, `REPLY_MAY_COME`
 */
export function closeComplaint(
  { complaintId, reason }: CloseComplaintInput,
  state: ComplaintState,
  { actor, today }: CommandContext,
): readonly ComplaintEvent[] {
  const complaint = complaintIn(state, ['RECEIVED', 'ANSWERED']);
  if (complaint.situation === 'RECEIVED' && reason !== 'WITHDRAWN') {
    throw new Rejection(complaintRefusals.NOT_ANSWERED());
  }
  if (complaint.situation === 'ANSWERED' && reason === 'NO_REPLY' && today <= complaint.replyBy) {
    throw new Rejection(complaintRefusals.REPLY_MAY_COME(complaint));
  }
  const { participantId } = complaint;
  return [
    {
      type: 'ComplaintClosed',
      data: { complaintId, participantId, closerId: actor.id, reason, effectiveOn: today },
    },
  ];
}
