import { describe, expect, it } from '@jest/globals';
import {
  CLAIM,
  JKK_SUBMITTED,
  calculatedBy,
  jkkFacts,
} from '../../../contexts/claims/domain/claim.examples.js';
import type { RecordedEvent } from '#event-store';
import { ERASED, instant, rupiah } from '#kernel';
import { decisionReader } from './computed-decision.js';

const at = (event: { readonly type: string; readonly data: object }) =>
  ({
    ...event,
    id: 'any',
    position: 7n,
    recordedAt: instant('2026-11-20T03:00:00.000Z'),
  }) as unknown as RecordedEvent;

const CALCULATED = calculatedBy(jkkFacts());

/** Computed once more, with what else is told of it. */
const reassessed = (more: object) => ({
  type: 'BenefitReassessed',
  data: { ...CALCULATED.data, refusal: undefined, ...more },
});

/** What is found in the last of these events. */
function foundIn(...events: readonly { readonly type: string; readonly data: object }[]) {
  const decisionIn = decisionReader();
  return events.map((event) => decisionIn(at(event))).at(-1);
}

describe('A decision in the log', () => {
  it('is told with the programme that its claim was handed in for, and what was asked of the calculator', () => {
    const { components, totalIdr, ruleSetVersion } = CALCULATED.data;
    expect(foundIn(JKK_SUBMITTED, CALCULATED)).toMatchObject({
      claimId: CLAIM,
      programme: 'JKK',
      calculator: 'JKK_CASE',
      position: 7n,
      ruleSetVersion,
      components: components.map(({ code, amountIdr }) => ({ code, amountIdr })),
      totalIdr,
      inputs: expect.objectContaining({}),
    });
  });

  it('has nothing to compute it from once the key of health was destroyed', () => {
    const erased = { ...CALCULATED, data: { ...CALCULATED.data, health: ERASED } };
    expect(foundIn(JKK_SUBMITTED, erased)).not.toHaveProperty('inputs');
  });

  it('of a claim that was assessed again is what the law gave, where something else is due', () => {
    const computed = { components: [], totalIdr: rupiah(0), decision: 'REJECTED_INACTIVE' };
    expect(foundIn(JKK_SUBMITTED, CALCULATED, reassessed({ computed }))).toMatchObject({
      components: [],
      totalIdr: 0,
      refusal: 'REJECTED_INACTIVE',
    });
  });

  it('is none where a person said what is due', () => {
    expect(foundIn(JKK_SUBMITTED, CALCULATED, reassessed({}))).toBeDefined();
    expect(foundIn(JKK_SUBMITTED, CALCULATED, reassessed({ determinedBy: 'COURT' }))).toBeUndefined();
  });

  it('is none where a deduction alone is given back: nothing was computed, and the benefit stands as it was approved', () => {
    const { totalIdr } = CALCULATED.data;
    const nothing = { health: { inputs: {}, arithmetic: [] }, differenceIdr: rupiah(8_400) };
    expect(
      foundIn(JKK_SUBMITTED, CALCULATED, reassessed({ ...nothing, approvedIdr: totalIdr })),
    ).toBeUndefined();
    // Whoever says so and changes what is due has to show from what.
    const approvedIdr = rupiah(totalIdr - 1);
    expect(foundIn(JKK_SUBMITTED, CALCULATED, reassessed({ ...nothing, approvedIdr }))).toBeDefined();
    expect(foundIn(JKK_SUBMITTED, { ...CALCULATED, data: { ...CALCULATED.data, ...nothing } })).toBeDefined();
  });

  it('of an earlier release is what the law gave also where more had been approved, which is not asked back', () => {
    const { components, totalIdr } = CALCULATED.data;
    const kept = rupiah(totalIdr + 4_000_000);
    const stays = { totalIdr: kept, approvedIdr: kept, differenceIdr: rupiah(0) };
    expect(foundIn(JKK_SUBMITTED, CALCULATED, reassessed(stays))).toMatchObject({ totalIdr });
    expect(foundIn(JKK_SUBMITTED, CALCULATED, reassessed({ ...stays, components: [] }))).toMatchObject({
      totalIdr: 0,
      refusalNotKept: true,
    });
    const approvedIdr = rupiah(totalIdr - 1);
    expect(
      foundIn(JKK_SUBMITTED, CALCULATED, reassessed({ ...stays, approvedIdr, components })),
    ).toMatchObject({
      totalIdr: kept,
    });
  });

  it('belongs to a claim that somebody handed in', () => {
    expect(() => foundIn(CALCULATED)).toThrow('nobody submitted');
  });
});
