import {
  type CommandContext,
  type LocalDate,
  Rejection,
  assertNever,
  derivedId,
  inSituation,
  stream,
} from '#kernel';
import type { ReceivableEvent, ReceivableRecorded, WaiverReason } from './receivable.events.js';
import { reviewRefusals } from './refusals.js';

/** Money that is owed. */
export interface Receivable extends Pick<ReceivableRecorded['data'], 'participantId' | 'finderId'> {
  readonly situation: 'OPEN' | 'SETTLED' | 'WAIVED';
  readonly recordedOn: LocalDate;
}

export type ReceivableState = { readonly situation: 'UNKNOWN' } | Receivable;

/** What is owed since a benefit was looked at again: `receivable-<id>`. */
export const receivables = stream<ReceivableState, ReceivableEvent>('receivable', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'ReceivableRecorded') {
      const { participantId, finderId, effectiveOn: recordedOn } = event.data;
      return { situation: 'OPEN', participantId, finderId, recordedOn };
    }
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before ReceivableRecorded`);
    switch (event.type) {
      case 'ReceivableSettled':
        return { ...state, situation: 'SETTLED' };
      case 'ReceivableWaived':
        return { ...state, situation: 'WAIVED' };
      default:
        return assertNever(event, 'receivable event');
    }
  },
});

/** One of a review is known by its kind and by the employer. Stored, as the name of its stream: its parts never change. */
export const receivableIdOf = ({
  reviewId,
  kind,
  employerId,
}: Pick<ReceivableRecorded['data'], 'reviewId' | 'kind' | 'employerId'>): string =>
  derivedId('receivable', reviewId, kind, employerId ?? '');

export type RecordReceivableInput = Omit<ReceivableRecorded['data'], 'effectiveOn'>;

/** Records what somebody found to be owed, once. */
export function recordReceivable(
  input: RecordReceivableInput,
  { situation }: ReceivableState,
  { today }: CommandContext,
): readonly ReceivableEvent[] {
  if (situation !== 'UNKNOWN') return [];
  return [{ type: 'ReceivableRecorded', data: { ...input, effectiveOn: today } }];
}

export interface SettleReceivableInput {
  readonly receivableId: string;
  readonly bankReference: string;
  readonly paidOn: LocalDate;
}

/**
 * Records that it was paid, whole (pelunasan piutang).
 * @throws Rejection `RECEIVABLE_NOT_FOUND`, `RECEIVABLE_CLOSED`, `PAID_OUTSIDE_RECEIVABLE`
 */
export function settleReceivable(
  { receivableId, bankReference, paidOn }: SettleReceivableInput,
  state: ReceivableState,
  { today, actor }: CommandContext,
): readonly ReceivableEvent[] {
  const { participantId, recordedOn } = open(state);
  if (paidOn < recordedOn || paidOn > today) {
    throw new Rejection(reviewRefusals.PAID_OUTSIDE_RECEIVABLE({ from: recordedOn, today }));
  }
  return [
    {
      type: 'ReceivableSettled',
      data: { receivableId, participantId, bankReference, settlerId: actor.id, effectiveOn: paidOn },
    },
  ];
}

export interface WaiveReceivableInput {
  readonly receivableId: string;
  readonly reason: WaiverReason;
}

/**
 * Decides that it is not asked for any more; not by whoever found it.
 * @throws Rejection `RECEIVABLE_NOT_FOUND`, `RECEIVABLE_CLOSED`, `FOUND_BY_YOU`
 */
export function waiveReceivable(
  { receivableId, reason }: WaiveReceivableInput,
  state: ReceivableState,
  { today, actor }: CommandContext,
): readonly ReceivableEvent[] {
  const { participantId, finderId } = open(state);
  if (finderId === actor.id) throw new Rejection(reviewRefusals.FOUND_BY_YOU());
  return [
    {
      type: 'ReceivableWaived',
      data: { receivableId, participantId, reason, waiverId: actor.id, effectiveOn: today },
    },
  ];
}

function open(state: ReceivableState): Receivable {
  const known = inSituation(state, ['OPEN', 'SETTLED', 'WAIVED'], () =>
    reviewRefusals.RECEIVABLE_NOT_FOUND(),
  );
  if (known.situation !== 'OPEN') throw new Rejection(reviewRefusals.RECEIVABLE_CLOSED());
  return known;
}
