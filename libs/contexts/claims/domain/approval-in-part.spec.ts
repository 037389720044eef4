import { describe, expect, it } from '@jest/globals';
import { fold, rupiah } from '#kernel';
import { decisionSpec } from '#testing/decisions';
import { as, afterwards } from './after-decision.examples.js';
import { answerObjection } from './answer-objection.js';
import { approveClaim } from './approve-claim.js';
import {
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  JKM_SUBMITTED,
  calculatedBy,
  jkkFacts,
  jkmFacts,
} from './claim.examples.js';
import { claimsAfterDecision } from './claim-after-decision.js';
import type { ClaimComponent, ClaimEvent } from './claim.events.js';
import { type ClaimState, claims } from './claim.js';
import { raiseObjection } from './raise-objection.js';
import { approveDifference } from './approve-difference.js';
import { reassessClaim } from './reassess-claim.js';
import { type PartInput, lessCuts } from './approval-in-part.js';

const given = decisionSpec(claims);
const claim = { claimId: CLAIM };
const PORTER = jkkFacts();
const CALCULATED: readonly ClaimEvent[] = [JKK_SUBMITTED, COMPLETED, calculatedBy(PORTER)];
const REASON = 'The days after the first month are not shown by any paper';
const inPart =
  (...parts: readonly PartInput[]) =>
  (state: ClaimState) =>
    approveClaim({ ...claim, parts, reason: REASON }, state, as('decider'), PORTER);
const CUT: PartInput = { code: 'JKK_STMB', approvedIdr: rupiah(1_000_000), standing: 'CUT' };
const OPEN: PartInput = { ...CUT, standing: 'OPEN' };
const approved = (part: PartInput) => afterwards(CALCULATED, ({ after }) => inPart(part)(after.claim));
const anew = (history: readonly ClaimEvent[]) =>
  afterwards(history, ({ after }) => reassessClaim(claim, after, as('second assessor'), PORTER));

describe('Approving a claim in part (reference 2.7)', () => {
  it('pays what is approved of each component, and keeps the reason', () => {
    expect(inPart(CUT)(fold(claims, CALCULATED))).toMatchObject([
      {
        type: 'ClaimApproved',
        data: {
          totalIdr: 27_050_000,
          parts: [{ ...CUT, calculatedIdr: 2_000_000 }],
          payments: [
            { payee: 'PARTICIPANT', amountIdr: 8_550_000 },
            { payee: 'PLKK', amountIdr: 18_500_000 },
          ],
          person: { reason: REASON },
        },
      },
    ]);
  });

  it('is less than was calculated, of what persons are paid, and not nothing', () => {
    given(CALCULATED)
      .when(inPart({ ...CUT, approvedIdr: rupiah(2_000_000) }))
      .thenRejected('NOT_LESS_THAN_CALCULATED');
    given(CALCULATED)
      .when(inPart({ ...CUT, code: 'JKK_MEDICAL_PLKK' }))
      .thenRejected('COMPONENTS_DO_NOT_FIT');
    given(CALCULATED).when(inPart(CUT, CUT)).thenRejected('COMPONENTS_DO_NOT_FIT');
    const nothing = ['JKK_STMB', 'JKK_PARTIAL_ANATOMIC', 'JKK_TRANSPORT_LAND'].map((code): PartInput => ({
      code,
      approvedIdr: rupiah(0),
      standing: 'CUT',
    }));
    given(CALCULATED)
      .when(inPart(...nothing))
      .thenRejected('NOTHING_LEFT_TO_APPROVE');
  });

  it('leaves open what is looked at again, and pays it as a difference', () => {
    const open = approved(OPEN);
    expect(open.at(-1)).toMatchObject({ type: 'ReassessmentOpened', data: { ground: 'OPEN_PART' } });
    const found = anew(open);
    expect(found.at(-1)).toMatchObject({ data: { approvedIdr: 27_050_000, differenceIdr: 1_000_000 } });
    const paid = afterwards(found, ({ after }) =>
      approveDifference(claim, after, as('second decider'), PORTER),
    );
    expect(paid.at(-1)).toMatchObject({
      data: { totalIdr: 28_050_000, payments: [{ componentCodes: ['JKK_STMB'], amountIdr: 1_000_000 }] },
    });
  });

  it('keeps cut what was cut while another part is open, until somebody objects and is granted', () => {
    const both = afterwards(CALCULATED, ({ after }) =>
      inPart(CUT, { code: 'JKK_TRANSPORT_LAND', approvedIdr: rupiah(0), standing: 'OPEN' })(after.claim),
    );
    expect(anew(both).at(-1)).toMatchObject({ data: { totalIdr: 27_050_000, differenceIdr: 350_000 } });
    const objected = afterwards(approved(CUT), (state) =>
      raiseObjection({ ...claim, grounds: REASON, letter: 'map 8' }, state, as('counter')),
    );
    const granted = afterwards(objected, (state) =>
      answerObjection({ ...claim, answer: 'GRANTED', reason: REASON }, state, as('third'), PORTER),
    );
    expect(anew(granted).at(-1)).toMatchObject({ data: { totalIdr: 28_050_000, differenceIdr: 1_000_000 } });
    expect(fold(claimsAfterDecision, granted).after.approved?.parts).toHaveLength(1);
  });

  it('gives back what was cut where an objection is granted while another part is still open', () => {
    const both = afterwards(CALCULATED, ({ after }) =>
      inPart(CUT, { code: 'JKK_TRANSPORT_LAND', approvedIdr: rupiah(0), standing: 'OPEN' })(after.claim),
    );
    const objected = afterwards(both, (state) =>
      raiseObjection({ ...claim, grounds: REASON, letter: 'map 8' }, state, as('counter')),
    );
    const granted = afterwards(objected, (state) =>
      answerObjection({ ...claim, answer: 'GRANTED', reason: REASON }, state, as('third'), PORTER),
    );
    expect(granted.at(-1)).toMatchObject({ type: 'ReassessmentOpened', data: { ground: 'APPEAL' } });
    expect(anew(granted).at(-1)).toMatchObject({ data: { totalIdr: 28_050_000, differenceIdr: 1_350_000 } });
  });

  it('keeps cut what was cut when a receipt is recorded later: nothing more is due by that', () => {
    const death = jkmFacts();
    const calculated: readonly ClaimEvent[] = [JKM_SUBMITTED, COMPLETED, calculatedBy(death)];
    const parts: readonly PartInput[] = [
      { code: 'JKM_FUNERAL', approvedIdr: rupiah(4_000_000), standing: 'CUT' },
    ];
    const less = afterwards(calculated, ({ after }) =>
      approveClaim({ ...claim, parts, reason: REASON }, after.claim, as('decider'), death),
    );
    expect(less.at(-1)).toMatchObject({ data: { totalIdr: 36_000_000 } });
    decisionSpec(claimsAfterDecision)(less)
      .when(({ after }) => reassessClaim(claim, after, as('second assessor'), death))
      .thenRejected('NOTHING_MORE_DUE');
  });

  it('takes a cut off once where the component is shared out among payees by then', () => {
    const taxi = { law: 'any', article: 'any', code: 'JKK_TRANSPORT_LAND' } as const;
    const shared: readonly ClaimComponent[] = [
      { ...taxi, payee: 'EMPLOYER', amountIdr: rupiah(2_000_000) },
      { ...taxi, payee: 'PARTICIPANT', amountIdr: rupiah(300_000) },
    ];
    const cut = { code: taxi.code, calculatedIdr: rupiah(1_000_000), approvedIdr: rupiah(600_000) };
    const left = (payee?: 'EMPLOYER' | 'PARTICIPANT') =>
      lessCuts(shared, [{ ...cut, standing: 'CUT', ...(payee && { payee }) }]).map(
        ({ payee: to, amountIdr }) => [to, amountIdr],
      );
    expect(left('EMPLOYER')).toEqual([
      ['EMPLOYER', 1_600_000],
      ['PARTICIPANT', 300_000],
    ]);
    for (const ofClaimant of [left('PARTICIPANT'), left()]) {
      expect(ofClaimant).toEqual([['EMPLOYER', 1_900_000]]);
    }
  });
});
