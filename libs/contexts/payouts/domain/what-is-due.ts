import {
  type EventOf,
  type LocalDate,
  type Rupiah,
  ZERO_RUPIAH,
  eventIdOf,
  rupiah,
  sumRupiah,
} from '#kernel';
import type { AskedBackBefore, MoneyBackFrom } from './money-back.events.js';
import type { PaymentAskedBack } from './not-due.events.js';
import type { PayoutEvent } from './payout.events.js';

/** What of a payment is not its payee's: it came back, is kept and owed, was found by its claim, or is asked back. */
export interface WhatIsDue {
  /** Parts of it that came back since, and what is kept wrongly; absent where nothing did. */
  readonly partsBack?: readonly PartBack[];
  /** What of it is not due, by how its claim ended, and was not asked back yet; absent where nothing is. */
  readonly notDue?: readonly NotDue[] | undefined;
  /** What of that is owed back; absent where nothing is. */
  readonly askedBack?: readonly AskedBack[] | undefined;
  /** By which events of its claim something of it was found not to be due; absent where none did. */
  readonly findingIds?: readonly string[];
  /** What came back in part, or is kept, and no event of its claim has found since; absent where nothing is. */
  readonly unfoundIdr?: Rupiah;
}

/** So much of a payment is not due since an event of its claim. */
export type NotDue = Pick<
  PaymentAskedBack['data'],
  'claimId' | 'findingId' | 'finderId' | 'amountIdr' | 'beforeId'
>;

/** So much of it is owed back. */
interface AskedBack extends NotDue {
  /** Id of the event that asked for it; unknown of one that was decided and is not recorded yet. */
  readonly askedBackId?: string;
}

/** A part of a payment that came back, and what the payee keeps though it is not theirs. */
export interface PartBack {
  readonly from: MoneyBackFrom;
  readonly bankReference: string;
  readonly on: LocalDate;
  readonly amountIdr: Rupiah;
  /** Asked back by the same event. */
  readonly keptIdr: Rupiah;
  readonly askedBackId?: string;
  readonly recorderId: string;
}

/** What neither came back, nor is owed, nor was found not to be due. */
export function leftOf({
  amountIdr,
  partsBack = [],
  notDue = [],
  askedBack = [],
}: WhatIsDue & { readonly amountIdr: Rupiah }): Rupiah {
  const gone = partsBack.reduce((sum, one) => sum + one.amountIdr + one.keptIdr, 0);
  const owed = [...notDue, ...askedBack].reduce((sum, one) => sum + one.amountIdr, 0);
  return rupiah(Math.max(0, amountIdr - gone - owed));
}

/** What of a payment that nobody has is due: nothing of it was found not to be. */
export const dueOf = ({ amountIdr, notDue = [] }: WhatIsDue & { readonly amountIdr: Rupiah }): Rupiah =>
  rupiah(Math.max(0, amountIdr - sumRupiah(notDue.map((one) => one.amountIdr))));

export const isAskedBack = ({ askedBack = [] }: WhatIsDue): boolean => askedBack.length > 0;

/** Nothing of it is due, by how its claim ended: where no bank has it, it is stopped. */
export const isWhollyNotDue = ({
  amountIdr,
  notDue = [],
}: WhatIsDue & { readonly amountIdr: Rupiah }): boolean =>
  sumRupiah(notDue.map((one) => one.amountIdr)) === amountIdr;

/** The events that asked parts of it back. */
export const askedBackBy = ({
  askedBack = [],
  partsBack = [],
  employerId,
}: WhatIsDue & { readonly employerId?: string }): readonly AskedBackBefore[] =>
  [...askedBack, ...partsBack.filter(({ keptIdr }) => keptIdr > 0)].flatMap(({ askedBackId }) =>
    askedBackId === undefined ? [] : [{ askedBackId, ...(employerId && { employerId }) }],
  );

export function withPartBack<State extends WhatIsDue>(
  state: State,
  event: EventOf<PayoutEvent, 'PayoutPartReturned'>,
): State {
  const { from, bankReference, returnedOn: on, amountIdr, keptIdr = ZERO_RUPIAH, recorderId } = event.data;
  const { partsBack = [], unfoundIdr = ZERO_RUPIAH } = state;
  const askedBackId = eventIdOf(event);
  const part = {
    from,
    bankReference,
    on,
    amountIdr,
    keptIdr,
    recorderId,
    ...(askedBackId && { askedBackId }),
  };
  return {
    ...state,
    partsBack: [...partsBack, part],
    unfoundIdr: sumRupiah([unfoundIdr, amountIdr, keptIdr]),
  };
}

/** What had come back before, or is owed as kept, is what its claim found: nobody asks for it a second time. */
export function withNotDue<State extends WhatIsDue>(
  state: State,
  { data }: Pick<EventOf<PayoutEvent, 'PaymentNotDue'>, 'data'>,
): State {
  const { claimId, findingId, finderId, amountIdr: foundIdr, gaveBackIdr = ZERO_RUPIAH } = data;
  const { findingIds = [], unfoundIdr = ZERO_RUPIAH, notDue = [] } = state;
  const amountIdr = rupiah(foundIdr - gaveBackIdr);
  return {
    ...state,
    findingIds: [...findingIds, findingId],
    ...(gaveBackIdr > 0 && { unfoundIdr: rupiah(unfoundIdr - gaveBackIdr) }),
    ...(amountIdr > 0 && { notDue: [...notDue, { claimId, findingId, finderId, amountIdr }] }),
  };
}

export function withAskedBack<State extends WhatIsDue>(
  state: State,
  event: EventOf<PayoutEvent, 'PaymentAskedBack'>,
): State {
  const { claimId, findingId, finderId, amountIdr } = event.data;
  const { notDue = [], askedBack = [] } = state;
  const askedBackId = eventIdOf(event);
  const owed = { claimId, findingId, finderId, amountIdr, ...(askedBackId && { askedBackId }) };
  const left = notDue.filter((one) => one.findingId !== findingId);
  return { ...state, notDue: someOf(left), askedBack: [...askedBack, owed] };
}

/** It is asked of what is paid in its place, and of this one no more. */
export function withPassedOn<State extends WhatIsDue>(
  state: State,
  { data: { findingId } }: EventOf<PayoutEvent, 'NotDuePassedOn'>,
): State {
  const left = (state.notDue ?? []).filter((one) => one.findingId !== findingId);
  return { ...state, notDue: someOf(left) };
}

/**
 * The bank returned it: what was asked back, or kept, is not due still, and nobody has it. It is asked back again where it arrives again.
 * @param paidForId id of the claim, or of the scholarship, that it was paid for: what was kept is not due to that
 */
export function withNobody<State extends WhatIsDue>(state: State, paidForId: string): State {
  const { partsBack, askedBack = [], notDue = [] } = state;
  const again = [...askedBack, ...keptOf(partsBack, paidForId)].map(({ askedBackId: beforeId, ...one }) => ({
    ...one,
    ...(beforeId && { beforeId }),
  }));
  return {
    ...state,
    askedBack: undefined,
    notDue: someOf([...notDue, ...again]),
    ...(partsBack && { partsBack: partsBack.map((part) => ({ ...part, keptIdr: ZERO_RUPIAH })) }),
  };
}

const someOf = <One>(list: readonly One[]): readonly One[] | undefined =>
  list.length > 0 ? list : undefined;

const keptOf = (partsBack: readonly PartBack[] = [], claimId: string): readonly AskedBack[] =>
  partsBack
    .filter(({ keptIdr }) => keptIdr > 0)
    .map(({ keptIdr: amountIdr, recorderId: finderId, bankReference, askedBackId }) => ({
      claimId,
      findingId: askedBackId ?? bankReference,
      finderId,
      amountIdr,
      ...(askedBackId && { askedBackId }),
    }));
