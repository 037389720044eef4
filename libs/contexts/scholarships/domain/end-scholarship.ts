import { type CommandContext, type LocalDate, Rejection } from '#kernel';
import { type KnownChild, isTooOld } from './entitling-event.js';
import { scholarshipRefusals } from './refusals.js';
import type { EndReason, ScholarshipEvent } from './scholarship.events.js';
import { type Entitled, type ScholarshipState, closedBy, entitled, withYearsLeft } from './scholarship.js';

export interface EndScholarshipInput {
  readonly scholarshipId: string;
  readonly reason: EndReason;
  readonly endedOn: LocalDate;
}

/**
 * Ends the right (berakhirnya hak beasiswa). What was approved before stays payable, and so do years up to it; where the event is revoked
 * that gave it, or nothing is known of the child any more, no year is left, also of a right that ended before. What was shown of the
 * years that are not left is closed with it.
 * @throws Rejection `SCHOLARSHIP_NOT_FOUND`, `SCHOLARSHIP_ENDED`, `END_IN_FUTURE`, `END_BEFORE_EVENT`,
 *   `EVENT_STANDS`, `CHILD_IS_ON_RECORD`, `CHILD_NOT_TOO_OLD`
 */
export function endScholarship(
  { reason, endedOn }: EndScholarshipInput,
  state: ScholarshipState,
  { today, actor }: CommandContext,
  { isRevoked = false, birthDate }: KnownChild = {},
): readonly ScholarshipEvent[] {
  const isWithoutEvent = reason === 'EVENT_REVOKED';
  const isWithoutChild = reason === 'CHILD_NOT_ON_RECORD';
  const scholarship = isWithoutEvent || isWithoutChild ? withYearsLeft(state) : entitled(state);
  const { eventDate } = scholarship;
  if (isWithoutEvent && !isRevoked) throw new Rejection(scholarshipRefusals.EVENT_STANDS());
  if (isWithoutChild && birthDate !== undefined)
    throw new Rejection(scholarshipRefusals.CHILD_IS_ON_RECORD());
  if (endedOn > today) throw new Rejection(scholarshipRefusals.END_IN_FUTURE({ today }));
  if (endedOn < eventDate) throw new Rejection(scholarshipRefusals.END_BEFORE_EVENT({ eventDate }));
  if (reason === 'AGE_23' && isTooOld(birthDate, endedOn, eventDate) === false) {
    throw new Rejection(scholarshipRefusals.CHILD_NOT_TOO_OLD({ endedOn }));
  }
  return [ended(scholarship, reason, actor.id, endedOn)];
}

/** That a right ends, why, who says so, and since when. */
export function ended(
  scholarship: Pick<Entitled, 'scholarshipId' | 'participantId' | 'years'>,
  reason: EndReason,
  enderId: string,
  effectiveOn: LocalDate,
): ScholarshipEvent {
  const { scholarshipId, participantId } = scholarship;
  const closed = closedBy(scholarship, { reason, endedOn: effectiveOn });
  return {
    type: 'ScholarshipEnded',
    data: { scholarshipId, participantId, reason, enderId, ...closed, effectiveOn },
  };
}
