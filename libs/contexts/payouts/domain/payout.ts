import {
  type BankAccount,
  type EventOf,
  type LocalDate,
  type Rupiah,
  derivedId,
  evolveBy,
  inSituation,
  keyWasDestroyed,
  opened,
  stream,
  unchanged,
} from '#kernel';
import type { LateSettlementEntered } from './late-settlement.events.js';
import type { MoneyBackReason, ReturnReason } from './money-back.events.js';
import type { PayoutEvent, PayoutSource } from './payout.events.js';
import { PAYOUT_UPCASTERS } from './payout.upcasters.js';
import { payoutRefusals } from './refusals.js';
import {
  type WhatIsDue,
  withAskedBack,
  withNobody,
  withNotDue,
  withPartBack,
  withPassedOn,
} from './what-is-due.js';

/** How far a payment that was ordered has got. */
export const PAYOUT_STATUSES = [
  'ORDERED',
  'INSTRUCTED',
  'ACCEPTED',
  'SETTLED',
  'RETURNED',
  'ACCOUNT_CORRECTED',
  'CANCELLED',
] as const;

export type PayoutStatus = (typeof PAYOUT_STATUSES)[number];

/** What a bank says of one payment. */
export type BankResult =
  | { readonly result: 'ACCEPTED'; readonly bankReference: string; readonly on: LocalDate }
  | {
      readonly result: 'SETTLED';
      readonly bankReference: string;
      readonly on: LocalDate;
      readonly amountIdr: Rupiah;
    }
  | {
      readonly result: 'RETURNED';
      readonly bankReference: string;
      readonly on: LocalDate;
      readonly reason: ReturnReason;
    };

/** A payment that was never ordered. */
export interface Unknown {
  readonly situation: 'UNKNOWN';
}

/** What holds of a payment in every situation after the order. */
interface Common extends WhatIsDue {
  readonly payoutId: string;
  readonly participantId: string;
  readonly source: PayoutSource;
  readonly payee: string;
  /** The PLKK that is paid; absent for persons. */
  readonly facilityId?: string;
  /** The employer that is paid; absent for anybody else. */
  readonly employerId?: string;
  /** The heir that is paid, of those who were established. */
  readonly heirId?: string;
  /** Only once the key of the person was destroyed: nobody can tell the bank where to pay. */
  readonly accountErased?: true;
  /** Who gave the account that is paid, where it is not the one of the order. */
  readonly correctorId?: string;
  /** Who told the bank the last time. */
  readonly instructorId?: string;
  /** The participant who is paid has died, as far as it is noted here. */
  readonly payeeDied?: true;
  /** The heir who is paid was recorded in place of a participant who lives after all. */
  readonly isNotTheirs?: true;
  /** What it is for was taken back, as far as it is noted here. */
  readonly isRevoked?: boolean;
  /** It had arrived, and the participant was paid in its place: what heirs keep is owed. */
  readonly isRedirected?: true;
  readonly amountIdr: Rupiah;
  /** The day of the last step; the next one cannot lie before it. */
  readonly lastStepOn: LocalDate;
  /** Used once each, also when the money came back. */
  readonly instructionNumbers: readonly string[];
  /** Everything the bank has said so far, oldest first. */
  readonly bankResults: readonly BankResult[];
  /** Money came back that had arrived, the last time; absent where it never did. */
  readonly moneyBack?: MoneyBack;
}

/** What is known of money that came back after it had arrived. */
interface MoneyBack {
  readonly bankReference: string;
  readonly on: LocalDate;
  /** Subject of the token of whoever recorded it. */
  readonly recorderId: string;
  /** How many results of the bank belong to what is undone by it. */
  readonly resultsBefore: number;
}

/** To be paid; also again, after a corrected account was confirmed. */
export interface Ordered extends Common {
  readonly situation: 'ORDERED';
}

/** The bank was told to pay. */
export interface Instructed extends Common {
  readonly situation: 'INSTRUCTED';
  readonly instructionNumber: string;
}

/** The bank took the instruction. */
export interface Accepted extends Common {
  readonly situation: 'ACCEPTED';
  readonly bankReference: string;
  /** Somebody entered late that the money arrived: a second person has to confirm it. */
  readonly entered?: LateSettlementEntered['data'];
}

/** The money arrived. */
export interface Settled extends Common {
  readonly situation: 'SETTLED';
  readonly bankReference: string;
}

/** The money came back. */
export interface Returned extends Common {
  readonly situation: 'RETURNED';
  readonly reason: ReturnReason | MoneyBackReason;
}

/** It has another account, which a second person has to confirm. */
export interface AccountCorrected extends Common {
  readonly situation: 'ACCOUNT_CORRECTED';
  /** Undefined once the person was erased. */
  readonly account?: BankAccount;
}

/** Given up: nobody can make it. */
export interface Cancelled extends Common {
  readonly situation: 'CANCELLED';
  /** Nobody came for it, and nobody is paid it again: it is its payee's who lives after all. */
  readonly isNobodys?: true;
}

export type KnownPayout = Ordered | Instructed | Accepted | Settled | Returned | AccountCorrected | Cancelled;

export type PayoutState = Unknown | KnownPayout;

/** Whether a PLKK or an employer is paid: its account is kept with it, and is asked for when the bank is told. */
export const isBody = ({ facilityId, employerId }: Pick<Common, 'facilityId' | 'employerId'>): boolean =>
  facilityId !== undefined || employerId !== undefined;

/** Whether it was given up because nobody came for it, and may still be its payee's. */
export const isNobodys = (state: KnownPayout): boolean =>
  state.situation === 'CANCELLED' && state.isNobodys === true;

/**
 * The identity of a payment: the event that decided it, and who is paid. Whoever orders it again, however often, means
 * the same payment, so nothing can be paid twice.
 */
export function payoutIdOf({
  source,
  payee,
  facilityId,
  employerId,
  heirId,
}: Pick<Common, 'payee' | 'facilityId' | 'employerId' | 'heirId'> & {
  readonly source: Pick<PayoutSource, 'eventId'>;
}): string {
  const one = facilityId ?? employerId ?? heirId;
  return derivedId('payout', source.eventId, payee, ...(one ? [one] : []));
}

/** Folds a `payout-<id>` stream. */
export const payouts = stream<PayoutState, PayoutEvent>('payout', {
  initial: { situation: 'UNKNOWN' },
  upcasters: PAYOUT_UPCASTERS,
  evolve(state, event) {
    if (event.type === 'PayoutOrdered') return ordered(event);
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before PayoutOrdered`);
    return moved(state, event);
  },
});

const moved = evolveBy<KnownPayout, Exclude<PayoutEvent, { type: 'PayoutOrdered' }>>(
  {
    PayoutInstructed: instructed,
    PayoutAccepted: (state, { data: { bankReference, acceptedOn: on } }) => ({
      ...heard(state, { result: 'ACCEPTED', bankReference, on }),
      situation: 'ACCEPTED',
      bankReference,
    }),
    PayoutSettled: (state, { data: { bankReference, settledOn: on, amountIdr } }) => ({
      ...heard(state, { result: 'SETTLED', bankReference, on, amountIdr }),
      situation: 'SETTLED',
      bankReference,
    }),
    LateSettlementEntered: settlementEntered,
    LateSettlementRefused: settlementEntered,
    PayoutReturned: (state, { data: { bankReference, returnedOn: on, reason } }) => ({
      ...heard(state, { result: 'RETURNED', bankReference, on, reason }),
      situation: 'RETURNED',
      reason,
    }),
    SettledPayoutReturned: moneyBack,
    PayoutPartReturned: withPartBack,
    PayoutAccountCorrected: accountCorrected,
    PayoutAccountConfirmed: (state, { data }) => ({
      ...common(state),
      situation: 'ORDERED',
      lastStepOn: data.effectiveOn,
    }),
    PayoutCancelled: (state, { data }) => ({
      ...common(state),
      situation: 'CANCELLED',
      lastStepOn: data.cancelledOn,
      ...(data.reason === 'NOBODY_CLAIMS_IT' && { isNobodys: true as const }),
    }),
    // Unless it had arrived, or was given up before, it is given up in the same append.
    PayoutRedirected: (state, { data }) => {
      if (isNobodys(state)) return { ...common(state), situation: 'CANCELLED' };
      return data.keptIdr === undefined ? state : { ...state, isRedirected: true };
    },
    PayeeDied: (state) => ({ ...state, payeeDied: true }),
    PayeeLives: ({ payeeDied: _noMore, ...state }) => state,
    PaymentNotTheirs: (state, { data: { isRevoked } }) => ({
      ...state,
      ...(isRevoked === undefined ? { isNotTheirs: true } : { isRevoked }),
    }),
    PaymentNotDue: withNotDue,
    PaymentAskedBack: withAskedBack,
    NotDuePassedOn: withPassedOn,
    LateCompensationFound: unchanged,
    LateCompensationEndorsed: unchanged,
    LateCompensationApproved: unchanged,
    LateCompensationDenied: unchanged,
  },
  'payout event',
);

function ordered({ data }: EventOf<PayoutEvent, 'PayoutOrdered'>): Ordered {
  return {
    situation: 'ORDERED',
    payoutId: data.payoutId,
    participantId: data.participantId,
    source: data.source,
    payee: data.payee,
    facilityId: data.facilityId,
    ...(data.employerId && { employerId: data.employerId }),
    ...(data.heirId && { heirId: data.heirId }),
    accountErased: erased(data.person),
    amountIdr: data.amountIdr,
    lastStepOn: data.effectiveOn,
    instructionNumbers: [],
    bankResults: [],
  };
}

function instructed(
  state: KnownPayout,
  { data: { instructionNumber, instructedOn, instructorId } }: EventOf<PayoutEvent, 'PayoutInstructed'>,
): Instructed {
  const instructionNumbers = [...state.instructionNumbers, instructionNumber];
  return {
    ...common(state),
    situation: 'INSTRUCTED',
    instructorId,
    instructionNumber,
    instructionNumbers,
    lastStepOn: instructedOn,
  };
}

/** What was entered late, until a second person has confirmed or refused it, or the bank says otherwise. */
function settlementEntered(
  state: KnownPayout,
  event: EventOf<PayoutEvent, 'LateSettlementEntered' | 'LateSettlementRefused'>,
): Accepted {
  if (state.situation !== 'ACCEPTED') throw new Error(`${event.type} before PayoutAccepted`);
  const { entered: _before, ...accepted } = state;
  return event.type === 'LateSettlementEntered' ? { ...accepted, entered: event.data } : accepted;
}

function moneyBack(before: KnownPayout, { data }: EventOf<PayoutEvent, 'SettledPayoutReturned'>): Returned {
  const state = withNobody(before, before.source.id);
  const { bankReference, returnedOn: on, recorderId, reason } = data;
  const resultsBefore = state.bankResults.length;
  const back = { bankReference, on, recorderId, resultsBefore };
  return { ...common(state), situation: 'RETURNED', reason, lastStepOn: on, moneyBack: back };
}

function accountCorrected(
  state: KnownPayout,
  { data: { correctorId, person, effectiveOn } }: EventOf<PayoutEvent, 'PayoutAccountCorrected'>,
): Ordered | AccountCorrected {
  const corrected = {
    ...common(state),
    correctorId,
    accountErased: erased(person),
    lastStepOn: effectiveOn,
  };
  // A stream that tells no one's subject has nobody who would have to be another.
  return correctorId === undefined
    ? { ...corrected, situation: 'ORDERED' }
    : { ...corrected, situation: 'ACCOUNT_CORRECTED', account: opened(person)?.account };
}

/** What holds only in some situations. */
type OfSituation = Omit<Instructed & Accepted & Returned & AccountCorrected & Cancelled, keyof Common>;

/** Leaves behind what held only in the situation before. */
function common(state: KnownPayout): Common {
  const {
    situation: _before,
    instructionNumber: _told,
    bankReference: _said,
    entered: _entered,
    reason: _returned,
    account: _corrected,
    isNobodys: _again,
    ...kept
  } = state as Common & { readonly situation: string } & Partial<Omit<OfSituation, 'situation'>>;
  return kept;
}

function heard(state: KnownPayout, result: BankResult): Common {
  return { ...common(state), lastStepOn: result.on, bankResults: [...state.bankResults, result] };
}

const erased = (person: EventOf<PayoutEvent, 'PayoutOrdered'>['data']['person']): true | undefined =>
  person && keyWasDestroyed(person) ? true : undefined;

/** The payment. @throws Rejection `PAYOUT_NOT_FOUND` */
export const known = (state: PayoutState): KnownPayout =>
  inSituation(state, PAYOUT_STATUSES, () => payoutRefusals.PAYOUT_NOT_FOUND());
