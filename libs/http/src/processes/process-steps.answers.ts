import type { Instant } from '#kernel';
import { CodeAnswer, InstantAnswer, PositionAnswer, TextAnswer, UuidAnswer } from '../fields/answers.js';
import { PageOf } from '../paging/page.js';
import { STEP_OUTCOMES, type StepOutcome } from '#followers';

/** One command that a process sent because of an event. */
export class ProcessStep {
  @TextAnswer({ example: 'claim-payment' })
  readonly process!: string;

  @UuidAnswer()
  readonly eventId!: string;

  @TextAnswer({ example: 'ClaimApproved' })
  readonly eventType!: string;

  @TextAnswer({ description: 'Stream of the event' })
  readonly causedBy!: string;

  @InstantAnswer()
  readonly causedAt!: Instant;

  @PositionAnswer({ description: 'Position of the event in the log' })
  readonly position!: string;

  @TextAnswer({ description: 'Tells apart the commands of one event' })
  readonly key!: string;

  @TextAnswer({ example: 'OrderPayout' })
  readonly command!: string;

  @UuidAnswer()
  readonly commandId!: string;

  @CodeAnswer(STEP_OUTCOMES)
  readonly outcome!: StepOutcome;

  @TextAnswer({ nullable: true, description: 'Stream the command was for; null when refused' })
  readonly streamId!: string | null;

  @TextAnswer({ nullable: true, description: 'Code of the refusal' })
  readonly code!: string | null;

  @TextAnswer({ nullable: true, description: 'The refusal in plain words' })
  readonly detail!: string | null;
}

export class ProcessStepPage extends PageOf(ProcessStep) {}
