import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { type ClaimFacts, foldClaim } from './fold-claim.js';

const CLAIM = '6a2b7f0c-0d7a-4f5a-8a53-2f1f5d0a9b22';

type Step = ClaimFacts['steps'][number];
type PayoutStep = ClaimFacts['payouts'][number];

let at = 0;

const step = (kind: Step['step'], on: string, payBy?: string): Step => ({
  eventId: CLAIM,
  logPosition: String(++at),
  claimId: CLAIM,
  step: kind,
  happenedOn: localDate(on),
  participantId: null,
  programme: null,
  office: null,
  amountIdr: null,
  payBy: payBy === undefined ? null : localDate(payBy),
  decision: null,
});

/** A payment of the claim, which arrives. */
function payment(payoutId: string, orderedOn: string, settledOn: string): readonly PayoutStep[] {
  const nothing = {
    participantId: null,
    sourceKind: null,
    sourceId: null,
    payee: null,
    programme: null,
    amountIdr: null,
    careIdr: null,
    reason: null,
  };
  const steps = [
    ['ORDERED', orderedOn],
    ['SETTLED', settledOn],
  ] as const;
  return steps.map(([kind, on]) => ({
    ...nothing,
    eventId: payoutId,
    logPosition: String(++at),
    payoutId,
    step: kind,
    happenedOn: localDate(on),
  }));
}

const folded = (...steps: readonly Step[]) => foldClaim({ claimId: CLAIM, steps, payouts: [] });

describe('A claim', () => {
  it('that was denied late was not decided in time because it was approved after all', () => {
    const denied = [step('COMPLETED', '2026-10-01', '2026-10-08'), step('DENIED', '2026-10-20')];
    const approved = step('APPROVED', '2026-11-05', '2026-11-30');
    expect(folded(...denied, step('REOPENED', '2026-10-30'), approved)).toMatchObject({
      outcome: 'APPROVED',
      decidedOn: '2026-10-20',
      decidedInTime: false,
    });
  });

  it('that was withdrawn is not pending, until it is opened again; how long it took then is not told', () => {
    const withdrawn = [step('COMPLETED', '2026-10-01', '2026-10-08'), step('WITHDRAWN', '2026-10-05')];
    const reopened = [...withdrawn, step('REOPENED', '2026-11-02')];
    const approved = step('APPROVED', '2026-11-05', '2026-11-30');
    expect(folded(...withdrawn)).toMatchObject({ outcome: 'WITHDRAWN', decidedOn: null });
    expect(folded(...reopened)).toMatchObject({ outcome: 'PENDING', decidedOn: null });
    expect(folded(...reopened, approved)).toMatchObject({
      outcome: 'APPROVED',
      decidedOn: '2026-11-05',
      decisionDays: null,
      decidedInTime: null,
    });
  });

  it('has as much longer as it was held', () => {
    const steps = [
      step('COMPLETED', '2026-10-01', '2026-10-08'),
      step('HELD', '2026-10-05'),
      step('RESUMED', '2026-10-19', '2026-10-22'),
      step('APPROVED', '2026-10-20', '2026-10-22'),
    ];
    expect(folded(...steps)).toMatchObject({ decidedInTime: true });
  });

  it('that was paid in time is not late because more was found to be due in another year', () => {
    const steps = [
      step('COMPLETED', '2026-10-01', '2026-10-12'),
      step('APPROVED', '2026-10-06', '2026-10-12'),
    ];
    const first = payment('first', '2026-10-06', '2026-10-08');
    const difference = step('DIFFERENCE_APPROVED', '2027-03-01');
    const second = payment('second', '2027-03-01', '2027-03-03');
    const claim = { claimId: CLAIM, steps: [...steps, difference], payouts: [...first, ...second] };
    expect(foldClaim(claim)).toMatchObject({
      settledOn: '2026-10-08',
      paymentDays: 5,
      settledInTime: true,
    });
  });

  it('that was denied and opened again does not tell how long its payment took', () => {
    const steps = [
      step('COMPLETED', '2026-10-01', '2026-10-08'),
      step('DENIED', '2026-10-05'),
      step('REOPENED', '2026-11-02'),
      step('APPROVED', '2026-11-05', '2026-11-30'),
    ];
    const payouts = payment('only', '2026-11-05', '2026-11-09');
    expect(foldClaim({ claimId: CLAIM, steps, payouts })).toMatchObject({
      settledOn: null,
      paymentDays: null,
      settledInTime: null,
    });
  });
});
