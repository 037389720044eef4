import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Reading } from '#kernel';
import { Decisions, type Issue, StreamCommand } from '#runtime';
import { contributions } from '../domain/contributions.js';
import { participantInSight } from '../domain/participant-facts.js';
import { paidUnderOthersIf } from '../domain/one-person.js';
import { participants } from '../domain/participant.js';
import {
  type ContributionFacts,
  type RecordContributionInput,
  recordContribution,
} from '../domain/record-contribution.js';
import { namedSponsor } from '../domain/sponsor.js';

export class RecordContribution extends StreamCommand<RecordContributionInput> {
  readonly commandName = 'RecordContribution';

  constructor(
    input: RecordContributionInput,
    issue: Issue,
    /** What an import knows already. It expects no contribution before this one, under an id made from the row. */
    readonly imported?: ContributionFacts,
  ) {
    super(input, issue);
  }
}

@CommandHandler(RecordContribution)
export class RecordContributionHandler implements ICommandHandler<RecordContribution> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: RecordContribution) {
    const { input, imported } = command;
    const facts = async (_state: unknown, read: Reading) => imported ?? factsOf(read, input);
    return this.decisions.make(command, contributions, input.participantId, recordContribution, facts, {
      permit: (_paid, read, _input, { actor }) => participantInSight(read, input.participantId, actor),
      expectNew: imported !== undefined,
      contentInId: imported !== undefined,
    });
  }
}

async function factsOf(read: Reading, input: RecordContributionInput): Promise<ContributionFacts> {
  const [participant, sponsor] = await Promise.all([
    read.state(participants, input.participantId),
    namedSponsor(read, input),
  ]);
  return { participant, sponsor, ...(await paidUnderOthersIf(read, participant)) };
}
