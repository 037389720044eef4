import { describe, expect, it } from '@jest/globals';
import { type LocalDate, localDate, period, rupiah } from '#kernel';
import { receiptOfList } from './printed.js';

const textsOf = (reversedOn: LocalDate | null): readonly string[] => {
  const list = {
    importId: 'list',
    kind: 'PAYMENT' as const,
    sponsorId: 'village',
    agreementId: 'agreement',
    period: period('2026-11'),
    months: 1,
    paidOn: localDate('2026-11-02'),
    receipt: 'SP2D-1',
    handedInOn: localDate('2026-11-03'),
    againOf: null,
    rows: 1,
    taken: 1,
    rejected: 0,
    warnings: 0,
    amountIdr: rupiah(16_800),
    paidIdr: rupiah(16_800),
    remainderIdr: rupiah(0),
    reversal: reversedOn === null ? null : ('BOUNCED' as const),
    reversedOn,
    refundedIdr: rupiah(0),
    asked: [],
  };
  const { parts } = receiptOfList(list, 'Desa Contoh', 'id');
  return parts.flatMap((part) => (part.kind === 'TEXT' ? [part.text.id] : []));
};

describe('The receipt of a list', () => {
  it('says of a sum that was taken back that it counts for nothing', () => {
    expect(textsOf(null)).toEqual([]);
    expect(textsOf(localDate('2026-11-20'))).toEqual([
      'Pembayaran ini dibatalkan pada 20 November 2026 dan tidak berlaku.',
    ]);
  });
});
