import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, fold, localDate } from '#kernel';
import { contextBy, logOf } from '#testing/decisions';
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
import { ACCOUNT, PAYOUT_ID, ordered, toTheHeir } from '../domain/payout.examples.js';
import type { PayoutCancelReason, PayoutEvent } from '../domain/payout.events.js';
import { type OrderedPayout, orderedPayouts, redirectPayout } from '../domain/redirect-payout.js';
import { paidInstead } from './paid-for.js';

const claim = { claimId: CLAIM };
const said = { words: 'The widow', evidence: 'SKM 7' };

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
  return [...waited, ...giveHeirsUp(claim, fold(heirsInDispute, waited), as('process', '2027-12-20'))];
}

const NOBODY_CAME = nobodyCame();
const LIVES = [
  ...NOBODY_CAME,
  ...revokeHeirDeath(
    { ...claim, ...said },
    fold(claimsAfterDecision, NOBODY_CAME),
    as('another', '2027-12-21'),
  ),
];

const givenUp = (reason: PayoutCancelReason): readonly PayoutEvent[] => {
  const on = localDate('2027-12-20');
  return [
    ordered({
      ...toTheHeir,
      participantId: JKM_SUBMITTED.data.participantId,
      source: { kind: 'CLAIM', id: CLAIM, eventId: 'approval' },
    }),
    { type: 'PayoutCancelled', data: { payoutId: PAYOUT_ID, reason, cancelledOn: on, effectiveOn: on } },
  ];
};

const insteadOf = (payment: OrderedPayout, history: readonly DomainEvent[]) =>
  paidInstead(payment, logOf({ [claims.of(CLAIM)]: history }));

async function paying(payment: readonly PayoutEvent[], history: readonly DomainEvent[]) {
  const known = fold(orderedPayouts, payment);
  const by = contextBy('supervisor', 'supervisor');
  return redirectPayout({ payoutId: PAYOUT_ID }, known, by, await insteadOf(known, history));
}

describe('A payment that was given up because nobody came for it', () => {
  const nobodys = givenUp('NOBODY_CLAIMS_IT');

  it('is paid again, once, to its payee who lives after all', async () => {
    const again = await paying(nobodys, LIVES);
    expect(again).toMatchObject([
      {
        type: 'PayoutRedirected',
        data: {
          shares: [{ payee: 'HEIR', amountIdr: 42_000_000 }],
          payBy: toTheHeir.payBy,
          stopped: [{ from: toTheHeir.orderedOn }],
          person: { accounts: [ACCOUNT] },
        },
      },
    ]);
    await expect(paying([...nobodys, ...again], LIVES)).rejects.toMatchObject({
      code: 'NOT_TO_BE_REDIRECTED',
    });
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
