import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore, readState } from '#event-store';
import type { CommandContext } from '#kernel';
import { childBirthDate } from '#contexts/participants/contracts';
import { CommandRunner } from '#runtime';
import { scholarship } from '../domain/scholarship.js';
import {
  type EvidenceFactsFromOthers,
  type SubmitEvidenceInput,
  submitEvidence,
} from '../domain/submit-evidence.js';
import { scholarshipStream } from '../streams.js';

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
      streamId: scholarshipStream(input.scholarshipId),
      decider: scholarship,
      decide: (state) => submitEvidence(input, state, facts, context),
    });
  }

  /** Whose scholarship it is never changes after the grant, so it may be read before the decision. */
  private async factsFor({ scholarshipId }: SubmitEvidenceInput): Promise<EvidenceFactsFromOthers> {
    const granted = await readState(this.store, scholarshipStream(scholarshipId), scholarship);
    if (granted.situation === 'UNKNOWN') return {};
    return { birthDate: await childBirthDate(this.store, granted.participantId, granted.childId) };
  }
}
