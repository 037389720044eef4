import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireDeskWork } from '#contexts/providers/facts';
import { EventStore } from '#event-store';
import { type Reading, addPeriods } from '#kernel';
import { Decisions, type Issue, type Permit, StreamCommand, type Triable } from '#runtime';
import { contributionYears } from '../domain/contribution-years.js';
import { participantInSight } from '../domain/participant-facts.js';
import { paidUnderOthersIf } from '../domain/one-person.js';
import { participants } from '../domain/participant.js';
import {
  type ContributionFacts,
  type RecordContributionInput,
  recordContribution,
} from '../domain/record-contribution.js';
import { monthlyDueOf } from '../domain/monthly-due.js';
import { rosters } from '../domain/roster.js';
import { countingAgreement, namedSponsor } from '../domain/sponsor.js';
import { takePlace, wouldRecord } from './roster-places.js';

export class RecordContribution extends StreamCommand<RecordContributionInput> {
  /** Without a place in the agreement of a sponsor: nobody takes one to see what would become of it. */
  static readonly tried: Triable<RecordContributionInput>['tried'] = (input, trial) =>
    trial.decide(
      input,
      contributionYears,
      input.participantId,
      recordContribution,
      async (_paid, read, _input, { actor, today }) => {
        await requireDeskWork(read, actor, 'takesPayments', today);
        return factsOf(read, input);
      },
      inSight,
    );

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
  constructor(
    private readonly decisions: Decisions,
    private readonly store: EventStore,
  ) {}

  async execute(command: RecordContribution) {
    const { input, imported } = command;
    const { actor, today } = command.issue.context;
    if (!imported) await requireDeskWork(this.store, actor, 'takesPayments', today);
    const facts = async (_state: unknown, read: Reading) => imported ?? factsOf(read, input);
    if (!imported && input.agreementId !== undefined) await this.takePlace(command);
    return this.decisions.make(command, contributionYears, input.participantId, recordContribution, facts, {
      permit: inSight,
      expectNew: imported !== undefined,
      contentInId: imported !== undefined,
    });
  }

  /** Nobody takes a place for a payment that is refused. */
  private async takePlace({ input, issue: { context } }: RecordContribution): Promise<void> {
    const { participantId, sponsorId, period: from, months } = input;
    const facts = await factsOf(this.store, input);
    const agreement = countingAgreement(facts.sponsor, input);
    if (!agreement || sponsorId === undefined) return;
    const { others = [] } = facts;
    const before = await this.store.state(contributionYears, participantId);
    const ids = [participantId, ...others.map(({ record }) => record.participantId)];
    if (wouldRecord(() => recordContribution(input, before, context, facts)).length === 0) return;
    const due = await monthlyDueOf(this.store, participantId, from, agreement);
    const terms = { sponsorId, agreement, way: 'PAYMENT', from } as const;
    const until = addPeriods(from, months - 1);
    await takePlace(this.store, terms, { ...due, ids, until }, context);
  }
}

const inSight: Permit<RecordContributionInput, unknown> = (_paid, read, { participantId }, { actor }) =>
  participantInSight(read, participantId, actor);

async function factsOf(read: Reading, input: RecordContributionInput): Promise<ContributionFacts> {
  const [participant, sponsor, roster] = await Promise.all([
    read.state(participants, input.participantId),
    namedSponsor(read, input),
    input.agreementId === undefined ? undefined : read.state(rosters, input.agreementId),
  ]);
  const others = await paidUnderOthersIf(read, participant);
  return { participant, sponsor, ...(roster && { roster }), ...others };
}
