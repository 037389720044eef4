import type { Instant, LocalDate } from '#kernel';
import type { TimelineRow } from '#followers';
import { DayAnswer, InstantAnswer, TextAnswer } from '../fields/answers.js';

/** One event in a story. Extend it where a story says more. */
export class TimelineItem {
  @TextAnswer({ example: 'BenefitCalculated' })
  readonly type!: string;

  @DayAnswer({ description: 'When it took effect' })
  readonly effectiveOn!: LocalDate;

  @InstantAnswer({ description: 'When the log recorded it' })
  readonly recordedAt!: Instant;

  @TextAnswer({ description: 'Who did it: subject of the token' })
  readonly actorId!: string;

  @TextAnswer()
  readonly office!: string;
}

export function toTimelineItem(row: TimelineRow): TimelineItem {
  return {
    type: row.type,
    effectiveOn: row.effectiveOn,
    recordedAt: row.recordedAt,
    actorId: row.actorId,
    office: row.office,
  };
}
