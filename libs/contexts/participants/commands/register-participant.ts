import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireDeskWork } from '#contexts/providers/facts';
import { type Reading, isWithin, seesAll, sightOf } from '#kernel';
import { type CommandResult, EventStore } from '#event-store';
import { Decisions, type Issue, ParticipantIds, StreamCommand } from '#runtime';
import { alongTheChain, placeOf } from '../domain/nik-chain.js';
import { type ParticipantState, participants } from '../domain/participant.js';
import {
  type RegisterParticipantInput,
  type RegistrationFacts,
  registerParticipant,
} from '../domain/register-participant.js';
import { namedAction } from '../domain/field-action.js';
import { countingAgreement, namedSponsor } from '../domain/sponsor.js';
import { KpjNumbers } from './kpj-numbers.js';
import { takePlaceToRegister, wouldRecord } from './roster-places.js';

export class RegisterParticipant extends StreamCommand<RegisterParticipantInput> {
  readonly commandName = 'RegisterParticipant';

  constructor(
    input: RegisterParticipantInput,
    issue: Issue,
    /** What an import has read once for all its rows. It expects somebody new, under an id made from the row. */
    readonly imported?: RegistrationFacts,
  ) {
    super(input, issue);
  }
}

@CommandHandler(RegisterParticipant)
export class RegisterParticipantHandler implements ICommandHandler<RegisterParticipant> {
  constructor(
    private readonly decisions: Decisions,
    private readonly ids: ParticipantIds,
    private readonly store: EventStore,
  ) {}

  /** At the first place in the chain of the NIK at which it can be said: nearly always the first of all. */
  async execute(command: RegisterParticipant): Promise<CommandResult> {
    const { input, issue, imported } = command;
    const { nik } = input.person;
    const { actor, today } = issue.context;
    await requireDeskWork(this.store, actor, 'registersWorkers', today);
    return alongTheChain(
      (generation) => (generation === 0 ? input.participantId : this.ids.of(nik, generation)),
      (participantId, generation) =>
        this.register(
          generation === 0
            ? command
            : new RegisterParticipant(
                { ...input, participantId, nikId: input.nikId ?? input.participantId },
                issue,
                imported,
              ),
        ),
    );
  }

  private async register(command: RegisterParticipant): Promise<CommandResult> {
    const { input, imported } = command;
    const { context } = command.issue;
    const facts = async (state: ParticipantState, read: Reading) => ({
      ...(imported ?? {
        sponsor: await namedSponsor(read, input),
        fieldAction: await namedAction(read, input),
      }),
      ...((state.situation === 'ASSIGNED' || state.situation === 'MERGED') &&
        (await placeOf(read, input.participantId))),
    });
    if (!imported && input.agreementId !== undefined) {
      const state = await this.store.state(participants, input.participantId);
      if (state.situation === 'UNKNOWN') await this.takePlace(command, state, await facts(state, this.store));
    }
    const withKpj = async (state: ParticipantState, read: Reading): Promise<RegistrationFacts> => ({
      ...(await facts(state, read)),
      // Whoever has an employer has a card of that membership.
      ...(state.situation === 'UNKNOWN' &&
        input.segment === 'BPU' && { kpj: await KpjNumbers.of(this.store).next(context) }),
    });
    // A revision of somebody else's participant would tell a facility that there is one.
    const asked = seesAll(context.actor) ? command : new RegisterParticipant(input, { context });
    // Nor is a facility told what somebody else was answered under the same key: it is refused as under a key of its own.
    const permit = async (state: ParticipantState, read: Reading) => {
      if (state.situation === 'UNKNOWN') return;
      if ('facilityId' in state && isWithin(sightOf(context.actor), [state.facilityId])) return;
      registerParticipant(input, state, context, await facts(state, read));
    };
    return this.decisions.make(asked, participants, input.participantId, registerParticipant, withKpj, {
      permit,
      expectNew: imported !== undefined,
      contentInId: imported !== undefined,
    });
  }

  /** An agreement that counts its members has a place for them first; nobody takes one for a registration that is refused. */
  private async takePlace(
    { input, issue: { context } }: RegisterParticipant,
    state: ParticipantState,
    facts: RegistrationFacts,
  ): Promise<void> {
    const agreement = countingAgreement(facts.sponsor, input);
    if (!agreement) return;
    const [event] = wouldRecord(() => registerParticipant(input, state, context, facts));
    if (event?.type !== 'ParticipantRegistered') return;
    await takePlaceToRegister(this.store, event.data, agreement, context);
  }
}
