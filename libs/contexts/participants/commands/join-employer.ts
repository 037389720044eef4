import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { employerFacts } from '#contexts/employers/facts';
import { EventStore } from '#event-store';
import type { Reading } from '#kernel';
import { Decisions, type Issue, StreamCommand } from '#runtime';
import {
  type JoinEmployerInput,
  type JoiningFacts,
  joinEmployer,
  listEmployment,
} from '../domain/join-employer.js';
import { type MembershipState, employments, memberships } from '../domain/membership.js';
import { KpjNumbers } from './kpj-numbers.js';
import {
  type RegisteredWithWork,
  asRegistered,
  contentWithoutNikId,
  registerWithWork,
  stepOf,
  withoutRegistration,
} from './registered-with-work.js';

export interface JoiningWorker extends JoinEmployerInput, Omit<RegisteredWithWork, 'segment'> {}

/** A wage earner joins an employer, and is registered as a participant if nobody has done so. */
export class JoinEmployer extends StreamCommand<JoiningWorker> {
  readonly commandName = 'JoinEmployer';

  override get formerContent() {
    return contentWithoutNikId(this.input);
  }
}

@CommandHandler(JoinEmployer)
export class JoinEmployerHandler implements ICommandHandler<JoinEmployer> {
  constructor(
    private readonly decisions: Decisions,
    readonly commands: CommandBus,
    readonly store: EventStore,
  ) {}

  /** @throws Rejection `EMPLOYER_NOT_FOUND`, `NIK_OF_ANOTHER`, or as `registerParticipant` and `joinEmployer` say */
  async execute(command: JoinEmployer) {
    const { input, issue } = command;
    const facts = (_membership: unknown, read: Reading) => this.factsOf(read, input, issue);
    const { state } = await this.store.stateAndRevision(memberships, input.membershipId);
    // Who has been a member there is registered and listed. Else nobody is registered for a joining that is refused.
    if (state.situation === 'UNKNOWN') {
      joinEmployer(withoutRegistration(input), state, issue.context, await facts(state, this.store));
      await registerWithWork(this, { ...input, segment: 'PU' }, issue);
      await this.list(input, issue);
    }
    const join: typeof joinEmployer = (asked, membership, context, known) =>
      joinEmployer(withoutRegistration(asked as JoiningWorker), membership, context, known);
    const withKpj = async (membership: MembershipState, read: Reading): Promise<JoiningFacts> => ({
      ...(await facts(membership, read)),
      ...(membership.situation === 'UNKNOWN' && {
        kpj: await KpjNumbers.of(this.store).next(issue.context),
      }),
    });
    return this.decisions.make(command, memberships, input.membershipId, join, withKpj);
  }

  private async factsOf(read: Reading, input: JoiningWorker, { context }: Issue): Promise<JoiningFacts> {
    const [employer, participant] = await Promise.all([
      employerFacts(read, input.employerId),
      asRegistered(read, { ...input, segment: 'PU' }, context),
    ]);
    return { employer, participant };
  }

  private async list(input: JoiningWorker, issue: Issue): Promise<void> {
    const listing = new ListEmployment(withoutRegistration(input), stepOf(issue, 'list'));
    await this.decisions.make(listing, employments, input.participantId, listEmployment);
  }
}

class ListEmployment extends StreamCommand<JoinEmployerInput> {
  readonly commandName = 'ListEmployment';
}
