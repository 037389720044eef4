import { type CommandContext, type LocalDate, Rejection } from '#kernel';
import { unpaidMonths } from './arrears.js';
import type { ClaimResumed } from './arrears.events.js';
import type { ClaimEvent } from './claim.events.js';
import type { ClaimIn, ClaimState } from './claim.js';
import { movedPayBy } from './moved-pay-by.js';
import { type Basis, arrearsOf, payByOf } from './programme.js';
import { arrearsRefusals } from './arrears.refusals.js';
import { stillAwaited } from './treatment.js';

/** A claim for which the service clock stands still. */
type Waiting = ClaimIn<'HELD' | 'DENIED'>;

/**
 * A claim goes on with the last receipt of its arrears (Q-1, rules 8 and 11), or today where something else ends the hold.
 * @throws Rejection `RIGHT_LAPSED` where it was denied for its arrears, and they were paid too late to reopen it
 */
export function resumed(claim: Waiting, basis: Basis, today: LocalDate): ClaimResumed {
  const { claimId, participantId } = claim;
  const resumedOn = settledOn(basis) ?? today;
  const lapsesAfter = basis.programme.lapsesAfter?.(basis.facts);
  if (claim.situation === 'DENIED' && lapsesAfter && resumedOn > lapsesAfter) {
    throw new Rejection(arrearsRefusals.RIGHT_LAPSED({ lapsesAfter }));
  }
  return {
    type: 'ClaimResumed',
    data: { claimId, participantId, resumedOn, payBy: movedBy(claim, resumedOn, basis), effectiveOn: today },
  };
}

/** The day on which the last of the arrears was paid; undefined while one is not. */
const settledOn = ({ programme, facts }: Basis): LocalDate | undefined => programme.settledOn?.(facts);

/**
 * The last day on which payment is in time is moved by the days that the claim was held. What an earlier release held
 * tells no first day, and gets its whole time again.
 */
function movedBy({ payBy, heldSince }: Waiting, resumedOn: LocalDate, basis: Basis): LocalDate {
  return heldSince === undefined || payBy === undefined
    ? payByOf(basis, resumedOn)
    : movedPayBy(payBy, heldSince, resumedOn);
}

/** Whether a claim as it stands waits for receipts. */
export const isWaiting = (state: ClaimState): state is Waiting =>
  state.situation === 'HELD' || (state.situation === 'DENIED' && state.forArrears === true);

/**
 * Lets a claim go on that waits for arrears, once none of them is unpaid: the last was received, or a receipt was recorded that had
 * come in time, and nothing was in arrears at all; where the treatment goes on, it waits for that then. Nothing otherwise.
 * @throws Rejection `RIGHT_LAPSED`
 */
export function resumeClaim(claim: Waiting, context: CommandContext, basis: Basis): readonly ClaimEvent[] {
  return unpaidMonths(arrearsOf(basis)).length > 0
    ? []
    : [resumed(claim, basis, context.today), ...stillAwaited(claim, basis, context)];
}
