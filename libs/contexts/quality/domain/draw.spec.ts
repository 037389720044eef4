import { describe, expect, it } from '@jest/globals';
import { localDate, rupiah } from '#kernel';
import { v5 } from 'uuid';
import { type Decision, PER_THOUSAND, drawSample, reviewerOfficeOf, stratumOf, subjectOf } from './draw.js';
import { errorRate, isTooHigh } from './error-rate.js';

const decision = (nth: number, more: Partial<Decision> = {}): Decision => ({
  decisionId: `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`,
  claimId: `11111111-0000-4000-8000-${String(nth).padStart(12, '0')}`,
  participantId: '22222222-0000-4000-8000-000000000000',
  kind: 'APPROVAL',
  amountIdr: rupiah(5_000_000),
  isAgainstEngine: false,
  office: 'BEKASI',
  deciderId: 'cahya',
  handIds: [],
  decidedOn: localDate('2026-11-20'),
  ...more,
});
const many = (count: number, more: Partial<Decision> = {}, from = 0) =>
  Array.from({ length: count }, (_, nth) => decision(from + nth, more));
const denied = (rule: string) => ({ kind: 'DENIAL', amountIdr: rupiah(0), rule }) as const;

const SEED = '5eed'.repeat(16);
const drawn = (all: readonly Decision[], seed = SEED, isDoubled = false) =>
  drawSample(all, { seed, isDoubled }).map(({ decision: { decisionId } }) => decisionId);

describe('a decision is drawn', () => {
  it.each<[string, Partial<Decision>, string]>([
    ['below ten million', { amountIdr: rupiah(9_999_999) }, 'APPROVAL_BELOW_10M'],
    ['of ten million', { amountIdr: rupiah(10_000_000) }, 'APPROVAL_TO_100M'],
    ['of a hundred million', { amountIdr: rupiah(100_000_000) }, 'APPROVAL_TO_100M'],
    ['above', { amountIdr: rupiah(100_000_001) }, 'APPROVAL_ABOVE_100M'],
    ['that denies', denied('COVERAGE'), 'DENIAL'],
    ['for a false paper', denied('D-08'), 'DENIAL_FOR_DISHONESTY'],
    ['for a false statement', { ...denied('D-19'), isAgainstEngine: true }, 'DENIAL_FOR_DISHONESTY'],
    ['against what the law was found to say', { isAgainstEngine: true }, 'AGAINST_ENGINE'],
  ])('%s by a rate of its own', (_what, more, stratum) => {
    expect(stratumOf(decision(1, more))).toBe(stratum);
  });

  it.each<[string, number, Partial<Decision>, number]>([
    ['1 % of approvals below ten million', 1000, {}, 10],
    ['5 % up to a hundred million', 1000, { amountIdr: rupiah(50_000_000) }, 50],
    ['25 % above', 100, { amountIdr: rupiah(500_000_000) }, 25],
    ['10 % of denials', 100, denied('COVERAGE'), 10],
    ['every denial for dishonesty', 30, denied('D-08'), 30],
    ['everything against the law as it was found', 30, { isAgainstEngine: true }, 30],
    ['at least five of whoever decides', 100, {}, 5],
    ['all of whoever has decided less', 3, {}, 3],
    ['nothing of nothing', 0, {}, 0],
  ])('with %s', (_what, count, more, expected) => {
    expect(drawn(many(count, more))).toHaveLength(expected);
  });

  it('of invoices, school years and compensations as much as of claims, each by itself', () => {
    const id = '44444444-0000-4000-8000-000000000001';
    const dear = { amountIdr: rupiah(500_000_000) };
    const invoices = many(100, { ...dear, subject: { kind: 'INVOICE', id } }, 1000);
    const years = many(40, { subject: { kind: 'SCHOLARSHIP', id }, deciderId: 'dewi' }, 2000);
    const refused = { ...denied('DELAY_OF_PAYEE'), isAgainstEngine: true };
    const compensations = many(7, { ...refused, subject: { kind: 'COMPENSATION', id } }, 3000);
    const claims = many(100, dear);
    const all = [...invoices, ...years, ...compensations, ...claims];
    const sample = drawSample(all, { seed: SEED, isDoubled: false }).map(({ decision: one }) =>
      subjectOf(one),
    );
    const countOf = (subject: string) => sample.filter((one) => one === subject).length;
    expect(['CLAIM', 'INVOICE', 'SCHOLARSHIP', 'COMPENSATION'].map(countOf)).toEqual([25, 25, 5, 7]);
    // What is drawn of claims does not depend on what else was decided.
    expect(drawn(all).filter((one) => drawn(claims).includes(one))).toHaveLength(25);
  });

  it('with at least five of each who decides', () => {
    const deciders = ['ani', 'budi', 'cahya'];
    const all = deciders.flatMap((deciderId, place) => many(40, { deciderId }, place * 40));
    const byDecider = drawSample(all, { seed: SEED, isDoubled: false }).map(
      ({ decision: one }) => one.deciderId,
    );
    expect(deciders.map((id) => byDecider.filter((one) => one === id).length)).toEqual([5, 5, 5]);
  });

  it('twice as often where too much was wrong, and never more than all', () => {
    expect(drawn(many(1000), SEED, true)).toHaveLength(20);
    expect(drawn(many(30, denied('D-08')), SEED, true)).toHaveLength(30);
  });

  it('by the seed and the decisions alone, in whatever order they come', () => {
    const all = many(500);
    expect(drawn(all.toReversed())).toEqual(drawn(all));
    expect(drawn(all, '0'.repeat(64))).not.toEqual(drawn(all));
  });

  it('as an auditor draws it again who knows nothing of this program', () => {
    const all = [
      ...many(300, { deciderId: 'ani' }),
      ...many(120, { amountIdr: rupiah(20_000_000), deciderId: 'budi' }, 300),
      ...many(40, { ...denied('COVERAGE'), deciderId: 'cahya' }, 420),
    ];
    const [ani, budi, cahya] = ['ani', 'budi', 'cahya'].map((who) =>
      all
        .filter(({ deciderId }) => deciderId === who)
        .map(({ decisionId }) => ({
          decisionId,
          ticket: v5(`quality-sample/${SEED}/${decisionId}`, '8f2a1d0e-3b57-5c46-9a41-6d1c5e7b9f20'),
        }))
        .sort((one, other) => (one.ticket < other.ticket ? -1 : 1)),
    );
    // Ani: 1 % are three, and five at least; Budi: 5 % are six; Cahya: 10 % are four, and five at least.
    const again = [...ani!.slice(0, 5), ...budi!.slice(0, 6), ...cahya!.slice(0, 5)];
    expect(new Set(drawn(all))).toEqual(new Set(again.map(({ decisionId }) => decisionId)));
  });

  it('and is reviewed by the next branch, where there is another one', () => {
    const offices = ['KARAWANG', 'BEKASI', 'PURWAKARTA', 'BEKASI'];
    expect(['BEKASI', 'KARAWANG', 'PURWAKARTA'].map((one) => reviewerOfficeOf(one, offices))).toEqual([
      'KARAWANG',
      'PURWAKARTA',
      'BEKASI',
    ]);
    expect(reviewerOfficeOf('BEKASI', ['BEKASI'])).toBeUndefined();
  });

  it('by rates that are those of the reference', () => {
    expect(PER_THOUSAND).toEqual({
      AGAINST_ENGINE: 1000,
      DENIAL_FOR_DISHONESTY: 1000,
      DENIAL: 100,
      APPROVAL_ABOVE_100M: 250,
      APPROVAL_TO_100M: 50,
      APPROVAL_BELOW_10M: 10,
    });
  });
});

describe('the error rate', () => {
  it.each([
    [1, 20, 5, 0.89, 23.61],
    [0, 20, 0, 0, 16.11],
    [20, 20, 100, 83.89, 100],
    [3, 100, 3, 1.03, 8.45],
  ])(
    'of %s in %s is %s %%, with its interval by Wilson',
    (wrong, reviewed, percent, lowPercent, highPercent) => {
      expect(errorRate({ reviewed, wrong })).toEqual({ reviewed, wrong, percent, lowPercent, highPercent });
    },
  );

  it('is nothing where nothing was reviewed', () => {
    expect(errorRate({ reviewed: 0, wrong: 0 })).toBeUndefined();
  });

  it('is too high above three of a hundred', () => {
    expect([3, 4].map((wrong) => isTooHigh({ reviewed: 100, wrong }))).toEqual([false, true]);
    expect(isTooHigh({ reviewed: 0, wrong: 0 })).toBe(false);
  });
});
