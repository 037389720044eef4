import { type Actor, type CommandContext, Rejection, addDays, authorityOf } from '#kernel';
import type { ComplaintAnswer, ComplaintEvent } from './complaint.events.js';
import { type ComplaintIn, type ComplaintState, complaintIn } from './complaint.js';
import { complaintRefusals } from './refusals.js';

/** So many days whoever complains has to say that they are not content still: a convention of the house. */
const DAYS_TO_REPLY = 14;

/** From this level on somebody answers for the unit for quality and complaints. */
export const LEVEL_OF_THE_UNIT = 3;

export interface AnswerComplaintInput {
  readonly complaintId: string;
  readonly answer: ComplaintAnswer;
  /** What is answered, in words. */
  readonly words: string;
}

/**
 * Answers a complaint (jawaban pengaduan). What was passed on is answered above the desk, by somebody who had no hand in it.
 * @throws Rejection `COMPLAINT_NOT_FOUND`, `COMPLAINT_<SITUATION>`, `NOT_OF_THE_UNIT`, `ANSWERED_BY_YOU`
 */
export function answerComplaint(
  { complaintId, answer, words }: AnswerComplaintInput,
  state: ComplaintState,
  { actor, today }: CommandContext,
): readonly ComplaintEvent[] {
  const complaint = complaintIn(state, ['RECEIVED']);
  if (complaint.isEscalated) requireUnit(complaint, actor);
  return [
    {
      type: 'ComplaintAnswered',
      data: {
        complaintId,
        participantId: complaint.participantId,
        answererId: actor.id,
        answer,
        replyBy: addDays(today, DAYS_TO_REPLY),
        effectiveOn: today,
        ...(!complaint.isErased && { person: { words } }),
      },
    },
  ];
}

/** @throws Rejection `NOT_OF_THE_UNIT`, `ANSWERED_BY_YOU` */
export function requireUnit({ hands }: Pick<ComplaintIn<'RECEIVED'>, 'hands'>, actor: Actor): void {
  if (authorityOf(actor) < LEVEL_OF_THE_UNIT) {
    throw new Rejection(complaintRefusals.NOT_OF_THE_UNIT({ level: LEVEL_OF_THE_UNIT }));
  }
  if (hands.includes(actor.id)) throw new Rejection(complaintRefusals.ANSWERED_BY_YOU());
}
