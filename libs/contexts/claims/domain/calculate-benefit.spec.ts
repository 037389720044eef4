import { describe, expect, it } from '@jest/globals';
import { type EventOf, fold, localDate, opened, period, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { calculateBenefit } from './calculate-benefit.js';
import {
  ACCIDENT,
  CHILD,
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  LATER_PAPERS,
  JKM_SUBMITTED,
  calculated,
  coverage,
  invoice,
  jkkFacts,
  jkmFacts,
  receivedLater,
} from './claim.examples.js';
import type { AccidentForClaim, JkkFacts } from '../programmes/jkk/facts.js';
import type { ParticipantForClaim } from '../programmes/participant.js';
import type { Basis } from './programme.js';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, claims } from './claim.js';
import { holds } from './held-for.js';
import { type DisabilityPaid, NOTHING_PAID } from '../programmes/jkk/disability-paid.js';

const given = decisionSpec(claims);
const stateOf = (...events: ClaimEvent[]): ClaimState => fold(claims, events);

function calculatedFrom(basis: Basis, state: ClaimState): EventOf<ClaimEvent, 'BenefitCalculated'>['data'] {
  const [event, ...more] = calculateBenefit({ claimId: CLAIM }, state, testContext(), basis);
  expect(more).toEqual([]);
  if (event?.type !== 'BenefitCalculated') throw new Error(`Decided ${event?.type}`);
  return event.data;
}

const amounts = (data: EventOf<ClaimEvent, 'BenefitCalculated'>['data']) =>
  Object.fromEntries(data.components.map(({ code, amountIdr, payee }) => [code, [amountIdr, payee]]));

const jkk = stateOf(JKK_SUBMITTED, receivedLater(LATER_PAPERS), COMPLETED);
const jkm = stateOf(JKM_SUBMITTED, COMPLETED);

describe('calculating a JKK claim', () => {
  it('adds up care, transport, incapacity and disability, each with its payee', () => {
    const data = calculatedFrom(jkkFacts(), jkk);
    expect(amounts(data)).toEqual({
      JKK_MEDICAL_PLKK: [18_500_000, 'PLKK'],
      JKK_TRANSPORT_LAND: [350_000, 'RECEIPT_PAYER'],
      JKK_STMB: [2_000_000, 'PARTICIPANT'],
      JKK_PARTIAL_ANATOMIC: [7_200_000, 'PARTICIPANT'],
    });
    expect(data).toMatchObject({ totalIdr: 28_050_000, assessorId: 'user-1', entitledChildren: [] });
  });

  it('pays back care that the patient paid for at another facility', () => {
    const facts = jkkFacts({ care: [], reimbursements: [invoice(750_000)] });
    expect(amounts(calculatedFrom(facts, jkk))).toMatchObject({
      JKK_MEDICAL: [750_000, 'RECEIPT_PAYER'],
    });
  });

  it('keeps disability and arithmetic in the health part only', () => {
    const { health, ...open } = calculatedFrom(jkkFacts(), jkk);
    expect(JSON.stringify(open)).not.toMatch(/TELUNJUK|9%|row/);
    expect(open.components.map(({ article }) => article)).toContain('Annex III');
    expect(opened(health)?.arithmetic.map(({ arithmetic }) => arithmetic)).toContain(
      '9% × 80 × 1,000,000 = 7,200,000',
    );
    expect(opened(health)?.inputs).toMatchObject({ injuries: [{ item: 'TELUNJUK_TANGAN' }] });
  });

  it('names the children when the accident ends in death or total disability', () => {
    const grave = jkkFacts({ outcome: 'TOTAL_PERMANENT', injuries: [] }, { children: [CHILD] });
    expect(calculatedFrom(grave, jkk).entitledChildren).toEqual([CHILD]);
    expect(calculatedFrom(jkkFacts({}, { children: [CHILD] }), jkk).entitledChildren).toEqual([]);
  });

  it('comes to zero with the rule when contributions stopped five months before', () => {
    const lapsed = coverage('2025-12', 4, localDate('2026-08-20'));
    const facts = jkkFacts({ conclusion: undefined }, { coverageAtEvent: lapsed, children: [CHILD] });
    expect(calculatedFrom(facts, jkk)).toMatchObject({
      totalIdr: 0,
      components: [],
      entitledChildren: [],
      refusal: { decision: 'REJECTED_INACTIVE', rule: 'membership-is-active' },
    });
  });

  it('pays for an occupational disease that arose months after the last paid month of whoever worked for himself', () => {
    // Paid to November 2025, diagnosed nine months later; until three years after that the right is kept.
    const lapsed = { coverageAtEvent: coverage('2025-09', 3, localDate('2026-08-20')) };
    const disease = jkkFacts({ kind: 'OCCUPATIONAL_DISEASE' }, lapsed);
    expect(calculatedFrom(disease, jkk)).toMatchObject({ totalIdr: 28_050_000 });
    expect(calculatedFrom(jkkFacts({}, lapsed), jkk).refusal?.decision).toBe('REJECTED_INACTIVE');
    const long = { coverageAtEvent: coverage('2023-05', 3, localDate('2026-08-20')) };
    expect(calculatedFrom(jkkFacts({ kind: 'OCCUPATIONAL_DISEASE' }, long), jkk).refusal?.decision).toBe(
      'REJECTED_DISEASE_TOO_LATE',
    );
  });

  it('comes to zero when it was concluded not to be a work accident', () => {
    expect(calculatedFrom(jkkFacts({ conclusion: 'NOT_WORK_ACCIDENT' }), jkk).refusal?.decision).toBe(
      'REJECTED_NOT_WORK_ACCIDENT',
    );
  });

  it('is held while the month of the accident is in arrears, which is said once, and goes on once they are settled', () => {
    const day = localDate('2026-08-20');
    const arrears = [
      { period: period('2026-07'), amountIdr: rupiah(8_400), isPaid: false },
      { period: period('2026-08'), amountIdr: rupiah(8_400), isPaid: false },
    ];
    const inArrears = jkkFacts({}, { coverageAtEvent: coverage('2026-05', 2, day), arrears });
    expect(calculateBenefit({ claimId: CLAIM }, jkk, testContext(), inArrears)).toMatchObject([
      {
        type: 'ClaimHeld',
        data: {
          reason: 'PENDING_ARREARS',
          article: 'convention Q-1',
          arrears,
          settleBy: '2027-02-18',
        },
      },
    ]);
    const [hold] = calculateBenefit({ claimId: CLAIM }, jkk, testContext(), inArrears);
    const held = [JKK_SUBMITTED, COMPLETED, hold as ClaimEvent];
    const again = (basis: typeof inArrears) =>
      calculateBenefit({ claimId: CLAIM }, fold(claims, held), testContext(), {
        ...basis,
        ...fold(holds, held),
      });
    expect(again(inArrears)).toEqual([]);
    const onePaid = arrears.map((month, nth) => (nth === 0 ? { ...month, isPaid: true } : month));
    const fewer = jkkFacts({}, { coverageAtEvent: coverage('2026-05', 2, day), arrears: onePaid });
    expect(again(fewer)).toMatchObject([{ type: 'ClaimHeld', data: { settleBy: '2027-02-18' } }]);
    const settled = jkkFacts({}, { coverageAtEvent: coverage('2026-05', 4, day) });
    expect(calculatedFrom(settled, jkk).totalIdr).toBe(28_050_000);
  });

  it('pays for a death that was traced to this accident, and waits for the trace', () => {
    const death = { outcome: 'DEATH', injuries: [] } as const;
    const traced = (more: Partial<JkkFacts> = {}) =>
      jkkFacts(death, { diedOfAccidentId: ACCIDENT, children: [CHILD] }, more);
    expect(amounts(calculatedFrom(traced(), jkk))).toMatchObject({ JKK_DEATH: [48_000_000, 'HEIR'] });
    for (const diedOfAccidentId of [undefined, 'another'])
      given([JKK_SUBMITTED, COMPLETED])
        .when((state) =>
          calculateBenefit({ claimId: CLAIM }, state, testContext(), jkkFacts(death, { diedOfAccidentId })),
        )
        .thenRejected('DEATH_NOT_TRACED');
    const whole = calculatedFrom(traced(), jkk);
    const difference = calculatedFrom(traced({ paidAsJkm: rupiah(42_000_000) }), jkk);
    expect(amounts(difference)).toMatchObject({ JKK_DEATH: [6_000_000, 'HEIR'] });
    expect(whole.totalIdr - difference.totalIdr).toBe(42_000_000);
    expect(difference.entitledChildren).toEqual(whole.entitledChildren);
  });

  describe('of somebody whom an earlier claim paid for disability', () => {
    const after = (
      paid: Partial<DisabilityPaid>,
      accident: Partial<AccidentForClaim> = {},
      participant: Partial<ParticipantForClaim> = {},
    ) => jkkFacts(accident, participant, { paidBefore: { ...NOTHING_PAID, ...paid } });
    const finger = (percent: number) => [{ item: 'TELUNJUK_TANGAN', side: 'RIGHT', percent } as const];
    const NO_COSTS = { incapacityDays: 0, transport: {}, care: [] };

    it('pays the difference where the same finger is worse now, and in full for the other hand', () => {
      expect(amounts(calculatedFrom(after({ items: finger(4.5) }), jkk))).toMatchObject({
        JKK_PARTIAL_ANATOMIC: [3_600_000, 'PARTICIPANT'],
      });
      const left = { injuries: [{ item: 'TELUNJUK_TANGAN', side: 'LEFT' } as const] };
      expect(amounts(calculatedFrom(after({ items: finger(9) }, left), jkk))).toMatchObject({
        JKK_PARTIAL_ANATOMIC: [5_600_000, 'PARTICIPANT'],
      });
    });

    it('pays care, transport and incapacity all the same', () => {
      const data = calculatedFrom(after({ items: finger(9) }), jkk);
      expect(Object.keys(amounts(data))).toEqual(['JKK_MEDICAL_PLKK', 'JKK_TRANSPORT_LAND', 'JKK_STMB']);
    });

    it('comes to zero with the convention where nothing else is asked for, and tells no injury outside of health', () => {
      const { health, ...open } = calculatedFrom(after({ items: finger(9) }, NO_COSTS), jkk);
      expect(open).toMatchObject({
        totalIdr: 0,
        components: [],
        refusal: { decision: 'REJECTED_ALREADY_PAID', article: 'convention R-9' },
      });
      expect(JSON.stringify(open)).not.toMatch(/TELUNJUK|RIGHT|9%/);
      expect(opened(health)?.inputs).toMatchObject({ injuries: [{ alreadyPaidPct: 9 }] });
    });

    it('leaves a death, and a second total disability, after a paid total one to a person', () => {
      const paid = { totalPermanent: true };
      const died = after(
        paid,
        { outcome: 'DEATH', injuries: [] },
        { diedOfAccidentId: ACCIDENT, children: [CHILD] },
      );
      const disabled = after(paid, { outcome: 'TOTAL_PERMANENT', injuries: [] }, { children: [CHILD] });
      for (const facts of [died, disabled])
        expect(calculatedFrom(facts, jkk)).toMatchObject({
          totalIdr: 0,
          refusal: { decision: 'MANUAL_REVIEW' },
          entitledChildren: [],
        });
    });

    it('is refused once nobody can read what was paid: it neither pays twice nor guesses', () => {
      const { details } = given([JKK_SUBMITTED, COMPLETED])
        .when((state) => calculateBenefit({ claimId: CLAIM }, state, testContext(), after({ erased: true })))
        .thenRejected('EARLIER_DISABILITY_ERASED');
      expect(details.allowed).toEqual([
        'a supervisor settles it by the papers of the earlier claim and cancels this one',
      ]);
    });

    it('is refused by the law first: what was erased is then of no interest', () => {
      const facts = after({ erased: true }, { conclusion: 'NOT_WORK_ACCIDENT' });
      expect(calculatedFrom(facts, jkk).refusal?.decision).toBe('REJECTED_NOT_WORK_ACCIDENT');
    });
  });

  it('waits for the conclusion and for stage II', () => {
    given([JKK_SUBMITTED, COMPLETED])
      .when((state) =>
        calculateBenefit({ claimId: CLAIM }, state, testContext(), jkkFacts({ conclusion: undefined })),
      )
      .thenRejected('ACCIDENT_NOT_CONCLUDED');
    given([JKK_SUBMITTED, COMPLETED])
      .when((state) =>
        calculateBenefit({ claimId: CLAIM }, state, testContext(), jkkFacts({ stageTwoReported: false })),
      )
      .thenRejected('STAGE_TWO_MISSING');
  });
});

describe('calculating a JKM claim', () => {
  it('gives 42,000,000 and names the child after 40 paid months', () => {
    const data = calculatedFrom(jkmFacts(), jkm);
    expect(amounts(data)).toEqual({
      JKM_DEATH: [20_000_000, 'HEIR'],
      JKM_PERIODIC: [12_000_000, 'HEIR'],
      JKM_FUNERAL: [10_000_000, expect.any(String)],
    });
    expect(data).toMatchObject({ totalIdr: 42_000_000, entitledChildren: [CHILD] });
  });

  it('comes to zero for a death by a work accident: JKK pays for it', () => {
    expect(calculatedFrom(jkmFacts({ diedOfAccidentId: ACCIDENT }), jkm)).toMatchObject({
      totalIdr: 0,
      entitledChildren: [],
      refusal: { decision: 'REJECTED_WORK_ACCIDENT', article: 'Art. 34' },
    });
  });

  it('gives 10,000,000 and no scholarship after two paid months', () => {
    const short = coverage('2026-09', 2, localDate('2026-10-20'));
    expect(calculatedFrom(jkmFacts({ coverageAtEvent: short }), jkm)).toMatchObject({
      totalIdr: 10_000_000,
      entitledChildren: [],
    });
  });

  it('gives no scholarship beside the 10,000,000 of a member who came back two months ago, however much was paid before', () => {
    const cameBack = { ...coverage('2026-09', 2, localDate('2026-10-20')), totalPaidMonths: 40 };
    expect(calculatedFrom(jkmFacts({ coverageAtEvent: cameBack }), jkm)).toMatchObject({
      totalIdr: 10_000_000,
      entitledChildren: [],
    });
  });

  it('names no child after 35 paid months', () => {
    const months35 = coverage('2023-12', 35, localDate('2026-10-20'));
    expect(calculatedFrom(jkmFacts({ coverageAtEvent: months35 }), jkm)).toMatchObject({
      totalIdr: 42_000_000,
      entitledChildren: [],
    });
  });
});

describe('calculating', () => {
  it('may be repeated until somebody decides', () => {
    const again = calculatedFrom(jkkFacts(), stateOf(JKK_SUBMITTED, COMPLETED, calculated()));
    expect(again.totalIdr).toBe(28_050_000);
  });

  it('waits for the documents', () => {
    given([JKK_SUBMITTED])
      .when((state) => calculateBenefit({ claimId: CLAIM }, state, testContext(), jkkFacts()))
      .thenRejected('CLAIM_INCOMPLETE');
  });

  it('is refused where there is no claim', () => {
    given()
      .when((state) => calculateBenefit({ claimId: CLAIM }, state, testContext(), jkkFacts()))
      .thenRejected('CLAIM_NOT_FOUND');
  });
});
