import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { approvalsForParticipant, docketOf } from '#contexts/claims/facts';
import { hasDied } from '#contexts/participants/facts';
import { type CommandResult, EventStore } from '#event-store';
import { type Reading, derivedId } from '#kernel';
import { Decisions, StreamCommand, command } from '#runtime';
import {
  type NotePayeeDeathInput,
  type PayeeFacts,
  noteNotTheirs,
  notePayeeDeath,
  paidInPlace,
} from '../domain/died-payee.js';
import { lateness } from '../domain/lateness.js';
import { type PayoutState, payoutIdOf, payouts } from '../domain/payout.js';
import type { PayeesOf } from '../processes/died-payees.js';
import { claimOf } from './paid-for.js';

/** Only the process died-payees sends it, of a payment that somebody is still to get. */
export const NotePayeeDeath = command('NotePayeeDeath', payouts, 'payoutId', notePayeeDeath, {
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
    for (const payoutId of await paymentsOf(this.store, claimIds)) {
      last = await this.decisions.make(ofOne(asked, payoutId), payouts, payoutId, notePayeeDeath, payeeOf);
      for (const heirs of await this.store.state(paidInPlace, payoutId)) {
        last = await this.decisions.make(ofOne(asked, heirs), payouts, heirs, noteNotTheirs, payeeOf);
      }
    }
    return last ?? this.decisions.make(asked, payouts, participantId, () => []);
  }
}

const ofOne = ({ issue: { context } }: NotePayeesDeath, payoutId: string) =>
  new NoteOne({ payoutId }, { context: { ...context, commandId: derivedId(context.commandId, payoutId) } });

/** What the participant is paid for these claims, and for what of it came late; whether or not it was ordered by now. */
async function paymentsOf(read: Reading, claimIds: readonly string[]): Promise<readonly string[]> {
  const approvals = await Promise.all(claimIds.map((id) => approvalsForParticipant(read, id)));
  const ids = approvals.flat().map(toParticipant);
  const late = await Promise.all(ids.map((id) => read.state(lateness, id)));
  return [...ids, ...late.flatMap(({ approvedBy }) => (approvedBy ? [toParticipant(approvedBy)] : []))];
}

const toParticipant = (eventId: string): string => payoutIdOf({ source: { eventId }, payee: 'PARTICIPANT' });

async function payeeOf(state: PayoutState, read: Reading): Promise<PayeeFacts> {
  if (state.situation === 'UNKNOWN') return {};
  const { source, participantId } = state;
  const claimId = await claimOf(source, read);
  return claimId === undefined ? {} : { claimId, hasDied: await hasDied(read, participantId) };
}
