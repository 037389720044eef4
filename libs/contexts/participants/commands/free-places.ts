import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore } from '#event-store';
import { type CommandContext, Rejection, addPeriods, derivedId } from '#kernel';
import { Decisions, StreamCommand } from '#runtime';
import { monthlyDueOf } from '../domain/monthly-due.js';
import { participants } from '../domain/participant.js';
import { type PlaceOfPerson, lastMonthOf, leftByDeath, placesOfPerson } from '../domain/places-of-person.js';
import {
  type AddMembersInput,
  type RemoveMembersInput,
  addMembers,
  removeMembers,
  rosters,
} from '../domain/roster.js';
import type { PlacesOf } from '../processes/deaths-free-places.js';

/** Only the process deaths-free-places sends it. */
export class FreePlaces extends StreamCommand<PlacesOf> {
  readonly commandName = 'FreePlaces';

  static get handler() {
    return FreePlacesHandler;
  }
}

/** Only the process deaths-free-places sends it. */
export class RestorePlaces extends StreamCommand<PlacesOf> {
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
    if (record.situation !== 'DECEASED') return nothingFor(this.decisions, command);
    const places = await placesOfPerson(this.store, input.participantId);
    let last: CommandResult | undefined;
    for (const { sponsorId, agreement, participantId } of places) {
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

  /** @throws Rejection `QUOTA_USED_UP`, `MONTHLY_MONEY_USED_UP`: somebody else has one of the places by now; the others are taken */
  async execute(command: RestorePlaces): Promise<CommandResult> {
    const { input, issue } = command;
    const places = await placesOfPerson(this.store, input.participantId);
    let last: CommandResult | undefined;
    let refused: Rejection | undefined;
    for (const place of places) {
      const joining = await this.joiningOf(place);
      if (!joining) continue;
      const again = new TakePlaceAgain(joining, { context: underAgreement(issue.context, joining) });
      const { agreement } = place;
      try {
        last = await this.decisions.make(again, rosters, joining.agreementId, addMembers, () => ({
          agreement,
        }));
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        refused ??= error;
      }
    }
    if (refused) throw refused;
    return last ?? nothingFor(this.decisions, command);
  }

  /** The day of death may have been corrected since the place was freed: that they left by death says enough. */
  private async joiningOf({
    sponsorId,
    agreement,
    participantId,
  }: PlaceOfPerson): Promise<AddMembersInput | undefined> {
    const { agreementId, sponsorKind: payer } = agreement;
    const { [participantId]: lastMonth } = await this.store.state(leftByDeath, agreementId);
    if (lastMonth === undefined) return undefined;
    const from = addPeriods(lastMonth, 1);
    const member = await monthlyDueOf(this.store, participantId, from, agreement);
    return { sponsorId, agreementId, payer, way: 'TRANSFER', from, members: [member] };
  }
}

const underAgreement = (
  context: CommandContext,
  { agreementId }: { readonly agreementId: string },
): CommandContext => ({ ...context, commandId: derivedId(context.commandId, agreementId) });

/** They had no place. */
const nothingFor = (decisions: Decisions, command: StreamCommand<PlacesOf>): Promise<CommandResult> =>
  decisions.make(command, participants, command.input.participantId, () => []);
