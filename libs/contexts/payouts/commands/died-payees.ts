import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  approvalsForParticipant,
  approvedForHeirs,
  claimsOfEveryDeath,
  docketOf,
} from '#contexts/claims/facts';
import { hasDied } from '#contexts/participants/facts';
import { yearsPaidAfter } from '#contexts/scholarships/facts';
import { type CommandResult, EventStore } from '#event-store';
import { type Reading, derivedId } from '#kernel';
import { Decisions, StreamCommand, command } from '#runtime';
import {
  type NotePayeeDeathInput,
  type OnePayment,
  type PayeeFacts,
  noteNotTheirs,
  notePayee,
  notePayeeDeath,
  noteRevoked,
  paidInPlace,
  paymentBy,
} from '../domain/died-payee.js';
import { isOfParticipant } from '../domain/late-cash.js';
import { lateness } from '../domain/lateness.js';
import type { PayoutState } from '../domain/payout-state.js';
import { payouts } from '../domain/payout.js';
import type { PayeesOf } from '../processes/died-payees.js';
import { claimOf, paidFor } from './paid-for.js';

/** Only the process died-payees sends it, of a payment that somebody is still to get. */
export const NotePayeeDeath = command('NotePayeeDeath', payouts, 'payoutId', notePayee, {
  facts: payeeOf,
});

/** Only the process died-payees sends it: of a participant who has died, or lives after all, whatever of these claims is to be paid. */
export class NotePayeesDeath extends StreamCommand<PayeesOf> {
  readonly commandName = 'NotePayeesDeath';

  static get handler() {
    return NotePayeesDeathHandler;
  }
}

class NoteOne extends StreamCommand<NotePayeeDeathInput> {
  readonly commandName = 'NoteOne';
}

@CommandHandler(NotePayeesDeath)
export class NotePayeesDeathHandler implements ICommandHandler<NotePayeesDeath> {
  constructor(
    private readonly decisions: Decisions,
    private readonly store: EventStore,
  ) {}

  async execute(asked: NotePayeesDeath): Promise<CommandResult> {
    const { participantId, claimId } = asked.input;
    const claimIds = claimId === undefined ? await docketOf(this.store, participantId) : [claimId];
    let last: CommandResult | undefined;
    const note = async ({ payoutId }: OnePayment, noting: typeof noteNotTheirs) => {
      last = await this.decisions.make(ofOne(asked, payoutId), payouts, payoutId, noting, payeeOf);
    };
    for (const one of await paymentsOf(this.store, claimIds))
      await note(one, isOfParticipant(one) ? notePayeeDeath : noteNotTheirs);
    const ofDeaths = await claimsOfEveryDeath(this.store, participantId);
    for (const one of await paymentsForDeath(this.store, participantId, [...claimIds, ...ofDeaths]))
      await note(one, noteRevoked);
    return last ?? this.decisions.make(asked, payouts, participantId, () => []);
  }
}

const ofOne = ({ issue: { context } }: NotePayeesDeath, payoutId: string) =>
  new NoteOne({ payoutId }, { context: { ...context, commandId: derivedId(context.commandId, payoutId) } });

/**
 * What the participant is paid for these claims, and what took the place of that, however often it was redirected, to heirs and back; whether
 * or not it was ordered by now.
 */
export async function paymentsOf(read: Reading, claimIds: readonly string[]): Promise<readonly OnePayment[]> {
  const approvals = await Promise.all(claimIds.map((id) => approvalsForParticipant(read, id)));
  const first = approvals.flat().map((eventId) => paymentBy(eventId, { payee: 'PARTICIPANT' }));
  return (await Promise.all(first.map((one) => withFollowing(one, read)))).flat();
}

/** What these claims pay heirs themselves, and the school years of the children, with what took the place of it. */
export async function paymentsForDeath(
  read: Reading,
  participantId: string,
  claimIds: readonly string[],
): Promise<readonly OnePayment[]> {
  const ofHeirs = await Promise.all(claimIds.map((id) => approvedForHeirs(read, id)));
  const approved = [...ofHeirs.flat(), ...(await yearsPaidAfter(read, participantId))];
  const first = approved.map(({ eventId, ...to }) => paymentBy(eventId, to));
  return (await Promise.all(first.map((one) => withFollowing(one, read)))).flat();
}

/** A payment, what is owed to the same payee because it came late, and whatever was redirected of either. */
async function withFollowing(one: OnePayment, read: Reading): Promise<readonly OnePayment[]> {
  const { approvedBy } = await read.state(lateness, one.payoutId);
  const following = [
    ...(approvedBy ? [paymentBy(approvedBy, one)] : []),
    ...(await read.state(paidInPlace, one.payoutId)),
  ];
  return [one, ...(await Promise.all(following.map((next) => withFollowing(next, read)))).flat()];
}

async function payeeOf(state: PayoutState, read: Reading): Promise<PayeeFacts> {
  if (state.situation === 'UNKNOWN') return {};
  const { source, participantId } = state;
  const claimId = await claimOf(source, read);
  const { isRevoked = false } = await paidFor(state, read);
  return claimId === undefined
    ? { isRevoked }
    : { isRevoked, claimId, hasDied: await hasDied(read, participantId) };
}
