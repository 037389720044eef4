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
 * Answers a complaint (jawaban pengaduan), by somebody who has not decided on the claim that it is about. What was passed on is answered
 * above the desk, by somebody who had no hand in it.
 * @throws Rejection `COMPLAINT_NOT_FOUND`, `COMPLAINT_<SITUATION>`, `DECIDED_BY_YOU`, `NOT_OF_THE_UNIT`, `ANSWERED_BY_YOU`
 */
export function answerComplaint(
  { complaintId, answer, words }: AnswerComplaintInput,
  state: ComplaintState,
  { actor, today }: CommandContext,
  facts: DecidersOfClaim,
): readonly ComplaintEvent[] {
  const complaint = complaintIn(state, ['RECEIVED']);
  requireOther(facts, actor);
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

/** What is known of the claim that a complaint is about. */
export interface DecidersOfClaim {
  /** Subjects of those who approved or denied it; nobody where it is about no claim. */
  readonly deciderIds: readonly string[];
}

/**
 * Nobody answers a complaint about what they have decided, nor mediates it (reference 6.2: decide, then answer for it).
 * @throws Rejection `DECIDED_BY_YOU`
 */
export function requireOther({ deciderIds }: DecidersOfClaim, { id }: Actor): void {
  if (deciderIds.includes(id)) throw new Rejection(complaintRefusals.DECIDED_BY_YOU());
}

/** @throws Rejection `NOT_OF_THE_UNIT`, `ANSWERED_BY_YOU` */
export function requireUnit({ hands }: Pick<ComplaintIn<'RECEIVED'>, 'hands'>, actor: Actor): void {
  if (authorityOf(actor) < LEVEL_OF_THE_UNIT) {
    throw new Rejection(complaintRefusals.NOT_OF_THE_UNIT({ level: LEVEL_OF_THE_UNIT }));
  }
  if (hands.includes(actor.id)) throw new Rejection(complaintRefusals.ANSWERED_BY_YOU());
}
