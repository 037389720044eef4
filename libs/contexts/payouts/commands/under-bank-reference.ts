import type { CommandResult } from '#event-store';
import { type Decide, derivedId } from '#kernel';
import type { Decisions, Issue, StreamCommand } from '#runtime';
import {
  type BankSaid,
  bankReferenceIdOf,
  bankReferences,
  takeBankReference,
} from '../domain/bank-reference.js';
import type { PayoutEvent } from '../domain/payout.events.js';
import { type PayoutState, payouts } from '../domain/payout.js';

/**
 * Records what the bank says of a payment. Its reference is the payment's before that is recorded: so two payments of one moment do not
 * get the same.
 * @param again the same command under another id
 */
export function underBankReference<Input extends BankSaid>(
  decisions: Decisions,
  command: StreamCommand<Input>,
  decide: Decide<Input, PayoutState, PayoutEvent>,
  again: (issue: Issue) => StreamCommand<Input>,
): Promise<CommandResult> {
  const {
    input,
    issue: { context },
  } = command;
  const take = async (payout: PayoutState): Promise<void> => {
    const said = decide(input, payout, context);
    // A key that was used for two payments is a command for each, as it is elsewhere.
    const commandId = derivedId('bank-reference', context.commandId, input.payoutId);
    const taking = again({ context: { ...context, commandId } });
    const id = bankReferenceIdOf(input.bankReference);
    await decisions.make(taking, bankReferences, id, takeBankReference, () => ({ said }));
  };
  return decisions.make(command, payouts, input.payoutId, decide, take);
}
