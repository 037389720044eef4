import { type ClaimStandstill, STANDING_STILL, STANDSTILL_TYPES, standstills } from '#contexts/claims/facts';
import type { RecordedEvent } from '#event-store';
import { type Change, fold, foldEach } from '#followers';
import type { EventOf } from '#kernel';
import { type PayoutEvent, claimHolding } from '#contexts/payouts/facts';
import { json, table, uuid } from '#postgres';
import { deadlineIdOf } from '../../domain/deadline.js';
import { STANDING_WITH_CLAIM } from '../../steps/standing-still.js';
import { rowOf } from './deadline.row.js';
import { type DeadlineRow, deadlines } from './deadlines.table.js';

/** When nobody was to be paid what is approved of a claim, and the steps of its payments, whose days that moves. */
export const standstillOf = table('standstillOf', {
  claimId: uuid().key(),
  known: json<ClaimStandstill>(),
  deadlineIds: json<readonly string[]>(),
});

const NOTHING: ClaimStandstill = standstills.initial;

/** The days of a step are those that its claim leaves it. */
function moved(row: DeadlineRow | undefined, claim: ClaimStandstill): DeadlineRow | undefined {
  const standing = row && STANDING_WITH_CLAIM[row.slot]?.(row.known);
  return row && standing ? rowOf(row, standing.after(claim), row) : row;
}

const movedEach = (claimId: string, names: readonly string[] | 'all'): Change =>
  foldEach(
    deadlines,
    {
      table: standstillOf,
      key: claimId,
      names: ({ deadlineIds }) => (names === 'all' ? deadlineIds : names),
    },
    (row, { known }) => moved(row, known),
  );

/** A claim is paid, waits, or does so no more: its payments are due later for that. */
function told(event: RecordedEvent): readonly Change[] {
  const { claimId } = event.data as { readonly claimId: string };
  const kept = fold(standstillOf, claimId, (row) => ({
    claimId,
    deadlineIds: row?.deadlineIds ?? [],
    known: standstills.evolve(row?.known ?? NOTHING, event as never),
  }));
  return STANDING_STILL.some((type) => type === event.type) ? [kept, movedEach(claimId, 'all')] : [kept];
}

/** From its order on a payment waits as its claim does. */
function ordered({ data }: RecordedEvent<EventOf<PayoutEvent, 'PayoutOrdered'>>): readonly Change[] {
  const claimId = claimHolding(data.source);
  if (claimId === undefined) return [];
  const own = Object.keys(STANDING_WITH_CLAIM).map((slot) => deadlineIdOf('PAYOUT', data.payoutId, slot));
  const kept = fold(standstillOf, claimId, (row) => ({
    claimId,
    deadlineIds: [...(row?.deadlineIds ?? []), ...own],
    known: row?.known ?? NOTHING,
  }));
  return [kept, movedEach(claimId, own)];
}

/** Each type of event that tells of these. */
export const STANDSTILL_TOLD: Readonly<Record<string, (event: RecordedEvent) => readonly Change[]>> = {
  ...Object.fromEntries(STANDSTILL_TYPES.map((type) => [type, told])),
  PayoutOrdered: (event) => ordered(event as never),
};
