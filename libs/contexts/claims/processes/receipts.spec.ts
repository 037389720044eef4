import { describe, expect, it } from '@jest/globals';
import { accidentsOfDay } from '#contexts/accidents/facts';
import { type Caused, ERASED, instant, localDate, period, rupiah } from '#kernel';
import type { ContributionPaid } from '#contexts/participants/facts';
import type { ClaimHeld } from '../domain/arrears.events.js';
import type { ClaimApproved } from '../domain/decision.events.js';
import type { BenefitReassessed, DifferenceApproved } from '../domain/reassessment.events.js';
import { ACCOUNT, CLAIM, PARTICIPANT } from '../domain/claim.examples.js';
import { jkkClaimId, jkmClaimId } from '../programmes/claim-ids.js';
import { receipts } from './receipts.js';

const paid = (more: Partial<ContributionPaid['data']> = {}): Caused<ContributionPaid> => ({
  id: 'event-id',
  recordedAt: instant('2026-11-25T04:00:00Z'),
  type: 'ContributionPaid',
  data: {
    participantId: PARTICIPANT,
    segment: 'BPU',
    period: period('2026-07'),
    months: 3,
    payer: 'SELF',
    incomeBaseIdr: rupiah(1_000_000),
    components: [],
    amountIdr: rupiah(25_200),
    ruleSetVersion: 'spec',
    paidOn: localDate('2026-11-25'),
    receipt: 'R-1',
    effectiveOn: localDate('2026-11-25'),
    ...more,
  },
});

const noteReceipts = (claimId: string) => ({ key: claimId, command: 'NoteReceipts', input: { claimId } });

describe('the process receipts', () => {
  it('tells every claim that there may be for the day of the event', () => {
    const day = localDate('2026-09-20');
    const accidents = accidentsOfDay(PARTICIPANT, day);
    expect(new Set(accidents).size).toBe(9);
    const claims = [...accidents.map(jkkClaimId), jkmClaimId(PARTICIPANT)];
    expect(receipts.on.ContributionPaid?.(paid({ settlesEventOn: day }))).toEqual(claims.map(noteReceipts));
  });

  it('tells the claim for a death of a payment that was recorded later than it was received', () => {
    const late = { ...paid({ paidOn: localDate('2026-11-24') }), revision: 1n };
    expect(receipts.on.ContributionPaid?.(late)).toEqual([noteReceipts(jkmClaimId(PARTICIPANT))]);
  });

  it('tells the claim for a death of a payment that settles its arrears without having been paid for them', () => {
    const told = receipts.on.ContributionPaid?.({
      ...paid({ settledDeathOn: localDate('2026-09-20') }),
      revision: 1n,
    });
    expect(told).toContainEqual(noteReceipts(jkmClaimId(PARTICIPANT)));
  });

  it('has nothing to tell of what came in time, nor of the first payment of all: nothing rested on less', () => {
    expect(receipts.on.ContributionPaid?.({ ...paid(), revision: 1n })).toEqual([]);
    expect(
      receipts.on.ContributionPaid?.({ ...paid({ paidOn: localDate('2026-11-24') }), revision: 0n }),
    ).toEqual([]);
  });

  it('asks once more when a claim is approved whose amount follows from contributions, and has what it deducts recorded before', () => {
    const approved = (programme: string): Caused<ClaimApproved> => ({
      id: 'event-id',
      recordedAt: instant('2026-11-25T04:00:00Z'),
      type: 'ClaimApproved',
      data: {
        claimId: CLAIM,
        participantId: PARTICIPANT,
        programme,
        eventDate: localDate('2026-10-20'),
        approverId: 'user-2',
        totalIdr: rupiah(10_000_000),
        payments: [],
        entitledChildren: [],
        payBy: localDate('2026-12-01'),
        effectiveOn: localDate('2026-11-25'),
        person: { account: ACCOUNT },
      },
    });
    expect(receipts.on.ClaimApproved?.(approved('JKM'))).toEqual([noteReceipts(CLAIM)]);
    expect(receipts.on.ClaimApproved?.(approved('JKK'))).toEqual([]);
    const deduction = {
      amountIdr: rupiah(8_400),
      law: 'PP 44/2015',
      article: 'convention Q-15b',
      arrears: [{ period: period('2026-10'), amountIdr: rupiah(8_400), isPaid: false }],
    };
    const setOff = approved('JKK');
    expect(receipts.on.ClaimApproved?.({ ...setOff, data: { ...setOff.data, deduction } })).toEqual([
      {
        key: PARTICIPANT,
        command: 'RecordSetOff',
        input: {
          participantId: PARTICIPANT,
          claimId: CLAIM,
          eventOn: '2026-10-20',
          months: ['2026-10'],
          setOffOn: '2026-11-25',
        },
      },
      noteReceipts(CLAIM),
    ]);
  });

  it('asks once more when a claim is held, and after a re-assessment: a receipt may have been recorded meanwhile', () => {
    const common = { claimId: CLAIM, participantId: PARTICIPANT, effectiveOn: localDate('2026-11-25') };
    const recorded = { id: 'event-id', recordedAt: instant('2026-11-25T04:00:00Z') };
    const law = { law: 'PP 44/2015', article: 'convention Q-1', detail: 'Arrears' };
    const held: Caused<ClaimHeld> = {
      ...recorded,
      type: 'ClaimHeld',
      data: { ...common, ...law, assessorId: 'user-1', reason: 'PENDING_ARREARS' },
    };
    expect(receipts.on.ClaimHeld?.(held)).toEqual([noteReceipts(CLAIM)]);
    const reassessed = (differenceIdr: number): Caused<BenefitReassessed> => ({
      ...recorded,
      type: 'BenefitReassessed',
      data: {
        ...common,
        assessorId: 'user-1',
        ruleSetVersion: 'spec',
        components: [],
        totalIdr: rupiah(10_000_000),
        approvedIdr: rupiah(10_000_000),
        differenceIdr: rupiah(differenceIdr),
        entitledChildren: [],
        health: ERASED,
      },
    });
    expect(receipts.on.BenefitReassessed?.(reassessed(0))).toEqual([noteReceipts(CLAIM)]);
    expect(receipts.on.BenefitReassessed?.(reassessed(1))).toEqual([]);
    const approved = (programme: string): Caused<DifferenceApproved> => ({
      ...recorded,
      type: 'DifferenceApproved',
      data: {
        ...common,
        programme,
        eventDate: localDate('2026-10-20'),
        approverId: 'user-2',
        totalIdr: rupiah(42_000_000),
        differenceIdr: rupiah(32_000_000),
        payments: [],
        entitledChildren: [],
        payBy: localDate('2026-12-01'),
        person: { account: ACCOUNT },
      },
    });
    expect(receipts.on.DifferenceApproved?.(approved('JKM'))).toEqual([noteReceipts(CLAIM)]);
    expect(receipts.on.DifferenceApproved?.(approved('JKK'))).toEqual([]);
  });
});
