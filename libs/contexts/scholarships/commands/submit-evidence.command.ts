import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore, readState } from '#event-store';
import type { CommandContext } from '#kernel';
import { childBirthDate } from '#contexts/participants/facts';
import { CommandRunner } from '#runtime';
import { scholarships } from '../domain/scholarship.js';
import {
  type EvidenceFactsFromOthers,
  type SubmitEvidenceInput,
  submitEvidence,
} from '../domain/submit-evidence.js';

export class SubmitEvidence extends Command<CommandResult> {
  constructor(
    readonly input: SubmitEvidenceInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(SubmitEvidence)
export class SubmitEvidenceHandler implements ICommandHandler<SubmitEvidence> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
  ) {}

  async execute(command: SubmitEvidence): Promise<CommandResult> {
    const { input, context } = command;
    const facts = await this.factsFor(input);
    return this.runner.handle(command, {
      streamId: scholarships.of(input.scholarshipId),
      decider: scholarships,
      decide: (state) => submitEvidence(input, state, facts, context),
    });
  }

  /** Whose scholarship it is never changes after the grant, so it may be read before the decision. */
  private async factsFor({ scholarshipId }: SubmitEvidenceInput): Promise<EvidenceFactsFromOthers> {
    const granted = await readState(this.store, scholarships.of(scholarshipId), scholarships);
    if (granted.situation === 'UNKNOWN') return {};
    return { birthDate: await childBirthDate(this.store, granted.participantId, granted.childId) };
  }
}
