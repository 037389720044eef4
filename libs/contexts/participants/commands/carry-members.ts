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
  readmitMembers,
  removeMembers,
  rosters,
} from '../domain/roster.js';
import { type SponsorAgreement, knownAgreement, sponsors } from '../domain/sponsor.js';
import { sponsorRefusals } from '../domain/sponsor.refusals.js';
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

/** Moves members: first they get places under the other agreement, then they leave the one. Who has left one may come back to it. */
@CommandHandler(TransferMembers)
export class TransferMembersHandler implements ICommandHandler<TransferMembers> {
  constructor(
    private readonly decisions: Decisions,
    private readonly store: EventStore,
  ) {}

  /**
   * @throws Rejection `AGREEMENT_MISSING`, or as `requireUnpaidFrom`, `agreementInForce`, `addMembers`, `readmitMembers` and
   *   `removeMembers` say
   */
  async execute(command: TransferMembers) {
    const { input, issue } = command;
    const to = destinationOf(input);
    if (to?.sponsorId === input.sponsorId && to.agreementId === input.agreementId) {
      return this.readmit(command);
    }
    const sponsor = await this.store.state(sponsors, input.sponsorId);
    const leaving = leavingOf(input, knownAgreement(sponsor, input.agreementId));
    const roster = await this.store.state(rosters, input.agreementId);
    const moving = stillThere(roster, input.participantIds);
    // Nobody gets a place for a transfer that is refused.
    removeMembers(leaving, roster, issue.context, await removalFacts(roster, this.store, leaving));
    await requireUnpaidFrom(this.store, input.from, moving);
    if (to) {
      const { input: joining } = await joiningFacts(this.store, { ...to, from: input.from }, moving);
      const adding = new AddMembers(joining, stepOf(issue, 'add'));
      if (joining.members.length > 0) {
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

  /** Who had left is carried again, from a month on that nobody has paid. */
  private readmit(command: TransferMembers) {
    const { sponsorId, agreementId, participantIds, from } = command.input;
    return this.decisions.make(
      command,
      rosters,
      agreementId,
      (_input, state, context, { input, ...facts }: RemovalFacts & { readonly input: AddMembersInput }) =>
        readmitMembers(input, state, context, facts),
      async (_roster, read) => {
        await requireUnpaidFrom(read, from, participantIds);
        const under = await thoseUnder(read, agreementId, participantIds);
        return { ...(await joiningFacts(read, { sponsorId, agreementId, from }, participantIds)), under };
      },
    );
  }
}

/** What people who join an agreement by a transfer are carried for, and under what. */
async function joiningFacts(
  read: Reading,
  to: Pick<AddMembersInput, 'sponsorId' | 'agreementId' | 'from'>,
  participantIds: readonly string[],
) {
  const agreement = await agreementInMonth(read, to, to.from);
  const members = await Promise.all(
    [...new Set(participantIds)].map((one) => monthlyDueOf(read, one, to.from, agreement)),
  );
  const input: AddMembersInput = { ...to, payer: agreement.sponsorKind, way: 'TRANSFER', members };
  return { input, agreement };
}

function destinationOf({ toSponsorId, toAgreementId }: TransferMembersInput) {
  if (toSponsorId === undefined && toAgreementId === undefined) return undefined;
  if (toSponsorId === undefined || toAgreementId === undefined) {
    throw new Rejection(sponsorRefusals.AGREEMENT_MISSING());
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
