import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, fold, localDate } from '#kernel';
import { contextBy, logOf, testContext } from '#testing/decisions';
import { as } from '../../claims/domain/after-decision.examples.js';
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
import { compensateLateness } from '../domain/compensate-lateness.js';
import { lateness } from '../domain/lateness.js';
import { type PaymentOrder, orderPayout } from '../domain/order-payout.js';
import { ACCOUNT, OTHER_ACCOUNT, PAYOUT_ID, ordered, settled, toTheHeir } from '../domain/payout.examples.js';
import type { PayoutCancelReason, PayoutEvent } from '../domain/payout.events.js';
import { payouts } from '../domain/payout.js';
import { type OrderedPayout, orderedPayouts, redirectPayout } from '../domain/redirect-payout.js';
import { redirectedPayments } from '../processes/redirected-payments.js';
import { latenessFacts } from './compensate-lateness.js';
import { paidInstead } from './paid-for.js';

const claim = { claimId: CLAIM };
const PAY_BY = localDate('2026-12-01');
const said = { words: 'The widow', evidence: 'SKM 7' };

/** Approved for one heir, who is said to have died on a day; in a year nobody comes. */
function nobodyCame(diedOn = '2026-11-30', reportedOn = '2026-12-01'): readonly ClaimEvent[] {
  const facts = jkmFacts();
  const calculated: readonly ClaimEvent[] = [JKM_SUBMITTED, COMPLETED, calculatedBy(facts)];
  const approved = approveClaim(claim, fold(claims, calculated), as('decider', '2026-11-23'), facts).map(
    (event) => Object.assign({ id: 'approval' }, event),
  );
  const known = [...calculated, ...approved];
  const died = reportHeirDeath(
    { ...claim, ...said, diedOn: localDate(diedOn) },
    fold(claimsAfterDecision, known),
    as('reporter', reportedOn),
  );
  const waited = [...known, ...died];
  return [...waited, ...giveHeirsUp(claim, fold(heirsInDispute, waited), as('process', '2028-04-20'))];
}

const livesAfterAll = (history: readonly ClaimEvent[]): readonly ClaimEvent[] => [
  ...history,
  ...revokeHeirDeath({ ...claim, ...said }, fold(claimsAfterDecision, history), as('another', '2028-05-01')),
];

const NOBODY_CAME = nobodyCame();
const LIVES = livesAfterAll(NOBODY_CAME);

const givenUp = (reason: PayoutCancelReason): readonly PayoutEvent[] => {
  const on = localDate('2028-04-21');
  return [
    ordered({
      ...toTheHeir,
      participantId: JKM_SUBMITTED.data.participantId,
      source: { kind: 'CLAIM', id: CLAIM, eventId: 'approval' },
      payBy: PAY_BY,
    }),
    { type: 'PayoutCancelled', data: { payoutId: PAYOUT_ID, reason, cancelledOn: on, effectiveOn: on } },
  ];
};

const insteadOf = (payment: OrderedPayout, history: readonly DomainEvent[]) =>
  paidInstead(payment, logOf({ [claims.of(CLAIM)]: history }));

async function paying(payment: readonly PayoutEvent[], history: readonly DomainEvent[]) {
  const known = fold(orderedPayouts, payment);
  const by = { ...contextBy('supervisor', 'supervisor'), today: localDate('2028-05-02') };
  return redirectPayout({ payoutId: PAYOUT_ID }, known, by, await insteadOf(known, history));
}

/** What is ordered by it. */
const ordersOf = (redirected: PayoutEvent) =>
  (
    redirectedPayments.on.PayoutRedirected?.(Object.assign({ id: 'redirection' }, redirected) as never) ?? []
  ).map(({ input }) => input as PaymentOrder);

describe('A payment that was given up because nobody came for it', () => {
  const nobodys = givenUp('NOBODY_CLAIMS_IT');

  it('is paid again, once, to its payee who lives after all', async () => {
    const again = await paying(nobodys, LIVES);
    expect(again).toMatchObject([
      {
        type: 'PayoutRedirected',
        data: {
          shares: [{ payee: 'HEIR', amountIdr: 42_000_000 }],
          payBy: PAY_BY,
          person: { accounts: [ACCOUNT] },
        },
      },
    ]);
    await expect(paying([...nobodys, ...again], LIVES)).rejects.toMatchObject({
      code: 'NOT_TO_BE_REDIRECTED',
    });
  });

  it('goes to the account that two persons have put right, as it was due but for the days on which nobody was to be paid', async () => {
    const [order, ...ended] = nobodys;
    const putRight: readonly PayoutEvent[] = [
      {
        type: 'PayoutAccountCorrected',
        data: {
          payoutId: PAYOUT_ID,
          participantId: JKM_SUBMITTED.data.participantId,
          correctorId: 'finance',
          effectiveOn: localDate('2026-11-24'),
          person: { account: OTHER_ACCOUNT },
        },
      },
      {
        type: 'PayoutAccountConfirmed',
        data: {
          payoutId: PAYOUT_ID,
          confirmerId: 'finance-2',
          effectiveOn: localDate('2026-11-24'),
        },
      },
    ];
    // Due on 1 December 2026 and not paid for four months, in which nobody said that she had died.
    const known = livesAfterAll(nobodyCame('2027-03-31', '2027-04-01'));
    const [redirected] = await paying([order!, ...putRight, ...ended], known);
    const [next] = ordersOf(redirected!);
    expect(next).toMatchObject({ person: { account: OTHER_ACCOUNT } });
    const again = orderPayout({ ...next!, payoutId: 'again' }, payouts.initial);
    const today = localDate('2028-05-03');
    const late = fold(lateness, [...again, settled(today)]);
    const facts = await latenessFacts(late, logOf({ [claims.of(CLAIM)]: known }));
    expect(compensateLateness({ payoutId: 'again' }, late, testContext({ today }), facts)).toMatchObject([
      { data: { daysLate: 123, stoppedDays: 396 } },
    ]);
  });

  it('stays so as long as nobody has come', async () => {
    await expect(paying(nobodys, NOBODY_CAME)).rejects.toMatchObject({ code: 'NOT_TO_BE_REDIRECTED' });
  });

  it('stays so where the claim has approved it no more', async () => {
    const [first, ...others] = LIVES.filter(({ type }) => type !== 'ClaimApproved');
    await expect(paying(nobodys, [first!, ...others])).rejects.toMatchObject({
      code: 'NOT_TO_BE_REDIRECTED',
    });
  });

  it('is another thing than one that nobody is owed', async () => {
    for (const reason of ['NOT_OWED', 'EVENT_REVOKED', 'SETTLED_BY_PAPERS', 'REDIRECTED'] as const)
      expect(await insteadOf(fold(orderedPayouts, givenUp(reason)), LIVES)).toEqual({});
  });
});
