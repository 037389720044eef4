import type { TimelineRow } from '#followers';
import { shape, shown, shownOf } from '../fields/shape.js';

/** One event in a story. Extend it where a story says more. */
export class TimelineItem extends shape({
  type: shown.text({ example: 'BenefitCalculated' }),
  effectiveOn: shown.day({ description: 'When it took effect' }),
  recordedAt: shown.instant({ description: 'When the log recorded it' }),
  actorId: shown.text({ description: 'Who did it: subject of the token' }),
  office: shown.text(),
}) {}

/** A row of the story as answers show it. */
export function toTimelineItem(row: TimelineRow): TimelineItem {
  return shownOf(TimelineItem, row);
}
