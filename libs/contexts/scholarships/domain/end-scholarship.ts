import { type CommandContext, type LocalDate, Rejection } from '#kernel';
import type { EntitlingEvent } from './entitling-event.js';
import { scholarshipRefusals } from './refusals.js';
import type { EndReason, ScholarshipEvent } from './scholarship.events.js';
import { type ScholarshipState, entitled } from './scholarship.js';

export interface EndScholarshipInput {
  readonly scholarshipId: string;
  readonly reason: EndReason;
  readonly endedOn: LocalDate;
}

/**
 * Ends the right (berakhirnya hak beasiswa). What was approved before stays payable.
 * @throws Rejection `SCHOLARSHIP_NOT_FOUND`, `SCHOLARSHIP_ENDED`, `END_IN_FUTURE`, `END_BEFORE_EVENT`,
 *   `EVENT_STANDS`
 */
export function endScholarship(
  { scholarshipId, reason, endedOn }: EndScholarshipInput,
  state: ScholarshipState,
  { today }: CommandContext,
  { isRevoked = false }: EntitlingEvent = {},
): readonly ScholarshipEvent[] {
  const { participantId, eventDate } = entitled(state);
  if (reason === 'EVENT_REVOKED' && !isRevoked) throw new Rejection(scholarshipRefusals.EVENT_STANDS());
  if (endedOn > today) throw new Rejection(scholarshipRefusals.END_IN_FUTURE({ today }));
  if (endedOn < eventDate) throw new Rejection(scholarshipRefusals.END_BEFORE_EVENT({ eventDate }));
  return [{ type: 'ScholarshipEnded', data: { scholarshipId, participantId, reason, effectiveOn: endedOn } }];
}
