import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '#event-store';
import { type Period, type Reading, Rejection } from '#kernel';
import { Decisions, StreamCommand, command } from '#runtime';
import { agreementInMonth, requireUnpaidFrom, stillThere, thoseUnder } from '../domain/carried-under.js';
import { monthlyDueOf } from '../domain/monthly-due.js';
import {
  type AddMembersInput,
  type RemovalFacts,
  type RemoveMembersInput,
  addMembers,
  lastMonthBefore,
  removeMembers,
  rosters,
} from '../domain/roster.js';
import { rosterRefusals } from '../domain/roster-refusals.js';
import { type SponsorAgreement, knownAgreement, sponsors } from '../domain/sponsor.js';
import { sponsorRefusals } from '../domain/refusals.js';
import { stepOf } from './registered-with-work.js';

/** What a removal is decided on. */
export const removalFacts = async (_roster: unknown, read: Reading, input: RemoveMembersInput) => ({
  agreement: knownAgreement(await read.state(sponsors, input.sponsorId), input.agreementId),
  under: await thoseUnder(read, input.agreementId, input.participantIds),
});

/** Refuses as `knownAgreement` beside what the decision refuses. */
export const RemoveMembers = command('RemoveMembers', rosters, 'agreementId', removeMembers, {
  facts: removalFacts,
});

export interface TransferMembersInput {
  readonly sponsorId: string;
  readonly agreementId: string;
  readonly participantIds: readonly string[];
  readonly from: Period;
  /** Both, or neither: then they pay for themselves. */
  readonly toSponsorId?: string;
  readonly toAgreementId?: string;
}

export class TransferMembers extends StreamCommand<TransferMembersInput> {
  readonly commandName = 'TransferMembers';
}

class AddMembers extends StreamCommand<AddMembersInput> {
  readonly commandName = 'AddMembers';
}

/** Moves members: first they get places under the other agreement, then they leave the one. */
@CommandHandler(TransferMembers)
export class TransferMembersHandler implements ICommandHandler<TransferMembers> {
  constructor(
    private readonly decisions: Decisions,
    private readonly store: EventStore,
  ) {}

  /**
   * @throws Rejection `TRANSFER_GOES_NOWHERE`, `AGREEMENT_MISSING`, or as `requireUnpaidFrom`, `agreementInForce`, `addMembers` and
   *   `removeMembers` say
   */
  async execute(command: TransferMembers) {
    const { input, issue } = command;
    const sponsor = await this.store.state(sponsors, input.sponsorId);
    const leaving = leavingOf(input, knownAgreement(sponsor, input.agreementId));
    const roster = await this.store.state(rosters, input.agreementId);
    const moving = stillThere(roster, input.participantIds);
    // Nobody gets a place for a transfer that is refused.
    removeMembers(leaving, roster, issue.context, await removalFacts(roster, this.store, leaving));
    await requireUnpaidFrom(this.store, input.from, moving);
    const to = destinationOf(input);
    if (to) {
      const agreement = await agreementInMonth(this.store, to, input.from);
      const members = await Promise.all(
        moving.map((participantId) => monthlyDueOf(this.store, participantId, input.from, agreement)),
      );
      const { sponsorKind: payer } = agreement;
      const adding = new AddMembers(
        { ...to, payer, way: 'TRANSFER', from: input.from, members },
        stepOf(issue, 'add'),
      );
      if (members.length > 0) {
        await this.decisions.make(adding, rosters, to.agreementId, addMembers, (_roster, read) =>
          agreementInMonth(read, to, input.from).then((known) => ({ agreement: known })),
        );
      }
    }
    return this.decisions.make(
      command,
      rosters,
      input.agreementId,
      (_input, state, context, facts: RemovalFacts) => removeMembers(leaving, state, context, facts),
      (state, read) => removalFacts(state, read, leaving),
    );
  }
}

function destinationOf({ sponsorId, agreementId, toSponsorId, toAgreementId }: TransferMembersInput) {
  if (toSponsorId === undefined && toAgreementId === undefined) return undefined;
  if (toSponsorId === undefined || toAgreementId === undefined) {
    throw new Rejection(sponsorRefusals.AGREEMENT_MISSING());
  }
  if (toSponsorId === sponsorId && toAgreementId === agreementId) {
    throw new Rejection(rosterRefusals.TRANSFER_GOES_NOWHERE());
  }
  return { sponsorId: toSponsorId, agreementId: toAgreementId };
}

function leavingOf(input: TransferMembersInput, agreement: SponsorAgreement): RemoveMembersInput {
  const { sponsorId, agreementId, participantIds, from, toAgreementId } = input;
  return {
    sponsorId,
    agreementId,
    participantIds,
    last: lastMonthBefore(from, agreement),
    reason: toAgreementId === undefined ? 'PAYS_ALONE' : 'OTHER_SPONSOR',
    ...(toAgreementId !== undefined && { toAgreementId }),
  };
}
