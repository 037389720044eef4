import { describe, expect, it } from '@jest/globals';
import { disputeSteps, notToBePaid, standstills } from '#contexts/claims/facts';
import { fold, isHeld, localDate } from '#kernel';
import { logOf } from '#testing/decisions';
import { as } from '../../claims/domain/after-decision.examples.js';
import { approveClaim } from '../../claims/domain/approve-claim.js';
import { calculateBenefit } from '../../claims/domain/calculate-benefit.js';
import {
  CLAIM,
  COMPLETED,
  HEIR_PAPERS,
  JKK_SUBMITTED,
  TAKEN_OVER,
  jkkFacts,
  receivedLater,
} from '../../claims/domain/claim.examples.js';
import type { ClaimEvent } from '../../claims/domain/claim.events.js';
import { claims } from '../../claims/domain/claim.js';
import { heirsInDispute } from '../../claims/domain/heirs-in-dispute.js';
import { giveHeirsUp, wantHeirs } from '../../claims/domain/wanted-heirs.js';
import { sitiDied, sitiRegistered } from '../../participants/domain/participant.examples.js';
import { ACCOUNT, PAYOUT_ID, ordered, toTheHeir } from '../domain/payout.examples.js';
import { payoutSteps } from '../domain/payout-steps.js';
import { cancellationSteps, redirectionSteps } from '../domain/redirection-steps.js';
import type { PayoutEvent } from '../domain/payout.events.js';
import { payouts } from '../domain/payout.js';
import { orderedPayouts } from '../domain/redirect-payout.js';
import { heirsOf, paidFor, paidInstead } from './paid-for.js';

const claim = { claimId: CLAIM };
const { participantId } = JKK_SUBMITTED.data;
const dead = jkkFacts({}, { diedOn: localDate('2026-11-01') });

/** A month was approved for the participant and not paid when they died; the widow takes the claim over, and is approved. */
function takenOver(): readonly ClaimEvent[] {
  let known: readonly ClaimEvent[] = [JKK_SUBMITTED, receivedLater(HEIR_PAPERS), COMPLETED];
  known = [
    ...known,
    ...wantHeirs(claim, fold(heirsInDispute, known), as('process', '2026-11-20')),
    TAKEN_OVER,
  ];
  known = [...known, ...calculateBenefit(claim, fold(claims, known), as('assessor', '2026-11-21'), dead)];
  return [...known, ...approveClaim(claim, fold(claims, known), as('supervisor', '2026-11-22'), dead)];
}

const WANTED = takenOver();
const NOBODY = [...WANTED, ...giveHeirsUp(claim, fold(heirsInDispute, WANTED), as('process', '2027-12-20'))];
const ESTABLISHED: readonly ClaimEvent[] = [
  ...WANTED,
  {
    type: 'HeirsEstablished',
    data: {
      ...claim,
      participantId,
      establisherId: 'establisher',
      sharing: 'ONE_PAYEE',
      heirClass: 1,
      heirs: [{ heirId: 'son', relation: 'CHILD', standing: 'PAID', parts: 1 }],
      inPlaceOfParticipant: true,
      effectiveOn: localDate('2026-12-01'),
      person: { certificate: 'archive/skaw', heirs: [{ name: 'Putra Contoh', account: ACCOUNT }] },
    },
  },
];

const source = { kind: 'CLAIM', id: CLAIM, eventId: 'approval' } as const;
const MONTH = ordered({ ...toTheHeir, participantId, payee: 'PARTICIPANT', source });
const HERS = ordered({ ...toTheHeir, participantId, source });

const log = (known: readonly ClaimEvent[], payment: PayoutEvent) =>
  logOf({
    [claims.of(CLAIM)]: known,
    [payouts.of(PAYOUT_ID)]: [payment],
    [`participant-${participantId}`]: [sitiRegistered(), sitiDied('2026-11-01')],
  });

const isNotHeld = (
  steps: typeof payoutSteps,
  payment: PayoutEvent,
  known: readonly ClaimEvent[],
): boolean => {
  const { heldBy } = fold(steps, [payment]).expected ?? {};
  if (!heldBy) throw new Error('It waits for nothing');
  return !isHeld(heldBy, fold(disputeSteps, known));
};

/** Which of these steps of a payment somebody is expected to take. */
const openOf = (payment: PayoutEvent, known: readonly ClaimEvent[]) =>
  [payoutSteps, redirectionSteps, cancellationSteps]
    .filter((steps) => isNotHeld(steps, payment, known))
    .map((steps) => fold(steps, [payment]).expected?.step);

describe('What the widow is paid for the claim that she took over, beside a month of the participant who has died', () => {
  it.each([
    ['nobody has recorded who inherits the month', WANTED],
    ['nobody has come for the month', NOBODY],
    ['it is recorded who inherits the month', ESTABLISHED],
  ])('is hers while %s', async (_while, known) => {
    expect(openOf(HERS, known)).toEqual(['INSTRUCT_PAYOUT']);
    expect(await heirsOf(fold(payouts, [HERS]), log(known, HERS))).toEqual({});
    expect(await paidFor(fold(payouts, [HERS]), log(known, HERS))).toEqual({ isNobodys: false });
    expect(await paidInstead(fold(orderedPayouts, [HERS]), log(known, HERS))).toEqual({});
    const standstill = await log(known, HERS).state(standstills, CLAIM);
    expect(notToBePaid(standstill, { isOfHeirs: true })).toEqual([]);
  });

  it('leaves the month to whoever inherits it, and to be given up where nobody does', async () => {
    const state = fold(payouts, [MONTH]);
    expect(openOf(MONTH, WANTED)).toEqual([]);
    expect(await heirsOf(state, log(WANTED, MONTH))).toEqual({ hasDied: true });
    expect(openOf(MONTH, ESTABLISHED)).toEqual(['REDIRECT_PAYOUT']);
    expect(await heirsOf(state, log(ESTABLISHED, MONTH))).toEqual({ isOthers: true });
    expect(openOf(MONTH, NOBODY)).toEqual(['CANCEL_PAYOUT']);
    expect(await paidFor(state, log(NOBODY, MONTH))).toEqual({ isNobodys: true });
  });
});
