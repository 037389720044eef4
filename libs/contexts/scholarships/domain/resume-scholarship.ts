import { type CommandContext, Rejection, inSituation } from '#kernel';
import { scholarshipChildren } from '#law';
import {
  type KnownChild,
  type ScholarshipByClaim,
  isTooOld,
  requireEntitlingEvent,
} from './entitling-event.js';
import { scholarshipRefusals } from './refusals.js';
import type { ResumeReason, ScholarshipEvent } from './scholarship.events.js';
import { type Ended, type ScholarshipState, openedWith } from './scholarship.js';

export interface ResumeScholarshipInput {
  readonly scholarshipId: string;
  readonly reason: ResumeReason;
  /** Number of the paper that shows it. */
  readonly reference: string;
}

/** With what its claim says of the child. */
export interface ResumableChild extends KnownChild {
  readonly claim?: ScholarshipByClaim;
  /** Whether it is among as many of the registered children as the law gives one, in the order of registration. */
  readonly isAmongFirst?: boolean;
}

/**
 * A supervisor who did not end it has a right go on that should not have ended (hak beasiswa dilanjutkan). What was missed in between is
 * shown and decided as back years.
 * @throws Rejection `SCHOLARSHIP_NOT_FOUND`, `SCHOLARSHIP_GOES_ON`, `EVENT_REVOKED`, `NO_LONGER_ENTITLED`, `NOT_AMONG_FIRST`, `BIRTH_DATE_UNKNOWN`, `PAID_ONCE_ALREADY`, `CHILD_WAS_TOO_OLD`, `ENDED_BY_YOU`
 */
export function resumeScholarship(
  { reason, reference }: ResumeScholarshipInput,
  state: ScholarshipState,
  { today, actor }: CommandContext,
  { birthDate, claim, isAmongFirst, ...event }: ResumableChild = {},
): readonly ScholarshipEvent[] {
  const scholarship = ended(state);
  requireEntitlingEvent(event);
  const { scholarshipId, participantId, eventDate, endedOn } = scholarship;
  if (scholarship.reason === 'NO_LONGER_ENTITLED' || claim?.says === 'NO_LONGER') {
    throw new Rejection(scholarshipRefusals.NO_LONGER_ENTITLED());
  }
  // Others have the right in its place: the law gives no more of them one.
  if (isAmongFirst === false || (scholarship.reason === 'NOT_AMONG_FIRST' && !isAmongFirst)) {
    throw new Rejection(scholarshipRefusals.NOT_AMONG_FIRST({ allowed: scholarshipChildren(eventDate) }));
  }
  if (scholarship.reason === 'CHILD_NOT_ON_RECORD' && birthDate === undefined) {
    throw new Rejection(scholarshipRefusals.BIRTH_DATE_UNKNOWN());
  }
  if (scholarship.reason === 'PAID_ONCE') throw new Rejection(scholarshipRefusals.PAID_ONCE_ALREADY());
  if (scholarship.reason === 'AGE_23' && isTooOld(birthDate, endedOn, eventDate)) {
    throw new Rejection(scholarshipRefusals.CHILD_WAS_TOO_OLD({ endedOn }));
  }
  if (scholarship.enderId === actor.id) throw new Rejection(scholarshipRefusals.ENDED_BY_YOU());
  return [
    {
      type: 'ScholarshipResumed',
      data: {
        scholarshipId,
        participantId,
        reason,
        reference,
        resumerId: actor.id,
        ...openedWith(scholarship),
        effectiveOn: today,
      },
    },
  ];
}

const ended = (state: ScholarshipState): Ended =>
  inSituation(state, ['ENDED'], (other) =>
    other.situation === 'UNKNOWN'
      ? scholarshipRefusals.SCHOLARSHIP_NOT_FOUND()
      : scholarshipRefusals.SCHOLARSHIP_GOES_ON(),
  );
