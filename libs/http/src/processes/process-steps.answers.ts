import { ApiProperty } from '@nestjs/swagger';
import type { Instant } from '#kernel';
import { PageOf } from '../paging/page.js';
import { STEP_OUTCOMES, type StepOutcome } from '#followers';

/** One command that a process sent because of an event. */
export class ProcessStep {
  @ApiProperty({ example: 'claim-payment' })
  readonly process!: string;

  @ApiProperty({ format: 'uuid' })
  readonly eventId!: string;

  @ApiProperty({ example: 'ClaimApproved' })
  readonly eventType!: string;

  @ApiProperty({ description: 'Stream of the event' })
  readonly causedBy!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly causedAt!: Instant;

  @ApiProperty({ description: 'Position of the event in the log' })
  readonly position!: string;

  @ApiProperty({ description: 'Tells apart the commands of one event' })
  readonly key!: string;

  @ApiProperty({ example: 'OrderPayout' })
  readonly command!: string;

  @ApiProperty({ format: 'uuid' })
  readonly commandId!: string;

  @ApiProperty({ enum: STEP_OUTCOMES })
  readonly outcome!: StepOutcome;

  @ApiProperty({ type: String, nullable: true, description: 'Stream the command was for; null when refused' })
  readonly streamId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Code of the refusal' })
  readonly code!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The refusal in plain words' })
  readonly detail!: string | null;
}

export class ProcessStepPage extends PageOf(ProcessStep) {}
