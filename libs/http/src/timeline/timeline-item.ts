import { ApiProperty } from '@nestjs/swagger';
import type { Instant, LocalDate } from '#kernel';
import type { TimelineRow } from '#followers';

/** One event in a story. Extend it where a story says more. */
export class TimelineItem {
  @ApiProperty({ example: 'BenefitCalculated' })
  readonly type!: string;

  @ApiProperty({ type: String, format: 'date', description: 'When it took effect' })
  readonly effectiveOn!: LocalDate;

  @ApiProperty({ type: String, format: 'date-time', description: 'When the log recorded it' })
  readonly recordedAt!: Instant;

  @ApiProperty({ description: 'Who did it: subject of the token' })
  readonly actorId!: string;

  @ApiProperty()
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
