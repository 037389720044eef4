import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore } from '#event-store';
import { type CommandContext, addPeriods, derivedId } from '#kernel';
import { Decisions, StreamCommand } from '#runtime';
import { monthlyDueOf } from '../domain/monthly-due.js';
import { participants } from '../domain/participant.js';
import { type PlaceOfPerson, lastMonthOf, placesOfPerson } from '../domain/places-of-person.js';
import {
  type AddMembersInput,
  type RemoveMembersInput,
  addMembers,
  removeMembers,
  rosters,
} from '../domain/roster.js';
import type { OfTheDeceased, OfTheLiving } from '../processes/deaths-free-places.js';

/** Only the process deaths-free-places sends it. */
export class FreePlaces extends StreamCommand<OfTheDeceased> {
  readonly commandName = 'FreePlaces';

  static get handler() {
    return FreePlacesHandler;
  }
}

/** Only the process deaths-free-places sends it. */
export class RestorePlaces extends StreamCommand<OfTheLiving> {
  readonly commandName = 'RestorePlaces';

  static get handler() {
    return RestorePlacesHandler;
  }
}

class LeavePlace extends StreamCommand<RemoveMembersInput> {
  readonly commandName = 'LeavePlace';
}

class TakePlaceAgain extends StreamCommand<AddMembersInput> {
  readonly commandName = 'TakePlaceAgain';
}

/** Under each agreement whoever died leaves with the month of the death. Who left before stays so. */
@CommandHandler(FreePlaces)
export class FreePlacesHandler implements ICommandHandler<FreePlaces> {
  constructor(
    private readonly decisions: Decisions,
    private readonly store: EventStore,
  ) {}

  async execute(command: FreePlaces): Promise<CommandResult> {
    const { input, issue } = command;
    const state = await this.store.state(participants, input.participantId);
    const record = state.situation === 'MERGED' ? state.record : state;
    const places =
      record.situation === 'DECEASED' ? await placesOfPerson(this.store, input.participantId) : [];
    let last: CommandResult | undefined;
    for (const { sponsorId, agreement, participantId } of places) {
      if (record.situation !== 'DECEASED') break;
      const leaving: RemoveMembersInput = {
        sponsorId,
        agreementId: agreement.agreementId,
        participantIds: [participantId],
        last: lastMonthOf(record.diedOn, agreement),
        reason: 'DIED',
      };
      const ofAgreement = new LeavePlace(leaving, { context: underAgreement(issue.context, leaving) });
      last = await this.decisions.make(ofAgreement, rosters, leaving.agreementId, removeMembers, () => ({
        agreement,
        under: [participantId],
      }));
    }
    return last ?? nothingFor(this.decisions, command);
  }
}

/** Whoever left with the month of a death that was none is carried again, where there still is a place. */
@CommandHandler(RestorePlaces)
export class RestorePlacesHandler implements ICommandHandler<RestorePlaces> {
  constructor(
    private readonly decisions: Decisions,
    private readonly store: EventStore,
  ) {}

  /** @throws Rejection `QUOTA_USED_UP`, `MONTHLY_MONEY_USED_UP`: somebody else has the place by now */
  async execute(command: RestorePlaces): Promise<CommandResult> {
    const { input, issue } = command;
    const places = await placesOfPerson(this.store, input.participantId);
    let last: CommandResult | undefined;
    for (const place of places) {
      const joining = await this.joiningOf(place, input);
      if (!joining) continue;
      const again = new TakePlaceAgain(joining, { context: underAgreement(issue.context, joining) });
      const { agreement } = place;
      last = await this.decisions.make(again, rosters, joining.agreementId, addMembers, () => ({
        agreement,
      }));
    }
    return last ?? nothingFor(this.decisions, command);
  }

  private async joiningOf(
    { sponsorId, agreement, participantId }: PlaceOfPerson,
    { formerDiedOn }: OfTheLiving,
  ): Promise<AddMembersInput | undefined> {
    const { agreementId, sponsorKind: payer } = agreement;
    const { left } = await this.store.state(rosters, agreementId);
    const gone = left.find((one) => one.participantId === participantId);
    if (!gone || gone.last !== lastMonthOf(formerDiedOn, agreement)) return undefined;
    const from = addPeriods(gone.last, 1);
    const member = await monthlyDueOf(this.store, participantId, from, agreement);
    return { sponsorId, agreementId, payer, way: 'TRANSFER', from, members: [member] };
  }
}

const underAgreement = (
  context: CommandContext,
  { agreementId }: { readonly agreementId: string },
): CommandContext => ({ ...context, commandId: derivedId(context.commandId, agreementId) });

/** They had no place. */
const nothingFor = (decisions: Decisions, command: FreePlaces | RestorePlaces): Promise<CommandResult> =>
  decisions.make<OfTheDeceased, unknown, never>(
    command,
    participants as never,
    command.input.participantId,
    () => [],
  );
