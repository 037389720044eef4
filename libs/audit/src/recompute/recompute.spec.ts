import { describe, expect, it } from '@jest/globals';
import { calculateInterim } from '../../../contexts/claims/domain/calculate-interim.js';
import {
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  jkkFacts,
  jkmFacts,
  lapsedFacts,
} from '../../../contexts/claims/domain/claim.examples.js';
import { claims } from '../../../contexts/claims/domain/claim.js';
import { earner, employment } from '../../../contexts/claims/domain/wage-earner.examples.js';
import { addDays, fold, rupiah } from '#kernel';
import { eventLog, on, testContext } from '#testing';
import { decisionReader } from './computed-decision.js';
import { recorded } from './decision.examples.js';
import { recompute, totalUnder } from './recompute.js';

describe('A decision that is computed again', () => {
  it('comes out as it was recorded, to the rupiah', () => {
    const decision = recorded();
    expect(decision.totalIdr).toBeGreaterThan(0);
    expect(recompute(decision)).toEqual({ outcome: 'SAME', totalIdr: decision.totalIdr });
  });

  it('and so does a refusal by the law', () => {
    const decision = recorded(lapsedFacts());
    expect(decision).toMatchObject({ totalIdr: 0, refusal: expect.stringMatching(/^REJECTED_/) });
    expect(recompute(decision)).toEqual({ outcome: 'SAME', totalIdr: 0 });
  });

  it('also where somebody has paid, or could not work, for longer than any working life', () => {
    const { facts } = jkmFacts();
    const paidLong = {
      ...facts.participant.coverageAtEvent,
      totalPaidMonths: 1_560,
      consecutivePaidMonths: 1_560,
    };
    const death = recorded(jkmFacts({ coverageAtEvent: paidLong }), { programme: 'JKM', calculator: 'JKM' });
    const accident = recorded(jkkFacts({ incapacityDays: 47_000 }));
    const never = { ...employment().cover, status: 'INACTIVE' as const, employerArrearsMonths: 1_559 };
    const arrears = recorded(jkmFacts(earner(employment({ cover: never }))), {
      programme: 'JKM',
      calculator: 'JKM',
    });
    for (const decision of [death, accident, arrears])
      expect(recompute(decision)).toEqual({ outcome: 'SAME', totalIdr: decision.totalIdr });
  });

  it('is told with each component that differs, where an amount was altered', () => {
    const { components, totalIdr } = recorded();
    const [first, ...others] = components;
    const altered = [{ ...first!, amountIdr: rupiah(first!.amountIdr + 1) }, ...others];
    const more = rupiah(totalIdr + 1);
    expect(recompute(recorded(jkkFacts(), { components: altered, totalIdr: more }))).toEqual({
      outcome: 'DIFFERENT',
      cause: 'SAME_RULES',
      computedIdr: totalIdr,
      amounts: [
        { code: first!.code, recordedIdr: rupiah(first!.amountIdr + 1), computedIdr: first!.amountIdr },
      ],
    });
  });

  it('is told where only the sum was altered', () => {
    const { totalIdr } = recorded();
    const altered = recorded(jkkFacts(), { totalIdr: rupiah(totalIdr + 500_000) });
    expect(recompute(altered)).toMatchObject({ outcome: 'DIFFERENT', computedIdr: totalIdr, amounts: [] });
  });

  it('is told where somebody was refused whom the law pays', () => {
    const { totalIdr } = recorded();
    const refused = recorded(jkkFacts(), {
      components: [],
      totalIdr: rupiah(0),
      refusal: 'REJECTED_INACTIVE',
    });
    expect(recompute(refused)).toMatchObject({
      outcome: 'DIFFERENT',
      computedIdr: totalIdr,
      refusal: { recorded: 'REJECTED_INACTIVE', computed: null },
    });
  });

  it('says that other rules apply, where the decision names others than the day of the event', () => {
    const { totalIdr } = recorded();
    const altered = recorded(jkkFacts(), { ruleSetVersion: 'PP 44/2015', totalIdr: rupiah(totalIdr + 1) });
    expect(recompute(altered)).toMatchObject({ outcome: 'DIFFERENT', cause: 'OTHER_RULES' });
  });

  it('says so where it comes to the same rupiah, and names other rules than those of the day of the event', () => {
    const { totalIdr, ruleSetVersion } = recorded();
    expect(recompute(recorded(jkkFacts(), { ruleSetVersion: 'PP 44/2015' }))).toEqual({
      outcome: 'SAME_BY_OTHER_RULES',
      totalIdr,
      ruleSetVersion,
    });
    // A denial of a school year names none.
    expect(recompute(recorded(jkkFacts(), { ruleSetVersion: '' })).outcome).toBe('SAME');
  });

  it('is the same where an earlier release did not keep by what the law refused', () => {
    const { refusal: _, ...refused } = recorded(lapsedFacts());
    expect(recompute(refused).outcome).toBe('DIFFERENT');
    expect(recompute({ ...refused, refusalNotKept: true }).outcome).toBe('SAME');
  });

  it('is not computed where the key of its inputs was destroyed', () => {
    expect(recompute(recorded(jkkFacts(), { inputs: undefined }))).toEqual({ outcome: 'ERASED' });
  });

  it('is told with the code of the refusal, where the calculator does not take the inputs', () => {
    const { inputs } = recorded();
    const impossible = recorded(jkkFacts(), { inputs: { ...inputs, accidentDate: '2026-02-30' } });
    expect(recompute(impossible)).toMatchObject({ outcome: 'NOT_COMPUTABLE', code: expect.any(String) });
  });

  it('comes to something else under a reform, and the decision stays as it is', () => {
    const decision = recorded();
    const hardlyAnyTransport = { JKK_TRANSPORT_LAND: { '2015-07-01': 1 } };
    expect(totalUnder(hardlyAnyTransport, decision)).toBeLessThan(decision.totalIdr);
    expect(totalUnder({}, decision)).toBe(decision.totalIdr);
    expect(recompute(decision).outcome).toBe('SAME');
  });

  it('is found in the log also of a month while the patient is treated', () => {
    const treated = jkkFacts({
      stageTwoReported: false,
      outcome: undefined,
      injuries: [],
      incapacityDays: 0,
    });
    const events = [JKK_SUBMITTED, COMPLETED];
    const { eventDate } = JKK_SUBMITTED.data;
    const month = {
      claimId: CLAIM,
      unableFrom: eventDate,
      unableUntil: addDays(eventDate, 29),
      certificate: 'ARSIP-ISTIRAHAT',
    };
    const interim = calculateInterim(month, fold(claims, events), testContext(), treated);
    const decisionIn = decisionReader();
    const decisions = eventLog()
      .record([on(`claim-${CLAIM}`, ...events, ...interim)])
      .flatMap((event) => decisionIn(event) ?? []);
    expect(decisions).toMatchObject([{ type: 'InterimCalculated', programme: 'JKK', totalIdr: 1_000_000 }]);
    expect(decisions.map(recompute)).toEqual([{ outcome: 'SAME', totalIdr: 1_000_000 }]);
  });
});
