import { describe, expect, it } from '@jest/globals';
import { ERASED, fold, localDate, rupiah } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { approveClaim } from './approve-claim.js';
import { cancelClaim } from './cancel-claim.js';
import {
  ACCIDENT,
  ACCOUNT,
  CHILD,
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  JKM_SUBMITTED,
  PARTICIPANT,
  calculatedBy,
  coverage,
  jkkFacts,
  jkmFacts,
} from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimIn, claims, knownClaim } from './claim.js';
import { type ClaimAfterApproval, claimsAfterApproval } from './claim-after-approval.js';
import { noteReceipts } from './note-receipts.js';
import type { Basis } from './programme.js';
import { approveDifference } from './approve-difference.js';
import { dropReassessment } from './drop-reassessment.js';
import { reassessClaim, sayDifference } from './reassess-claim.js';
import { reopenClaim } from './reopen-claim.js';

const given = decisionSpec(claimsAfterApproval);
const DIED = localDate('2026-10-20');

/** Two paid months were known: 10,000,000. By a receipt that was recorded later there were 40: 42,000,000 and a scholarship. */
const TWO_MONTHS = jkmFacts({ coverageAtEvent: coverage('2026-09', 2, DIED) });
const FORTY_MONTHS = jkmFacts();

const as = (id: string, today = '2026-12-01') =>
  testContext({ today: localDate(today), actor: { ...TEST_ACTOR, id } });
const approvedOn = (basis: Basis, submitted: ClaimEvent = JKM_SUBMITTED): readonly ClaimEvent[] => {
  const known = [submitted, COMPLETED, calculatedBy(basis)];
  return [...known, ...approveClaim({ claimId: CLAIM }, fold(claims, known), as('approver'), basis)];
};
const APPROVED = approvedOn(TWO_MONTHS);

const note = (basis: Basis) => (state: ClaimAfterApproval) =>
  noteReceipts({ claimId: CLAIM }, state, as('process'), basis);
const reassess =
  (basis: Basis, by = 'second-assessor') =>
  (state: ClaimAfterApproval) =>
    reassessClaim({ claimId: CLAIM }, state, as(by), basis);
const approve =
  (basis: Basis, by = 'second-approver', today = '2026-12-02') =>
  (state: ClaimAfterApproval) =>
    approveDifference({ claimId: CLAIM }, state, as(by, today), basis);
const after = (
  history: readonly ClaimEvent[],
  decide: (state: ClaimAfterApproval) => readonly ClaimEvent[],
) => [...history, ...decide(fold(claimsAfterApproval, history))];

const OPENED = after(APPROVED, note(FORTY_MONTHS));
const REASSESSED = after(OPENED, reassess(FORTY_MONTHS));

describe('a receipt that was recorded after the approval (Q-1, rule 10)', () => {
  it('opens a re-assessment where more is due, once, and nothing where it is not', () => {
    given(APPROVED)
      .when(note(FORTY_MONTHS))
      .thenRecorded([
        {
          type: 'ReassessmentOpened',
          data: { claimId: CLAIM, participantId: PARTICIPANT, effectiveOn: localDate('2026-12-01') },
        },
      ]);
    given(OPENED).when(note(FORTY_MONTHS)).thenNothing();
    given(APPROVED).when(note(TWO_MONTHS)).thenNothing();
    given(approvedOn(FORTY_MONTHS)).when(note(TWO_MONTHS)).thenNothing();
  });

  it('changes nothing of what was decided: only the difference is calculated and approved', () => {
    const [reassessed] = reassess(FORTY_MONTHS)(fold(claimsAfterApproval, OPENED));
    expect(reassessed).toMatchObject({
      type: 'BenefitReassessed',
      data: {
        assessorId: 'second-assessor',
        totalIdr: 42_000_000,
        approvedIdr: 10_000_000,
        differenceIdr: 32_000_000,
        entitledChildren: [CHILD],
      },
    });
    const [approved, ...more] = approve(FORTY_MONTHS)(fold(claimsAfterApproval, REASSESSED));
    expect(more).toEqual([]);
    expect(approved).toMatchObject({
      type: 'DifferenceApproved',
      data: {
        approverId: 'second-approver',
        totalIdr: 42_000_000,
        differenceIdr: 32_000_000,
        payments: [
          {
            payee: 'HEIR',
            componentCodes: ['JKM_DEATH', 'JKM_PERIODIC', 'JKM_FUNERAL'],
            amountIdr: 32_000_000,
          },
        ],
        entitledChildren: [CHILD],
        // Three working days from the day on which it was opened.
        payBy: '2026-12-04',
        person: { account: ACCOUNT },
      },
    });
    const before = knownClaim(fold(claims, APPROVED));
    expect(fold(claims, after(REASSESSED, approve(FORTY_MONTHS)))).toEqual({
      ...before,
      hands: { ...before.hands, entitledIds: [CHILD.childId] },
    });
  });

  it('is paid once: nothing more is due afterwards, and there is nothing to approve again', () => {
    const paid = after(REASSESSED, approve(FORTY_MONTHS));
    given(paid).when(note(FORTY_MONTHS)).thenNothing();
    given(paid).when(reassess(FORTY_MONTHS)).thenRejected('NOTHING_MORE_DUE');
    given(paid).when(approve(FORTY_MONTHS)).thenRejected('NOT_REASSESSED');
  });

  it('may come again: the next difference is counted from everything that was approved', () => {
    const someMonths = jkmFacts({ coverageAtEvent: coverage('2025-10', 13, DIED) });
    const first = [someMonths, FORTY_MONTHS].reduce<readonly ClaimEvent[]>(
      (history, basis) => after(after(after(history, note(basis)), reassess(basis)), approve(basis)),
      APPROVED,
    );
    const differences = first.flatMap((event) =>
      event.type === 'DifferenceApproved' ? [[event.data.differenceIdr, event.data.payments.length]] : [],
    );
    // 13 months give the whole sum and no scholarship; 40 the scholarship beside it.
    expect(differences).toEqual([
      [32_000_000, 1],
      [0, 0],
    ]);
  });

  it('need not wait for the process: whoever knows of the receipt may calculate at once', () => {
    expect(after(APPROVED, reassess(FORTY_MONTHS)).at(-1)).toMatchObject({
      data: { differenceIdr: 32_000_000 },
    });
    given(APPROVED).when(reassess(TWO_MONTHS)).thenRejected('NOTHING_MORE_DUE');
    given(APPROVED).when(approve(FORTY_MONTHS)).thenRejected('NOT_REASSESSED');
  });

  it('passes through four eyes, by person', () => {
    given(REASSESSED).when(approve(FORTY_MONTHS, 'second-assessor')).thenRejected('ASSESSOR_CANNOT_DECIDE');
    given(after(REASSESSED, reassess(FORTY_MONTHS, 'third')))
      .when(approve(FORTY_MONTHS, 'second-assessor'))
      .thenRejected('ASSESSOR_CANNOT_DECIDE');
    given(REASSESSED).when(approve(FORTY_MONTHS, 'submitter')).thenRejected('SUBMITTER_CANNOT_DECIDE');
  });

  it('is not paid on what one person entered late by themselves', () => {
    const unconfirmed = jkmFacts({ unconfirmed: ['CONTRIBUTIONS'] });
    given(REASSESSED).when(approve(unconfirmed)).thenRejected('BACK_DATED_UNCONFIRMED');
  });

  it('is approved only as it would come out today, and ends where nothing more is due any more', () => {
    given(REASSESSED).when(approve(TWO_MONTHS)).thenRejected('DIFFERENCE_OUTDATED');
    const ended = after(REASSESSED, reassess(TWO_MONTHS));
    expect(ended.at(-1)).toMatchObject({ type: 'BenefitReassessed', data: { differenceIdr: 0 } });
    expect(fold(claimsAfterApproval, ended).reassessment).toBeUndefined();
    given(ended).when(note(FORTY_MONTHS)).thenRecorded(OPENED.slice(-1));
  });

  it('keeps what the law gave, where that is less and is not asked back, or nothing', () => {
    const [less] = reassess(TWO_MONTHS)(
      fold(claimsAfterApproval, [...approvedOn(FORTY_MONTHS), OPENED.at(-1)!]),
    );
    expect(less).toMatchObject({
      data: { totalIdr: 42_000_000, differenceIdr: 0, computed: { totalIdr: 10_000_000 } },
    });
    // Paid for months that were long ago, and taken back since.
    const lapsed = jkmFacts({ coverageAtEvent: coverage('2025-06', 4, DIED) });
    const [refused] = reassess(lapsed)(fold(claimsAfterApproval, OPENED));
    expect(refused).toMatchObject({
      data: {
        totalIdr: 10_000_000,
        differenceIdr: 0,
        computed: { components: [], totalIdr: 0, decision: expect.any(String) },
      },
    });
    expect(REASSESSED.at(-1)).not.toHaveProperty('data.computed');
  });

  it('does not grant a child again that was named after the approval: that has got its scholarship by being named', () => {
    const namedSince = jkmFacts({ children: [{ ...CHILD, asOf: localDate('2026-12-02') }] });
    given(approvedOn(jkmFacts({ children: [] })))
      .when(note(namedSince))
      .thenNothing();
  });

  describe('gives a scholarship that the approval gave nobody', () => {
    const CHILDLESS = approvedOn(jkmFacts({ ...TWO_MONTHS.facts.participant, children: [] }));
    const NAMED = { ...CHILD, asOf: localDate('2026-12-02') };
    const withNamed = jkmFacts({ children: [NAMED] });
    const granted = after(after(after(CHILDLESS, note(withNamed)), reassess(withNamed)), approve(withNamed));

    it('also to a child that was named since: being named gave it nothing', () => {
      expect(CHILDLESS.at(-1)).toMatchObject({ data: { entitledChildren: [], withoutScholarship: true } });
      expect(granted.at(-1)).toMatchObject({
        type: 'DifferenceApproved',
        data: { entitledChildren: [NAMED] },
      });
    });

    it('where nothing else is due, too', () => {
      const thirteen = { coverageAtEvent: coverage('2025-10', 13, DIED), children: [] };
      expect(after(approvedOn(jkmFacts(thirteen)), note(withNamed)).at(-1)?.type).toBe('ReassessmentOpened');
    });

    it('from then on by being named: to nobody once more', () => {
      expect(granted.at(-1)).not.toHaveProperty('data.withoutScholarship');
      const another = { ...CHILD, childId: 'another-child', asOf: localDate('2026-12-20') };
      given(granted)
        .when(note(jkmFacts({ children: [NAMED, another] })))
        .thenNothing();
    });

    it('and says so again where it gives none still', () => {
      const more = jkmFacts({ coverageAtEvent: coverage('2025-10', 13, DIED), children: [NAMED] });
      const still = after(after(after(CHILDLESS, note(more)), reassess(more)), approve(more));
      expect(still.at(-1)).toMatchObject({
        type: 'DifferenceApproved',
        data: { entitledChildren: [], withoutScholarship: true },
      });
      expect(after(still, note(withNamed)).at(-1)?.type).toBe('ReassessmentOpened');
    });

    it('to those alone who were known where an earlier release approved, which did not say that it gave none', () => {
      const old = CHILDLESS.map((event) => {
        if (event.type !== 'ClaimApproved') return event;
        const { withoutScholarship: _unsaid, ...data } = event.data;
        return { ...event, data };
      });
      const [reassessed] = reassess(withNamed)(fold(claimsAfterApproval, old));
      expect(reassessed).toMatchObject({ data: { differenceIdr: 32_000_000, entitledChildren: [] } });
    });
  });

  it('is none of a claim whose amount does not follow from contributions, nor of one that is not approved', () => {
    const more = jkkFacts({ incapacityDays: 90 });
    const jkk = approvedOn(jkkFacts(), JKK_SUBMITTED);
    given(jkk).when(note(more)).thenNothing();
    given(jkk).when(reassess(more)).thenRejected('NOTHING_MORE_DUE');
    given([JKM_SUBMITTED, COMPLETED]).when(reassess(FORTY_MONTHS)).thenRejected('CLAIM_COMPLETE');
    given().when(reassess(FORTY_MONTHS)).thenRejected('CLAIM_NOT_FOUND');
  });

  describe('of somebody who was erased', () => {
    const erased = ([, ...rest]: readonly ClaimEvent[]): readonly ClaimEvent[] => [
      { ...JKM_SUBMITTED, data: { ...JKM_SUBMITTED.data, person: ERASED } },
      ...rest,
    ];
    const drop = (state: ClaimAfterApproval) => {
      if (state.claim.situation !== 'APPROVED') throw new Error(state.claim.situation);
      return dropReassessment(
        { claimId: CLAIM, reason: 'NOBODY_CLAIMS_IT' },
        state,
        as('supervisor'),
        state.claim,
        jkmFacts(),
      );
    };

    it('opens nothing, and is no dead end where it was open: a supervisor gives it up', () => {
      given(erased(APPROVED)).when(note(FORTY_MONTHS)).thenNothing();
      given(erased(OPENED)).when(reassess(FORTY_MONTHS)).thenRejected('PERSONAL_DATA_ERASED');
      given(erased(REASSESSED)).when(approve(FORTY_MONTHS)).thenRejected('PERSONAL_DATA_ERASED');
      given(erased(REASSESSED))
        .when(drop)
        .thenRecorded([
          {
            type: 'ReassessmentDropped',
            data: {
              claimId: CLAIM,
              participantId: PARTICIPANT,
              deciderId: 'supervisor',
              reason: 'NOBODY_CLAIMS_IT',
              effectiveOn: localDate('2026-12-01'),
            },
          },
        ]);
    });

    it('is the only one that is given up', () => {
      expect(given(REASSESSED).when(drop).thenRejected('NOT_TO_BE_CANCELLED').details.allowed).toEqual([
        'calculate what is due beside what was approved',
        'approve the difference',
      ]);
      given(APPROVED).when(drop).thenRejected('CLAIM_APPROVED');
      given(APPROVED)
        .when(({ claim }) =>
          cancelClaim({ claimId: CLAIM, reason: 'NOBODY_CLAIMS_IT' }, claim, as('supervisor'), TWO_MONTHS),
        )
        .thenRejected('CLAIM_APPROVED');
    });
  });

  it('is counted in whole rupiah of what was approved', () => {
    expect(fold(claimsAfterApproval, after(REASSESSED, approve(FORTY_MONTHS))).approved?.approvedIdr).toBe(
      rupiah(42_000_000),
    );
  });
});

describe('a death that JKK pays for, after JKM was approved', () => {
  const TRACED = jkmFacts({ diedOfAccidentId: ACCIDENT });
  const reopen = (basis: Basis) => (state: ClaimAfterApproval) =>
    reopenClaim(
      { claimId: CLAIM, ground: 'ERROR_OF_OFFICE', reason: 'Wrong months' },
      state,
      as('boss'),
      basis,
    );
  const say = (basis: Basis, ground: 'COURT' | 'ADVISORY_DOCTOR') => (state: ClaimAfterApproval) =>
    sayDifference(
      {
        claimId: CLAIM,
        ground,
        components: [{ code: 'JKM_PERIODIC', amountIdr: rupiah(92_000_000) }],
        reason: 'It was said',
        evidence: 'PN 1/2026',
      },
      state,
      as('second-assessor'),
      basis,
    );

  it('is not opened again as JKM, nor said to be more', () => {
    given(APPROVED).when(reopen(TRACED)).thenRejected('PAID_BY_OTHER_PROGRAMME');
    const opened = after(APPROVED, reopen(TWO_MONTHS));
    given(opened).when(say(TRACED, 'COURT')).thenRejected('PAID_BY_OTHER_PROGRAMME');
    given(opened).when(say(TWO_MONTHS, 'ADVISORY_DOCTOR')).thenRejected('GROUND_DOES_NOT_REACH');
    expect(after(opened, say(TWO_MONTHS, 'COURT')).at(-1)).toMatchObject({ type: 'BenefitReassessed' });
  });

  it('is let go by a supervisor where it was opened before that was known, and only then', () => {
    const opened = after(APPROVED, reopen(TWO_MONTHS));
    const drop = (basis: Basis) => (state: ClaimAfterApproval) =>
      dropReassessment(
        { claimId: CLAIM, reason: 'SETTLED_BY_PAPERS' },
        state,
        as('boss'),
        state.claim as ClaimIn<'APPROVED'>,
        basis,
      );
    given(opened).when(drop(TWO_MONTHS)).thenRejected('NOT_TO_BE_CANCELLED');
    expect(after(opened, drop(TRACED)).at(-1)).toMatchObject({ type: 'ReassessmentDropped' });
  });
});
