import { type CommandContext, Rejection, inSituation } from '#kernel';
import { type EntitledChild, isTooOld, requireEntitlingEvent } from './entitling-event.js';
import { scholarshipRefusals } from './refusals.js';
import type { ResumeReason, ScholarshipEvent } from './scholarship.events.js';
import { type Ended, type ScholarshipState } from './scholarship.js';

export interface ResumeScholarshipInput {
  readonly scholarshipId: string;
  readonly reason: ResumeReason;
  /** Number of the paper that shows it. */
  readonly reference: string;
}

/**
 * A supervisor who did not end it has a right go on that should not have ended (hak beasiswa dilanjutkan). What was missed in between is
 * shown and decided as back years.
 * @throws Rejection `SCHOLARSHIP_NOT_FOUND`, `SCHOLARSHIP_GOES_ON`, `EVENT_REVOKED`, `PAID_ONCE_ALREADY`, `CHILD_WAS_TOO_OLD`, `ENDED_BY_YOU`
 */
export function resumeScholarship(
  { reason, reference }: ResumeScholarshipInput,
  state: ScholarshipState,
  { today, actor }: CommandContext,
  { birthDate, ...event }: EntitledChild = {},
): readonly ScholarshipEvent[] {
  const scholarship = ended(state);
  requireEntitlingEvent(event);
  const { scholarshipId, participantId, eventDate, endedOn } = scholarship;
  if (scholarship.reason === 'PAID_ONCE') throw new Rejection(scholarshipRefusals.PAID_ONCE_ALREADY());
  if (scholarship.reason === 'AGE_23' && isTooOld(birthDate, endedOn, eventDate)) {
    throw new Rejection(scholarshipRefusals.CHILD_WAS_TOO_OLD({ endedOn }));
  }
  if (scholarship.enderId === actor.id) throw new Rejection(scholarshipRefusals.ENDED_BY_YOU());
  return [
    {
      type: 'ScholarshipResumed',
      data: { scholarshipId, participantId, reason, reference, resumerId: actor.id, effectiveOn: today },
    },
  ];
}

const ended = (state: ScholarshipState): Ended =>
  inSituation(state, ['ENDED'], (other) =>
    other.situation === 'UNKNOWN'
      ? scholarshipRefusals.SCHOLARSHIP_NOT_FOUND()
      : scholarshipRefusals.SCHOLARSHIP_GOES_ON(),
  );
