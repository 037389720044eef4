import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, fold, isHeld, localDate, rupiah } from '#kernel';
import { contextBy, logOf, testContext } from '#testing/decisions';
import { as } from '../../claims/domain/after-decision.examples.js';
import { disputeSteps } from '../../claims/domain/after-decision-steps.js';
import { approveClaim } from '../../claims/domain/approve-claim.js';
import { claimsAfterDecision } from '../../claims/domain/claim-after-decision.js';
import {
  CLAIM,
  COMPLETED,
  JKM_SUBMITTED,
  calculatedBy,
  jkmFacts,
} from '../../claims/domain/claim.examples.js';
import type { ClaimEvent } from '../../claims/domain/claim.events.js';
import { claims } from '../../claims/domain/claim.js';
import { heirsInDispute } from '../../claims/domain/heirs-in-dispute.js';
import { giveHeirsUp, reportHeirDeath, revokeHeirDeath } from '../../claims/domain/wanted-heirs.js';
import { noteNotTheirs, noteRevoked } from '../domain/died-payee.js';
import { endNotDue, noteNotDue, stoppablePayouts } from '../domain/note-not-due.js';
import { PAYOUT_ID, cameBack, instructed, ordered, settled, toTheHeir } from '../domain/payout.examples.js';
import type { PayoutCancelReason, PayoutEvent } from '../domain/payout.events.js';
import { payouts } from '../domain/payout.js';
import { payoutSteps } from '../domain/payout-steps.js';
import { orderedPayouts, redirectPayout } from '../domain/redirect-payout.js';
import { cancellationSteps, redirectionSteps } from '../domain/redirection-steps.js';
import { paidInstead } from './paid-for.js';

const claim = { claimId: CLAIM };
const said = { words: 'The widow', evidence: 'SKM 7' };
const { participantId } = JKM_SUBMITTED.data;

/** Approved for one heir, who is said to have died; in a year nobody comes. */
function nobodyCame(): readonly ClaimEvent[] {
  const facts = jkmFacts();
  const calculated: readonly ClaimEvent[] = [JKM_SUBMITTED, COMPLETED, calculatedBy(facts)];
  const approved = approveClaim(claim, fold(claims, calculated), as('decider', '2026-11-23'), facts).map(
    (event) => Object.assign({ id: 'approval' }, event),
  );
  const known = [...calculated, ...approved];
  const died = reportHeirDeath(
    { ...claim, ...said, diedOn: localDate('2026-11-30') },
    fold(claimsAfterDecision, known),
    as('reporter', '2026-12-01'),
  );
  const waited = [...known, ...died];
  return [...waited, ...giveHeirsUp(claim, fold(heirsInDispute, waited), as('process', '2028-04-20'))];
}

/** So much of it is found not to be due: by the claim, and so in the payment. */
const lessBy = (amountIdr: number, findingId = 'difference'): ClaimEvent =>
  Object.assign(
    { id: findingId },
    {
      type: 'DifferenceApproved',
      data: {
        claimId: CLAIM,
        participantId,
        approverId: 'decider',
        totalIdr: rupiah(42_000_000 - amountIdr),
        differenceIdr: rupiah(0),
        payments: [],
        entitledChildren: [],
        paidTooMuch: [
          {
            amountIdr: rupiah(amountIdr),
            ofPayments: [{ approvalId: 'approval', payee: 'HEIR', amountIdr: rupiah(amountIdr) }],
          },
        ],
        effectiveOn: localDate('2028-04-25'),
        person: {},
      },
    },
  ) as unknown as ClaimEvent;

const NOBODY_CAME = nobodyCame();
const lives = (history: readonly ClaimEvent[]) => [
  ...history,
  ...revokeHeirDeath({ ...claim, ...said }, fold(claimsAfterDecision, history), as('another', '2028-05-01')),
];

const ORDERED = ordered({
  ...toTheHeir,
  participantId,
  source: { kind: 'CLAIM', id: CLAIM, eventId: 'approval' },
});
const givenUp = (reason: PayoutCancelReason): PayoutEvent => ({
  type: 'PayoutCancelled',
  data: {
    payoutId: PAYOUT_ID,
    reason,
    cancelledOn: localDate('2028-04-21'),
    effectiveOn: localDate('2028-04-21'),
  },
});
const CANCELLED = givenUp('NOBODY_CLAIMS_IT');
const NOBODYS = [ORDERED, CANCELLED];

const found = (history: readonly PayoutEvent[], amountIdr: number, findingId = 'difference') => [
  ...history,
  ...noteNotDue(
    { payoutId: PAYOUT_ID, ...claim, amountIdr: rupiah(amountIdr), findingId, finderId: 'ani' },
    fold(stoppablePayouts, history),
    testContext(),
  ),
];

async function paidAgain(payment: readonly PayoutEvent[], history: readonly DomainEvent[]) {
  const known = fold(orderedPayouts, payment);
  const by = { ...contextBy('supervisor', 'supervisor'), today: localDate('2028-05-02') };
  const facts = await paidInstead(known, logOf({ [claims.of(CLAIM)]: history }));
  const events = redirectPayout({ payoutId: PAYOUT_ID }, known, by, facts);
  return [...payment, ...events.map((event) => Object.assign({ id: 'again' }, event))];
}

const shareIn = (events: readonly PayoutEvent[]) =>
  events.flatMap(({ type, data }) =>
    type === 'PayoutRedirected' ? data.shares.map(({ amountIdr }) => amountIdr) : [],
  );

/** What a supervisor is reminded of. */
function remindedOf(payment: readonly PayoutEvent[], history: readonly ClaimEvent[]): readonly string[] {
  const steps = [payoutSteps, redirectionSteps, cancellationSteps];
  return steps.flatMap((one) => {
    const { step, heldBy } = fold(one, payment).expected ?? {};
    return step && !(heldBy && isHeld(heldBy, fold(disputeSteps, history))) ? [step] : [];
  });
}

describe('A payment that nobody came for, of which something is not due', () => {
  const both = [...NOBODY_CAME, lessBy(2_000_000)];

  it.each([
    ['before it was given up', [...found([ORDERED], 2_000_000), CANCELLED]],
    ['since', found(NOBODYS, 2_000_000)],
  ])('is paid again as far as it is due, where that was found %s', async (_when, payment) => {
    const again = await paidAgain(payment, lives(both));
    expect(shareIn(again)).toEqual([40_000_000]);
    const state = fold(stoppablePayouts, again);
    expect(endNotDue({ payoutId: PAYOUT_ID }, state, testContext())).toEqual([]);
    expect(found(again, 1_000_000, 'the next one').at(-1)).toMatchObject({
      type: 'NotDuePassedOn',
      data: { payments: [{ amountIdr: 1_000_000 }] },
    });
  });

  it('is not paid again where nothing of it is due, nor where the claim found more than the payment knows of', async () => {
    const nothing = found(NOBODYS, 42_000_000);
    for (const [payment, less] of [
      [nothing, 42_000_000],
      [NOBODYS, 2_000_000],
    ] as const) {
      const history = lives([...NOBODY_CAME, lessBy(less)]);
      await expect(paidAgain(payment, history)).rejects.toMatchObject({ code: 'NOT_TO_BE_REDIRECTED' });
    }
  });

  it('is asked back of nobody meanwhile', () => {
    expect(
      found(NOBODYS, 42_000_000)
        .slice(2)
        .map(({ type }) => type),
    ).toEqual(['PaymentNotDue']);
  });
});

describe('What nobody came for', () => {
  it('is nobody’s turn as long as it is given up, and a supervisor’s once its payee lives after all', async () => {
    expect(remindedOf(NOBODYS, NOBODY_CAME)).toEqual([]);
    expect(remindedOf(NOBODYS, lives(NOBODY_CAME))).toEqual(['REDIRECT_PAYOUT']);
    expect(remindedOf(await paidAgain(NOBODYS, lives(NOBODY_CAME)), lives(NOBODY_CAME))).toEqual([]);
  });

  it('reminds nobody of what is not due, was given up for something else, or had come back', () => {
    const arrived = [ORDERED, instructed(localDate('2026-11-24')), settled(localDate('2026-11-25'))];
    const back = [...arrived, cameBack(localDate('2026-11-26'))];
    for (const payment of [found(NOBODYS, 42_000_000), [ORDERED, givenUp('NOT_OWED')], [...back, CANCELLED]])
      expect(remindedOf(payment, lives(NOBODY_CAME))).toEqual([]);
    expect(remindedOf(found(NOBODYS, 2_000_000), lives(NOBODY_CAME))).toEqual(['REDIRECT_PAYOUT']);
  });

  it('is for nothing that happened where the participant lives, until it turns out that it did', () => {
    const note = (events: readonly PayoutEvent[], isRevoked: boolean) => [
      ...events,
      ...noteRevoked({ payoutId: PAYOUT_ID }, fold(payouts, events), testContext(), { isRevoked }),
    ];
    const revoked = note(NOBODYS, true);
    expect(remindedOf(revoked, lives(NOBODY_CAME))).toEqual([]);
    expect(remindedOf(note(revoked, false), lives(NOBODY_CAME))).toEqual(['REDIRECT_PAYOUT']);
  });

  it('goes back where it was to be paid in place of a participant who lives, and not once it was paid again', async () => {
    const note = (events: readonly PayoutEvent[]) =>
      noteNotTheirs({ payoutId: PAYOUT_ID }, fold(payouts, events), testContext(), { hasDied: false });
    expect(remindedOf([...NOBODYS, ...note(NOBODYS)], NOBODY_CAME)).toEqual(['REDIRECT_PAYOUT']);
    expect(note(await paidAgain(NOBODYS, lives(NOBODY_CAME)))).toEqual([]);
  });
});
