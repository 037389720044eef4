import {
  type ClaimEvent,
  type ClaimStandstill,
  STANDING_STILL,
  notToBePaid,
  standstills,
} from '#contexts/claims/facts';
import type { RecordedEvent } from '#event-store';
import { type Change, fold, foldEach } from '#followers';
import { json, table, uuid } from '#postgres';
import { claimHolding } from '../../domain/payment-of-claim.js';
import { type PayoutSteps, afterStandstill, paidInTime } from '../../domain/payment-step.js';
import type { PayoutOrdered } from '../../domain/payout.events.js';
import { type PayoutRow, payouts } from './payouts.table.js';

/** When nobody was to be paid what is approved of a claim, and its payments, whose last day that moves. */
export const standstillOf = table('standstillOf', {
  claimId: uuid().key(),
  known: json<ClaimStandstill>(),
  payoutIds: json<readonly string[]>(),
});

/** Until when it is in time, by what its steps say. */
export const dueAfter = (known: PayoutSteps): Pick<PayoutRow, 'payBy' | 'lateUntil' | 'known'> => ({
  known,
  payBy: paidInTime(known)?.until ?? null,
  lateUntil: paidInTime(known)?.costsUntil ?? null,
});

const movedEach = (claimId: string, names: readonly string[] | 'all'): Change =>
  foldEach(
    payouts,
    { table: standstillOf, key: claimId, names: ({ payoutIds }) => (names === 'all' ? payoutIds : names) },
    (row, { known: claim }) =>
      row?.known.ofClaim
        ? { ...row, ...dueAfter(afterStandstill(row.known, notToBePaid(claim, row.known.ofClaim))) }
        : row,
  );

/** A claim is paid, waits, or does so no more: its payments are in time longer for that. */
export function stood(event: RecordedEvent<ClaimEvent>): readonly Change[] {
  const { claimId } = event.data;
  const kept = fold(standstillOf, claimId, (row) => ({
    claimId,
    payoutIds: row?.payoutIds ?? [],
    known: standstills.evolve(row?.known ?? standstills.initial, event),
  }));
  return STANDING_STILL.includes(event.type) ? [kept, movedEach(claimId, 'all')] : [kept];
}

/** From its order on a payment waits as its claim does. */
export function waiting({ payoutId, source }: PayoutOrdered['data']): readonly Change[] {
  const claimId = claimHolding(source);
  if (claimId === undefined) return [];
  const kept = fold(standstillOf, claimId, (row) => ({
    claimId,
    payoutIds: [...(row?.payoutIds ?? []), payoutId],
    known: row?.known ?? standstills.initial,
  }));
  return [kept, movedEach(claimId, [payoutId])];
}
