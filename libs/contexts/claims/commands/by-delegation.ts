import { delegationUsed } from '#contexts/staff/facts';
import type { AskFacts } from '#runtime';
import type { Basis } from '../domain/programme.js';
import { whoDecides } from '../domain/who-decides.js';

/** The same facts, with the delegation by which whoever asks decides on a claim of another office, so that the decision names it. */
export const byDelegation =
  <Input extends { readonly claimId: string }, State>(
    facts: AskFacts<Input, State, Basis>,
  ): AskFacts<Input, State, Basis> =>
  async (state, read, input, context) => {
    const basis = await facts(state, read, input, context);
    const { claim } = await read.state(whoDecides, input.claimId);
    if (!claim) return basis;
    const at = { office: claim.office, day: context.today };
    const delegation = await delegationUsed(read, context.actor, at);
    return delegation ? { ...basis, delegation } : basis;
  };
