import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { employerFacts } from '#contexts/employers/facts';
import { EventStore } from '#event-store';
import { type Reading, Rejection, derivedId, fold } from '#kernel';
import { Decisions, type Issue, StreamCommand } from '#runtime';
import { correctables } from '../domain/correctable.js';
import {
  type JoinEmployerInput,
  type JoiningFacts,
  joinEmployer,
  listEmployment,
} from '../domain/join-employer.js';
import { employments, memberships } from '../domain/membership.js';
import { membershipRefusals } from '../domain/membership-refusals.js';
import { participants } from '../domain/participant.js';
import { isSomebodyElse } from '../domain/person-of.js';
import { type RegisterParticipantInput, registerParticipant } from '../domain/register-participant.js';
import { sponsors } from '../domain/sponsor.js';
import { RegisterParticipant } from './register-participant.js';

export interface JoiningWorker extends JoinEmployerInput {
  /** Under which id the NIK is looked up, where it is not the participant's own. */
  readonly nikId?: string;
  readonly district: string;
  readonly person: RegisterParticipantInput['person'];
}

/** A wage earner joins an employer, and is registered as a participant if nobody has done so. */
export class JoinEmployer extends StreamCommand<JoiningWorker> {
  readonly commandName = 'JoinEmployer';
}

@CommandHandler(JoinEmployer)
export class JoinEmployerHandler implements ICommandHandler<JoinEmployer> {
  constructor(
    private readonly decisions: Decisions,
    private readonly commands: CommandBus,
    private readonly store: EventStore,
  ) {}

  /** @throws Rejection `EMPLOYER_NOT_FOUND`, `NIK_OF_ANOTHER`, or as `registerParticipant` and `joinEmployer` say */
  async execute(command: JoinEmployer) {
    const { input, issue } = command;
    const facts = (_membership: unknown, read: Reading) => this.factsOf(read, input, issue);
    const { state } = await this.store.stateAndRevision(memberships, input.membershipId);
    // Who has been a member there is registered and listed. Else nobody is registered for a joining that is refused.
    if (state.situation === 'UNKNOWN') {
      joinEmployer(joiningOf(input), state, issue.context, await facts(state, this.store));
      await this.register(input, issue);
      await this.list(input, issue);
    }
    const join: typeof joinEmployer = (asked, membership, context, known) =>
      joinEmployer(joiningOf(asked as JoiningWorker), membership, context, known);
    return this.decisions.make(command, memberships, input.membershipId, join, facts);
  }

  private async factsOf(read: Reading, input: JoiningWorker, { context }: Issue): Promise<JoiningFacts> {
    const [employer, participant, person] = await Promise.all([
      employerFacts(read, input.employerId),
      read.state(participants, input.participantId),
      read.state(correctables, input.participantId),
    ]);
    if (isSomebodyElse(person, input.person)) throw new Rejection(membershipRefusals.NIK_OF_ANOTHER());
    if (participant.situation !== 'UNKNOWN') return { employer, participant };
    const registered = registerParticipant(registrationOf(input), participant, context, NO_SPONSOR);
    return { employer, participant: fold(participants, registered) };
  }

  private async register(input: JoiningWorker, issue: Issue): Promise<void> {
    const known = await this.store.state(participants, input.participantId);
    if (known.situation !== 'UNKNOWN') return;
    const registration = new RegisterParticipant(registrationOf(input), stepOf(issue, 'register'));
    await this.commands.execute(registration);
  }

  private async list(input: JoiningWorker, issue: Issue): Promise<void> {
    const listing = new ListEmployment(joiningOf(input), stepOf(issue, 'list'));
    await this.decisions.make(listing, employments, input.participantId, listEmployment);
  }
}

class ListEmployment extends StreamCommand<JoinEmployerInput> {
  readonly commandName = 'ListEmployment';
}

const NO_SPONSOR = { sponsor: sponsors.initial };

const joiningOf = ({
  district: _district,
  person: _person,
  nikId: _nikId,
  ...joining
}: JoiningWorker): JoinEmployerInput => joining;

/** A wage earner is registered with the first day of work, by the employer. */
const registrationOf = (worker: JoiningWorker): RegisterParticipantInput => ({
  participantId: worker.participantId,
  segment: 'PU',
  channel: 'EMPLOYER',
  payer: 'EMPLOYER',
  district: worker.district,
  sector: 'OTHER',
  declaredIncomeIdr: worker.wageIdr,
  registeredOn: worker.startedOn,
  ...(worker.nikId && { nikId: worker.nikId }),
  person: worker.person,
});

/** A step of the one command, with an id that follows from it: sent again it changes nothing. */
const stepOf = ({ context }: Issue, step: string): Issue => ({
  context: { ...context, commandId: derivedId(context.commandId, step) },
});
