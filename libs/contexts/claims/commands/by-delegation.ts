import { delegationUsed } from '#contexts/staff/facts';
import type { CommandContext, Reading } from '#kernel';
import type { AskFacts } from '#runtime';
import { type Basis, type ByDelegation, byDelegationOf } from '../domain/programme.js';
import { whoDecides } from '../domain/who-decides.js';

interface OfClaim {
  readonly claimId: string;
}

/** By which delegation whoever asks decides on a claim of another office, so that the decision names it. */
export async function delegationFor(
  _state: unknown,
  read: Reading,
  { claimId }: OfClaim,
  { actor, today }: CommandContext,
): Promise<ByDelegation> {
  const { claim } = await read.state(whoDecides, claimId);
  if (!claim) return {};
  const delegation = await delegationUsed(read, actor, { office: claim.office, day: today });
  return byDelegationOf({ delegation });
}

/** The same facts, with that delegation. */
export const byDelegation =
  <Input extends OfClaim, State>(facts: AskFacts<Input, State, Basis>): AskFacts<Input, State, Basis> =>
  async (state, read, input, context) => ({
    ...(await facts(state, read, input, context)),
    ...(await delegationFor(state, read, input, context)),
  });
