import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, type EventOf, fold, localDate } from '#kernel';
import { ruleSetVersionOn } from '#law';
import { contextBy, decisionSpec, logOf, testContext } from '#testing/decisions';
import { approveClaim } from '../../domain/approve-claim.js';
import { calculateBenefit } from '../../domain/calculate-benefit.js';
import { cancelClaim } from '../../domain/cancel-claim.js';
import {
  CLAIM,
  COMPLETED,
  JKM_SUBMITTED,
  PARTICIPANT,
  calculatedBy,
  coverage,
  jkmFacts,
} from '../../domain/claim.examples.js';
import type { ClaimEvent } from '../../domain/claim.events.js';
import { type ClaimState, claims } from '../../domain/claim.js';
import type { Basis } from '../../domain/programme.js';
import { noteReceipts } from '../../domain/note-receipts.js';
import { type ClaimAfterApproval, claimsAfterApproval } from '../../domain/claim-after-approval.js';
import { approveDifference } from '../../domain/approve-difference.js';
import { reassessClaim } from '../../domain/reassess-claim.js';
import { reopenClaim } from '../../domain/reopen-claim.js';
import { submitClaim } from '../../domain/submit-claim.js';
import { whoDecides } from '../../domain/who-decides.js';
import { SITI, sitiDied, sitiRegistered } from '../../../participants/domain/participant.examples.js';
import { deathRevoked } from '../../../participants/domain/correction.examples.js';
import { TWIN, mergedInto, tookOver, twinRegistered } from '../../../participants/domain/merger.examples.js';
import { jkmClaimId } from '../claim-ids.js';
import type { JkmFacts } from './facts.js';
import { jkm } from './programme.js';

const given = decisionSpec(claims);
const context = testContext();
const claim = { claimId: CLAIM };
const open = [JKM_SUBMITTED, COMPLETED];
const stands = jkmFacts();
const revoked: Basis<JkmFacts> = {
  ...stands,
  facts: { participant: { ...stands.facts.participant, diedOn: undefined }, deathRevoked: true },
};
const diedSince: Basis<JkmFacts> = { ...stands, facts: { ...stands.facts, deathRevoked: true } };
const calculate = (basis: Basis) => (state: ClaimState) => calculateBenefit(claim, state, context, basis);
const approve = (basis: Basis) => (state: ClaimState) => approveClaim(claim, state, context, basis);
const cancel =
  (basis: Basis, reason: 'EVENT_REVOKED' | 'NOBODY_CLAIMS_IT' = 'EVENT_REVOKED') =>
  (state: ClaimState) =>
    cancelClaim({ ...claim, reason }, state, context, basis);

const cancelled: ClaimEvent = {
  type: 'ClaimCancelled',
  data: {
    claimId: CLAIM,
    participantId: PARTICIPANT,
    deciderId: context.actor.id,
    reason: 'EVENT_REVOKED',
    effectiveOn: context.today,
  },
};

describe('A JKM claim whose death was taken back', () => {
  it.each([
    ['nobody has died since', revoked],
    ['the participant has died since: that is another death', diedSince],
  ])('pays nothing, and is given up with that reason: %s', (_when, basis) => {
    given(open).when(calculate(basis)).thenRejected('DEATH_REVOKED');
    given([...open, calculatedBy(stands)])
      .when(approve(basis))
      .thenRejected('DEATH_REVOKED');
    for (const history of [[JKM_SUBMITTED], open, [...open, calculatedBy(stands)]]) {
      given(history).when(cancel(basis)).thenRecorded([cancelled]);
    }
  });

  it('is not given up so while the death stands', () => {
    given(open).when(cancel(stands)).thenRejected('EVENT_STANDS');
    given(open).when(cancel(stands, 'NOBODY_CLAIMS_IT')).thenRejected('NOT_TO_BE_CANCELLED');
  });

  it('is not handed in anew under the same id', () => {
    const { person, claimId, programme, participantId, claimant, documents } = JKM_SUBMITTED.data;
    const { references, ...claiming } = person as Extract<typeof person, { references: unknown }>;
    const input = {
      claimId,
      programme,
      participantId,
      claimant,
      documents: documents.map(({ kind }, at) => ({ kind, reference: references[at]! })),
      person: claiming,
    };
    given([])
      .when((state) => submitClaim(input, state, context, diedSince))
      .thenRejected('DEATH_REVOKED');
    given([])
      .when((state) => submitClaim(input, state, context, revoked))
      .thenRejected('DEATH_NOT_REPORTED');
  });

  it('is looked at for no receipt once it was approved', () => {
    const [approved] = approveClaim(claim, fold(claims, [...open, calculatedBy(stands)]), context, stands);
    const state = fold(claimsAfterApproval, [...open, calculatedBy(stands), approved!]);
    expect(noteReceipts(claim, state, context, revoked)).toEqual([]);
  });

  it('has another id than the claim for the real death', async () => {
    const died: readonly DomainEvent[] = [
      sitiRegistered(),
      sitiDied('2026-11-10'),
      deathRevoked,
      sitiDied('2026-12-01'),
    ];
    const read = logOf({ [`participant-${SITI}`]: died });
    const factsOf = (claimId: string) => jkm.facts(read, { claimId, programme: 'JKM', participantId: SITI });
    expect(await factsOf(jkmClaimId(SITI))).toMatchObject({ deathRevoked: true });
    expect(await factsOf(jkmClaimId(SITI, 2))).not.toHaveProperty('deathRevoked');
    expect(jkmClaimId(SITI, 1)).toBe(jkmClaimId(SITI));
  });
});

describe('A JKM claim for a death that is claimed under another id of the same person', () => {
  const withdrawn: ClaimEvent = {
    type: 'ClaimWithdrawn',
    data: {
      claimId: CLAIM,
      participantId: SITI,
      recorderId: 'registrar-1',
      reason: 'HANDED_IN_BY_MISTAKE',
      effectiveOn: context.today,
      person: { letter: 'archive/letter' },
    },
  };
  const besides = async (...others: readonly ClaimEvent[]) => {
    const read = logOf({
      [`participant-${SITI}`]: [sitiRegistered(), tookOver, sitiDied('2026-11-10')],
      [`participant-${TWIN}`]: [twinRegistered(), mergedInto],
      [`claim-${jkmClaimId(SITI)}`]: others,
    });
    const subject = { claimId: jkmClaimId(TWIN), programme: 'JKM', participantId: TWIN };
    return (await jkm.facts(read, subject)).claimedUnderOther;
  };

  it('waits for that of the survivor until it is withdrawn', async () => {
    expect(await besides(...open)).toMatchObject({ goesFirst: true });
    expect(await besides(...open, withdrawn)).toMatchObject({ goesFirst: false });
  });

  describe('and both were approved before that was known', () => {
    const [approved] = approveClaim(claim, fold(claims, [...open, calculatedBy(stands)]), context, stands);
    const both = [...open, calculatedBy(stands), approved!];
    const afterMerger = async (): Promise<Basis<JkmFacts>> => ({
      ...stands,
      facts: { ...stands.facts, claimedUnderOther: await besides(...both) },
    });
    const afterwards = (
      history: readonly ClaimEvent[],
      decide: (state: ClaimAfterApproval) => readonly ClaimEvent[],
    ) => [...history, ...decide(fold(claimsAfterApproval, history))];
    const reopened = (history: readonly ClaimEvent[], basis: Basis) =>
      afterwards(
        afterwards(history, (state) =>
          reopenClaim(
            { ...claim, ground: 'ERROR_OF_OFFICE', reason: 'Registered twice' },
            state,
            context,
            basis,
          ),
        ),
        (state) => reassessClaim(claim, state, context, basis),
      );

    it('is owed back whole where the other one is the survivor’s, with its scholarships', async () => {
      const merged = await afterMerger();
      const second = contextBy('second supervisor', 'supervisor');
      const found = reopened(both, merged);
      expect(found.at(-1)).toMatchObject({
        data: {
          totalIdr: 0,
          differenceIdr: 0,
          paidTooMuch: [{ amountIdr: 42_000_000 }],
          entitledChildren: [],
        },
      });
      const owed = afterwards(found, (state) => approveDifference(claim, state, second, merged));
      expect(owed.at(-1)).toMatchObject({ type: 'DifferenceApproved', data: { payments: [] } });
      // Not that of the survivor; and not for ever, where they turn out to be two persons after all.
      expect(reopened(both, stands).at(-1)!.data).not.toHaveProperty('paidTooMuch');
      expect(reopened(owed, stands).at(-1)).toMatchObject({ data: { differenceIdr: 42_000_000 } });
    });

    it('pays no more there by a receipt that comes late', async () => {
      const few = jkmFacts({ coverageAtEvent: coverage('2026-08', 3, localDate('2026-10-20')) });
      const less = [
        ...open,
        calculatedBy(few),
        approveClaim(claim, fold(claims, [...open, calculatedBy(few)]), context, few)[0]!,
      ];
      const state = fold(claimsAfterApproval, less);
      expect(noteReceipts(claim, state, context, stands)).toMatchObject([{ type: 'ReassessmentOpened' }]);
      expect(noteReceipts(claim, state, context, await afterMerger())).toEqual([]);
    });
  });
});

describe('A JKM claim whose day of death was corrected', () => {
  /** Under the law before the one of the day that was reported first. */
  const before = localDate('2019-06-10');
  const formerLaw = jkmFacts({ diedOn: before, coverageAtEvent: coverage('2016-01', 42, before) });
  const [recalculated] = calculateBenefit(claim, fold(claims, open), context, formerLaw);

  it('is calculated by the law of the day that is recorded now', () => {
    expect(recalculated).toMatchObject({
      type: 'BenefitCalculated',
      data: { eventDate: '2019-06-10', totalIdr: 24_000_000 },
    });
    expect(calculatedBy(stands).data).not.toHaveProperty('eventDate');
  });

  it('is not approved as it was calculated for the other day, even where it comes to the same', () => {
    given([...open, calculatedBy(stands)])
      .when(approve(formerLaw))
      .thenRejected('CALCULATION_OUTDATED');
    const sameLaw = jkmFacts({ diedOn: localDate('2026-10-21') });
    given([...open, calculatedBy(stands)])
      .when(approve(sameLaw))
      .thenRejected('CALCULATION_OUTDATED');
  });

  it('is approved for the corrected day', () => {
    const another = contextBy('supervisor-1', 'supervisor');
    const [approved] = approveClaim(claim, fold(claims, [...open, recalculated!]), another, formerLaw);
    expect((approved as EventOf<ClaimEvent, 'ClaimApproved'>).data.eventDate).toBe('2019-06-10');
  });

  describe('after it was approved', () => {
    const second = contextBy('second supervisor', 'supervisor');
    const then = (
      history: readonly ClaimEvent[],
      decide: (state: ClaimAfterApproval) => readonly ClaimEvent[],
    ) => [...history, ...decide(fold(claimsAfterApproval, history))];
    const opened = then(
      then([...open, calculatedBy(stands)], ({ claim: state }) =>
        approveClaim(claim, state, context, stands),
      ),
      (state) =>
        reopenClaim(
          { ...claim, ground: 'ERROR_OF_OFFICE', reason: 'Another day' },
          state,
          contextBy('third supervisor', 'supervisor'),
          stands,
        ),
    );
    const reassess = (basis: Basis) => (state: ClaimAfterApproval) =>
      reassessClaim(claim, state, contextBy('second assessor', 'adjudicator'), basis);
    const approveAnew = (basis: Basis) => (state: ClaimAfterApproval) =>
      approveDifference(claim, state, second, basis);
    const inFormerLaw = then(opened, reassess(formerLaw));

    it('is computed anew by the law of the day that is recorded now, and says of which day', () => {
      expect(inFormerLaw.at(-1)!.data).toMatchObject({
        eventDate: '2019-06-10',
        ruleSetVersion: ruleSetVersionOn(before),
      });
      expect(then(opened, reassess(stands)).at(-1)!.data).not.toHaveProperty('eventDate');
    });

    it('says it once, and is a claim of that day since: also for whoever acts on it', () => {
      const again = then(inFormerLaw, reassess(formerLaw));
      expect(again.at(-1)!.data).not.toHaveProperty('eventDate');
      expect(fold(claims, again)).toMatchObject({ eventDate: '2019-06-10' });
      expect(fold(whoDecides, again).claim).toMatchObject({ eventDate: '2019-06-10' });
    });

    it('is not approved for another day than it was computed for, even where that comes to the same', () => {
      const sameSum = jkmFacts({
        diedOn: localDate('2019-06-11'),
        coverageAtEvent: coverage('2016-01', 42, before),
      });
      expect(() => then(inFormerLaw, approveAnew(sameSum))).toThrow('DIFFERENCE_OUTDATED');
      expect(then(inFormerLaw, approveAnew(formerLaw)).at(-1)!.data).toMatchObject({
        eventDate: '2019-06-10',
      });
    });
  });
});
