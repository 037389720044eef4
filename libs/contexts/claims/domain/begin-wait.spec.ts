import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { approveClaim } from './approve-claim.js';
import { beginWait } from './begin-wait.js';
import { calculateBenefit } from './calculate-benefit.js';
import { by, on, open, proposed, supervisor } from './claim-by-people.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { CLAIM, jkkFacts } from './claim.examples.js';
import { type ClaimState, claims } from './claim.js';
import { denyClaim } from './deny-claim.js';
import { type EndWaitInput, endWait } from './end-wait.js';
import { WAIT_REASONS, type WaitReason } from './left-to-people.events.js';
import { claimsAndTheirPapers, proposeDenial } from './propose-denial.js';
import { WAIT_TERMS } from './terms.js';
import { withdrawClaim } from './withdraw-claim.js';

const given = decisionSpec(claims);
const QUESTION = 'Is the stiff finger a consequence of the accident?';

/** The time for payment ends on 1 December 2026; today is Friday, 20 November. */
const waits = (reason: WaitReason): ClaimEvent => ({
  type: 'WaitBegun',
  data: {
    ...by,
    askerId: 'adjudicator',
    reason,
    until: WAIT_TERMS[reason].until(by.effectiveOn),
    ...(reason === 'MEDICAL_ADVICE' ? { health: { words: QUESTION } } : { person: { words: QUESTION } }),
  },
});

describe('a claim that waits for somebody outside of the office', () => {
  const begin =
    (reason: WaitReason, day = '2026-11-20') =>
    (state: ClaimState) =>
      beginWait(
        { claimId: CLAIM, reason, question: QUESTION },
        state,
        testContext({ today: localDate(day), actor: { ...testContext().actor, id: 'adjudicator' } }),
      );
  const end =
    (input: Omit<EndWaitInput, 'claimId'>, day = '2026-11-25') =>
    (state: ClaimState) =>
      endWait({ claimId: CLAIM, ...input }, state, on(day), jkkFacts());
  const ANSWER = { answer: 'It is, by the advisory doctor', evidence: 'archive/advice' };

  it.each(WAIT_REASONS)('waits for %s until a day, with a question in words', (reason) => {
    given(open)
      .when(begin(reason))
      .thenRecorded([waits(reason)]);
  });

  it('is neither calculated nor decided meanwhile, and may be withdrawn', () => {
    const events = [...open, waits('INSPECTOR')];
    given(events)
      .when((state) => calculateBenefit({ claimId: CLAIM }, state, testContext(), jkkFacts()))
      .thenRejected('CLAIM_WAITING');
    given(events)
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), jkkFacts()))
      .thenRejected('CLAIM_WAITING');
    const withdrawn = withdrawClaim(
      { claimId: CLAIM, reason: 'WISH_OF_CLAIMANT', letter: 'archive/letter' },
      fold(claims, events),
      testContext(),
    );
    expect(withdrawn.map(({ type }) => type)).toEqual(['ClaimWithdrawn']);
  });

  it('goes on with the answer, and its last day moves by the working days of the wait', () => {
    given([...open, waits('MEDICAL_ADVICE')])
      .when(end({ how: 'ANSWERED', ...ANSWER }))
      .thenRecorded([
        {
          type: 'WaitEnded',
          data: {
            ...by,
            effectiveOn: localDate('2026-11-25'),
            enderId: testContext().actor.id,
            reason: 'MEDICAL_ADVICE',
            how: 'ANSWERED',
            payBy: localDate('2026-12-04'),
            health: { words: ANSWER.answer, evidence: ANSWER.evidence },
          },
        },
      ]);
  });

  it('moves a last day that had passed by every day of the wait: the claim is as late afterwards as before', () => {
    const late = [...open, ...begin('MEDICAL_ADVICE', '2026-12-04')(fold(claims, open))];
    const [overTheWeekend] = end({ how: 'ANSWERED', ...ANSWER }, '2026-12-07')(fold(claims, late));
    expect(overTheWeekend?.data).toMatchObject({ payBy: '2026-12-04' });
  });

  it('is not answered without words and what shows them', () => {
    given([...open, waits('OTHER_PAYER')])
      .when(end({ how: 'ANSWERED', answer: ANSWER.answer }))
      .thenRejected('ANSWER_MISSING');
  });

  it('goes on without an answer once its time is over, and not before', () => {
    const events = [...open, waits('MEDICAL_ADVICE')];
    given(events)
      .when(end({ how: 'GIVEN_UP' }, '2026-11-27'))
      .thenRejected('ANSWER_MAY_STILL_COME');
    const [ended] = end({ how: 'GIVEN_UP' }, '2026-11-28')(fold(claims, events));
    expect(ended?.data).toMatchObject({ how: 'GIVEN_UP', reason: 'MEDICAL_ADVICE' });
    expect(ended?.data).not.toHaveProperty('health');
  });

  it('of heirs who disagree ends by agreement, judgment or waiver, and by a denial after twelve months', () => {
    const events = [...open, waits('HEIR_DISPUTE')];
    given(events)
      .when(end({ how: 'GIVEN_UP' }, '2027-12-01'))
      .thenRejected('WAIT_ENDS_OTHERWISE');
    for (const how of ['AGREED', 'JUDGED', 'WAIVED'] as const) {
      const [ended] = end({ how, ...ANSWER })(fold(claims, events));
      expect(ended).toMatchObject({ type: 'WaitEnded', data: { how, person: { words: ANSWER.answer } } });
    }
    const propose = (day: string) => (state: { claim: ClaimState }) =>
      proposeDenial(
        { claimId: CLAIM, reason: 'HEIR_DISPUTE_OPEN', grounds: QUESTION, evidence: 'archive/minutes' },
        state,
        on(day),
      );
    decisionSpec(claimsAndTheirPapers)(events)
      .when(propose('2027-11-20'))
      .thenRejected('DISPUTE_MAY_STILL_END');
    const [proposal] = propose('2027-11-21')(fold(claimsAndTheirPapers, events));
    expect(proposal?.type).toBe('DenialProposed');
    const [denied] = denyClaim(
      { claimId: CLAIM },
      fold(claims, [...events, proposed('HEIR_DISPUTE_OPEN')]),
      supervisor(),
      jkkFacts(),
    );
    expect(denied?.data).toMatchObject({ rule: 'D-18' });
  });

  it('has a way out whatever it waits for', () => {
    for (const reason of WAIT_REASONS) {
      const { ends } = WAIT_TERMS[reason];
      expect(ends.includes('GIVEN_UP') || reason === 'HEIR_DISPUTE').toBe(true);
    }
  });
});
