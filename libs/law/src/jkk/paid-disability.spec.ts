import { describe, expect, it } from '@jest/globals';
import { deductPaid, type Injury, paidForItems, type PaidItem } from '#law';
import { localDate, rupiah } from '#kernel';
import { calculateJkkCase } from './jkk-case.js';

const DAY = localDate('2026-09-01');
const FINGER = { item: 'TELUNJUK_TANGAN', side: 'RIGHT', kind: 'ANATOMIC' } as const;
const HALF_FINGER = { ...FINGER, kind: 'FUNCTIONAL', functionLossPct: 50 } as const;
const ARM = { item: 'LENGAN_SENDI_BAHU', side: 'RIGHT', kind: 'ANATOMIC' } as const;
const LEG = { item: 'SEBELAH_KAKI_PANGKAL_PAHA', kind: 'ANATOMIC' } as const;

const paidFor = (...injuries: readonly Injury[]) => paidForItems(DAY, { injuries });
const deducted = (paid: readonly PaidItem[], ...injuries: readonly Injury[]) =>
  deductPaid(paid, DAY, { injuries }).map(({ alreadyPaidPct = 0 }) => alreadyPaidPct);
const caseOf = (injuries: readonly Injury[]) =>
  calculateJkkCase({ accidentDate: DAY, monthlyWage: rupiah(1_000_000), injuries });

describe('what an accident pays for an item', () => {
  it('is its percentage of the table, by the hand that is used', () => {
    expect(paidFor(HALF_FINGER)).toEqual([{ item: 'TELUNJUK_TANGAN', side: 'RIGHT', percent: 4.5 }]);
    expect(paidForItems(DAY, { injuries: [FINGER], dominantHand: 'LEFT' })).toMatchObject([{ percent: 7 }]);
  });

  it('is what was left of it after an earlier deduction', () => {
    expect(paidFor({ ...FINGER, alreadyPaidPct: 4.5 })).toMatchObject([{ percent: 4.5 }]);
    expect(paidFor({ ...FINGER, alreadyPaidPct: 9 })).toMatchObject([{ percent: 0 }]);
  });

  it('is its part of the 70 % where the accident was capped, and rounded down', () => {
    expect(paidFor(ARM, LEG).map(({ percent }) => percent)).toEqual([37.333333, 32.666666]);
  });
});

describe('what was paid before', () => {
  it('is deducted from the same item of the same side, and from no other', () => {
    const paid = paidFor(HALF_FINGER);
    expect(deducted(paid, FINGER, { ...FINGER, side: 'LEFT' }, ARM)).toEqual([4.5, 0, 0]);
  });

  it('is added up over all accidents, and never more than the injury is worth', () => {
    const first = paidFor(HALF_FINGER);
    const second = paidFor(...deductPaid(first, DAY, { injuries: [FINGER] }));
    expect(deducted([...first, ...second], FINGER)).toEqual([9]);
    expect(deducted(paidFor(FINGER), HALF_FINGER)).toEqual([4.5]);
    expect(deducted([{ ...FINGER, percent: 500 }], FINGER)).toEqual([9]);
  });

  it('is deducted once where two injuries name the same item', () => {
    expect(deducted(paidFor(HALF_FINGER), HALF_FINGER, FINGER)).toEqual([4.5, 0]);
  });

  it('was for the same leg where the same side is stated, and may have been for the other where none is', () => {
    const right = { ...LEG, side: 'RIGHT' } as const;
    expect(deducted(paidFor(right), right)).toEqual([35]);
    expect(deducted(paidFor(right), { ...LEG, side: 'LEFT' })).toEqual([0]);
    expect(deducted(paidFor(LEG), right)).toEqual([0]);
    expect(deducted(paidFor(right), LEG)).toEqual([0]);
  });

  it('is deducted of an item that names any of several parts only beyond those a body has', () => {
    const finger = { item: 'JARI_LAIN_TANGAN', side: 'RIGHT', kind: 'ANATOMIC' } as const;
    expect(deducted(paidFor(finger), finger, finger)).toEqual([0, 0]);
    expect(deducted(paidFor(finger, finger), finger, finger)).toEqual([0, 4]);
    expect(deducted([...paidFor(finger, finger), { ...finger, percent: 2 }], finger)).toEqual([2]);
    expect(deducted(paidFor(LEG, LEG), LEG)).toEqual([35]);
    const eye = { item: 'SEBELAH_MATA' };
    expect(deducted(paidFor(eye), eye, eye)).toEqual([0, 35]);
    const toe = { item: 'JARI_KAKI_LAIN', side: 'LEFT' } as const;
    expect(deducted(paidFor(toe, toe, toe), toe)).toEqual([2]);
  });

  it('changes nothing where there is nothing', () => {
    const injuries = [FINGER];
    expect(deductPaid([], DAY, { injuries })).toBe(injuries);
  });
});

describe('a case whose disability was paid before', () => {
  const inFull = deductPaid(paidFor(FINGER), DAY, { injuries: [FINGER] });

  it('pays the difference to the higher grade', () => {
    const { totalIdr, components } = caseOf(deductPaid(paidFor(HALF_FINGER), DAY, { injuries: [FINGER] }));
    expect(totalIdr).toBe(3_600_000);
    expect(components[0]?.arithmetic).toBe('(9% − 4.5%) × 80 × 1,000,000 = 3,600,000');
  });

  it('is refused where nothing is left, by a component that says why and tells no injury', () => {
    expect(caseOf(inFull)).toMatchObject({
      totalIdr: 0,
      decision: 'REJECTED_ALREADY_PAID',
      components: [{ code: 'JKK_REJECTED_ALREADY_PAID', amountIdr: 0, article: 'convention R-9' }],
    });
    expect(JSON.stringify(caseOf(inFull))).not.toContain('TELUNJUK');
  });

  it('still pays everything else', () => {
    const accident = { accidentDate: DAY, monthlyWage: rupiah(1_000_000), injuries: inFull };
    const care = calculateJkkCase({ ...accident, plkkInvoice: rupiah(500_000) });
    expect(care).toMatchObject({ totalIdr: 500_000, components: [{ code: 'JKK_MEDICAL_PLKK' }] });
    expect(care).not.toHaveProperty('decision');
  });

  it('is capped by what is left, not by what was there: 70 % for one accident', () => {
    const both = [...inFull, ARM, LEG];
    expect(caseOf(both).components).toMatchObject([{ code: 'JKK_PARTIAL_CAPPED', amountIdr: 56_000_000 }]);
    expect(caseOf(deductPaid(paidFor(ARM), DAY, { injuries: [ARM, LEG] })).totalIdr).toBe(28_000_000);
  });
});
