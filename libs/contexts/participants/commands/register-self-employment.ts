import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '#event-store';
import { type Reading } from '#kernel';
import { Decisions, StreamCommand, type Triable } from '#runtime';
import { correctables } from '../domain/correctable.js';
import { participants } from '../domain/participant.js';
import {
  type RegisterSelfEmploymentInput,
  registerSelfEmployment,
} from '../domain/register-self-employment.js';
import { countingAgreement, namedSponsor } from '../domain/sponsor.js';
import { KpjNumbers } from './kpj-numbers.js';
import { takePlaceToRegister, wouldRecord } from './roster-places.js';

export class RegisterSelfEmployment extends StreamCommand<RegisterSelfEmploymentInput> {
  /** Without the number of a card: nobody takes one to see what would become of it. */
  static readonly tried: Triable<RegisterSelfEmploymentInput>['tried'] = (input, trial) =>
    trial.decide(input, participants, input.participantId, registerSelfEmployment, (_participant, read) =>
      factsOf(read, input),
    );

  readonly commandName = 'RegisterSelfEmployment';
}

@CommandHandler(RegisterSelfEmployment)
export class RegisterSelfEmploymentHandler implements ICommandHandler<RegisterSelfEmployment> {
  constructor(
    private readonly decisions: Decisions,
    private readonly store: EventStore,
  ) {}

  async execute(command: RegisterSelfEmployment) {
    const { input } = command;
    if (input.agreementId !== undefined) await this.takePlace(command);
    return this.decisions.make(
      command,
      participants,
      input.participantId,
      registerSelfEmployment,
      async (_participant, read) => ({
        ...(await factsOf(read, input)),
        kpj: await KpjNumbers.of(this.store).next(command.issue.context),
      }),
    );
  }

  /** Nobody takes a place for a registration that is refused. */
  private async takePlace({ input, issue: { context } }: RegisterSelfEmployment): Promise<void> {
    const facts = await factsOf(this.store, input);
    const agreement = countingAgreement(facts.sponsor, input);
    if (!agreement) return;
    const state = await this.store.state(participants, input.participantId);
    const [event] = wouldRecord(() => registerSelfEmployment(input, state, context, facts));
    if (event?.type !== 'SelfEmploymentRegistered') return;
    await takePlaceToRegister(this.store, event.data, agreement, context);
  }
}

async function factsOf(read: Reading, input: RegisterSelfEmploymentInput) {
  return {
    sponsor: await namedSponsor(read, input),
    person: await read.state(correctables, input.participantId),
  };
}
