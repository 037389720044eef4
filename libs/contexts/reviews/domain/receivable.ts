import {
  type CommandContext,
  type LocalDate,
  Rejection,
  assertNever,
  authorityNeeded,
  derivedId,
  enforce,
  isEnough,
  stream,
  view,
} from '#kernel';
import { WAIVER_POLICIES, WAIVER_REFUSAL_POLICIES } from './policies/waiver.policies.js';
import type {
  NoWaiverReason,
  ReceivableEvent,
  ReceivableRecorded,
  WaiverReason,
} from './receivable.events.js';
import { reviewRefusals } from './refusals.js';

/** Money that is owed. */
export interface Receivable extends Pick<ReceivableRecorded['data'], 'participantId' | 'finderId'> {
  readonly situation: 'OPEN' | 'SETTLED' | 'WAIVED';
  readonly recordedOn: LocalDate;
  /** Nobody paid it: the bank returned the payment of which it was owed. */
  readonly isReturned?: true;
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
      case 'WaiverEndorsed':
      case 'WaiverRefused':
        return state;
      case 'ReceivableSettled':
        return { ...state, situation: 'SETTLED', ...(event.data.isReturned && { isReturned: true }) };
      case 'ReceivableWaived':
        return { ...state, situation: 'WAIVED' };
      default:
        return assertNever(event, 'receivable event');
    }
  },
});

/** What became of money that is owed, and what was found of it: nothing where nothing is owed. */
export interface Owed {
  readonly receivable: ReceivableState;
  readonly found?: ReceivableRecorded['data'];
  /** Who gave it up as the first of two, and why. */
  readonly endorsed?: { readonly by: string; readonly reason: WaiverReason };
}

/** The same streams as `receivables`, for whoever has to know what is owed and for what. */
export const owed = view<Owed, ReceivableEvent>(receivables, {
  initial: { receivable: receivables.initial },
  evolve: ({ receivable, found, endorsed }, event) => ({
    receivable: receivables.evolve(receivable, event),
    found: event.type === 'ReceivableRecorded' ? event.data : found,
    endorsed: endorsedSince(endorsed, event),
  }),
});

function endorsedSince(before: Owed['endorsed'], event: ReceivableEvent): Owed['endorsed'] {
  if (event.type === 'WaiverRefused') return undefined;
  return event.type === 'WaiverEndorsed' ? { by: event.data.endorserId, reason: event.data.reason } : before;
}

/** One of a review is known by its kind and by the employer. Stored, as the name of its stream: its parts never change. */
export const receivableIdOf = ({
  reviewId,
  kind,
  employerId,
}: Pick<ReceivableRecorded['data'], 'reviewId' | 'kind' | 'employerId'>): string =>
  derivedId('receivable', reviewId, kind, employerId ?? '');

export type RecordReceivableInput = Omit<ReceivableRecorded['data'], 'effectiveOn'>;

/** What became of the same money before the bank returned the payment; nothing where it was not owed before. */
export interface RecordingFacts {
  readonly before?: ReceivableState;
}

/**
 * Records what somebody found to be owed, once. What was paid, or given up, before the bank returned the payment is not owed again once
 * that has arrived again.
 */
export function recordReceivable(
  input: RecordReceivableInput,
  { situation }: ReceivableState,
  { today }: CommandContext,
  { before }: RecordingFacts = {},
): readonly ReceivableEvent[] {
  if (situation !== 'UNKNOWN' || (before && !isOpenAgain(before))) return [];
  return [{ type: 'ReceivableRecorded', data: { ...input, effectiveOn: today } }];
}

/** What was not recorded the last time was paid, or given up, before that. */
const isOpenAgain = (before: ReceivableState): boolean =>
  before.situation === 'SETTLED' && before.isReturned === true;

export interface EndReceivableInput {
  readonly receivableId: string;
  /** Under which the bank returned the payment. */
  readonly bankReference: string;
  readonly returnedOn: LocalDate;
  readonly recorderId: string;
}

/** Ends what is owed of a payment that the bank returned: nobody has that money. What was paid or given up before stays so. */
export function endReceivable(
  { receivableId, bankReference, returnedOn: effectiveOn, recorderId: settlerId }: EndReceivableInput,
  state: ReceivableState,
): readonly ReceivableEvent[] {
  if (state.situation !== 'OPEN') return [];
  const { participantId } = state;
  return [
    {
      type: 'ReceivableSettled',
      data: { receivableId, participantId, bankReference, isReturned: true, settlerId, effectiveOn },
    },
  ];
}

export interface SettleReceivableInput {
  readonly receivableId: string;
  readonly bankReference: string;
  readonly paidOn: LocalDate;
}

/** What a settlement is decided on, beside what is owed. */
export interface SettlementFacts {
  /** The day on which the benefit was calculated or granted first; undefined where that is not listed. */
  readonly benefitSince?: LocalDate;
}

/**
 * Records that it was paid, whole (pelunasan piutang). Who saw what was paid too much may have sent it back before anybody closed the
 * review, but not before there was a benefit.
 * @throws Rejection `RECEIVABLE_NOT_FOUND`, `RECEIVABLE_CLOSED`, `PAID_OUTSIDE_RECEIVABLE`
 */
export function settleReceivable(
  { receivableId, bankReference, paidOn }: SettleReceivableInput,
  state: Owed,
  { today, actor }: CommandContext,
  { benefitSince }: SettlementFacts,
): readonly ReceivableEvent[] {
  const { participantId, effectiveOn: recordedOn } = open(state);
  const from = benefitSince ?? recordedOn;
  if (paidOn < from || paidOn > today) {
    throw new Rejection(reviewRefusals.PAID_OUTSIDE_RECEIVABLE({ from, today }));
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
 * Decides that it is not asked for any more; not by whoever found it, and for a reason that fits what is owed. Where the sum takes two
 * persons, the first only endorses it, and the second has to give the same reason.
 * @throws Rejection `RECEIVABLE_NOT_FOUND`, `RECEIVABLE_CLOSED`, or with the code of the first policy that objects
 */
export function waiveReceivable(
  { receivableId, reason }: WaiveReceivableInput,
  state: Owed,
  { today, actor }: CommandContext,
): readonly ReceivableEvent[] {
  const found = open(state);
  // Who says something else begins anew.
  const endorsedBy = state.endorsed?.reason === reason ? [state.endorsed.by] : [];
  const grounds = { decider: actor, needed: authorityNeeded('WAIVER', found.amountIdr, today), endorsedBy };
  enforce(WAIVER_POLICIES, { ...grounds, found, reason });
  const { participantId } = found;
  if (!isEnough(grounds)) {
    const data = { receivableId, participantId, reason, endorserId: actor.id, effectiveOn: today };
    return [{ type: 'WaiverEndorsed', data }];
  }
  return [
    {
      type: 'ReceivableWaived',
      data: { receivableId, participantId, reason, waiverId: actor.id, effectiveOn: today },
    },
  ];
}

export interface RefuseWaiverInput {
  readonly receivableId: string;
  readonly reason: NoWaiverReason;
}

/**
 * Refuses what a first person gave up, with a reason: it is owed as before, and may be given up anew. By whoever may give up so much, and
 * did not find it; or by the first one, who takes it back.
 * @throws Rejection `RECEIVABLE_NOT_FOUND`, `RECEIVABLE_CLOSED`, `NOTHING_GIVEN_UP`, `FOUND_BY_YOU`, `WAIVER_BEYOND_AUTHORITY`
 */
export function refuseWaiver(
  { receivableId, reason }: RefuseWaiverInput,
  state: Owed,
  { today, actor }: CommandContext,
): readonly ReceivableEvent[] {
  const found = open(state);
  if (!state.endorsed) throw new Rejection(reviewRefusals.NOTHING_GIVEN_UP());
  const needed = authorityNeeded('WAIVER', found.amountIdr, today);
  enforce(WAIVER_REFUSAL_POLICIES, { found, decider: actor, needed });
  const of = { receivableId, participantId: found.participantId, reason };
  return [
    {
      type: 'WaiverRefused',
      data: { ...of, endorserId: state.endorsed.by, refuserId: actor.id, effectiveOn: today },
    },
  ];
}

/** @throws Rejection `RECEIVABLE_NOT_FOUND`, `RECEIVABLE_CLOSED` */
function open({ receivable, found }: Owed): ReceivableRecorded['data'] {
  if (!found) throw new Rejection(reviewRefusals.RECEIVABLE_NOT_FOUND());
  if (receivable.situation !== 'OPEN') throw new Rejection(reviewRefusals.RECEIVABLE_CLOSED());
  return found;
}
