import {
  type BankAccount,
  type EventOf,
  type Refusal,
  Rejection,
  inSituation,
  opened,
  stream,
} from '#kernel';
import { claimAfter } from './claim-after.js';
import {
  type ClaimIn,
  type ClaimSituation,
  type ClaimState,
  type KnownClaim,
  claimedBy,
  withReferences,
} from './claim-state.js';
import { CLAIM_UPCASTERS } from './claim.upcasters.js';
import type { ClaimEvent } from './claim.events.js';
import { NO_HANDS, handsAfter } from './hands-on-claim.js';
import { claimRefusals } from './refusals.js';

export { claimantOf } from './claim-state.js';
export type {
  Assessment,
  ClaimIn,
  ClaimSituation,
  ClaimState,
  KnownClaim,
  KnownDocument,
} from './claim-state.js';

/** What was handed in and decided of one claim: `claim-<id>`. */
export const claims = stream<ClaimState, ClaimEvent>('claim', {
  initial: { situation: 'UNKNOWN' },
  upcasters: CLAIM_UPCASTERS,
  // What is computed for a claim holds without the inputs that nobody can read any more.
  provenByHealth: ['BenefitCalculated', 'BenefitReassessed'],
  evolve(state, event) {
    if (event.type === 'ClaimSubmitted') return submitted(event);
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before ClaimSubmitted`);
    return { ...claimAfter(state, event), hands: handsAfter(state.hands, event) };
  },
});

/** Every submission is followed, in the same append, by what its documents amount to. */
function submitted(event: EventOf<ClaimEvent, 'ClaimSubmitted'>): ClaimIn<'INCOMPLETE'> {
  const { data } = event;
  const { claimId, programme, participantId, accidentId, projectId, eventDate, submittedOn, documents } =
    data;
  const person = opened(data.person);
  return {
    situation: 'INCOMPLETE',
    missing: [],
    claimId,
    programme,
    participantId,
    accidentId,
    projectId,
    eventDate,
    submittedOn,
    documents: withReferences(documents, person),
    account: person?.account,
    hands: handsAfter(NO_HANDS, event),
    facilityId: data.facilityId,
    ...claimedBy(data.claimant, accidentId),
  };
}

/** Why nothing else can be done in each situation, with what can. */
const REFUSALS: Readonly<Record<ClaimSituation, () => Refusal>> = {
  UNKNOWN: claimRefusals.CLAIM_NOT_FOUND,
  INCOMPLETE: claimRefusals.CLAIM_INCOMPLETE,
  COMPLETE: claimRefusals.CLAIM_COMPLETE,
  HELD: claimRefusals.CLAIM_HELD,
  WAITING: claimRefusals.CLAIM_WAITING,
  CALCULATED: claimRefusals.CLAIM_CALCULATED,
  APPROVED: claimRefusals.CLAIM_APPROVED,
  DENIED: claimRefusals.CLAIM_DENIED,
  WITHDRAWN: claimRefusals.CLAIM_WITHDRAWN,
  CANCELLED: claimRefusals.CLAIM_CANCELLED,
};

/**
 * The claim, if it is in one of these situations.
 * @throws Rejection `CLAIM_NOT_FOUND`, or `CLAIM_<SITUATION>` with what is allowed instead
 */
export const claimIn = <const Wanted extends ClaimSituation>(
  state: ClaimState,
  wanted: readonly Wanted[],
): ClaimIn<Wanted> => inSituation(state, wanted, ({ situation }) => REFUSALS[situation]());

/** Nothing is decided of it. */
export const UNDECIDED = ['INCOMPLETE', 'COMPLETE', 'HELD', 'WAITING', 'CALCULATED'] as const;

/**
 * The same, or one that was denied for its arrears only, which can be reopened still.
 * @throws Rejection `CLAIM_NOT_FOUND`, or `CLAIM_<SITUATION>` with what is allowed instead
 */
export function openClaimIn<const Wanted extends ClaimSituation>(
  state: ClaimState,
  wanted: readonly Wanted[],
): ClaimIn<Wanted | 'DENIED'> {
  if (state.situation === 'DENIED' && !state.forArrears) throw new Rejection(claimRefusals.CLAIM_DENIED());
  return claimIn<Wanted | 'DENIED'>(state, [...wanted, 'DENIED']);
}

/**
 * The same claim, where its person is known: under one that was erased nothing can be handed in, sealed or paid.
 * @throws Rejection `PERSONAL_DATA_ERASED`
 */
export function ofSomebody<Claim extends KnownClaim>(
  claim: Claim,
): Claim & { readonly account: BankAccount } {
  const { account } = claim;
  if (!account) throw new Rejection(claimRefusals.PERSONAL_DATA_ERASED());
  return { ...claim, account };
}

/** The claim, wherever it stands. @throws Rejection `CLAIM_NOT_FOUND` */
export const knownClaim = (state: ClaimState): KnownClaim =>
  claimIn(state, [
    'INCOMPLETE',
    'COMPLETE',
    'HELD',
    'WAITING',
    'CALCULATED',
    'APPROVED',
    'DENIED',
    'WITHDRAWN',
    'CANCELLED',
  ]);
