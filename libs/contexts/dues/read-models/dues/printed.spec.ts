import { describe, expect, it } from '@jest/globals';
import { type LocalDate, localDate, rupiah } from '#kernel';
import { receiptOfEmployer } from './printed.js';

const textsOf = (reversedOn: LocalDate | null): readonly string[] => {
  const payment = {
    paymentId: 'payment',
    amountIdr: rupiah(1_000_000),
    bankReference: 'B-1',
    paidOn: localDate('2026-11-02'),
    recordedOn: localDate('2026-11-03'),
    reversal: reversedOn === null ? null : ('BOUNCED' as const),
    reversedOn,
  };
  const { parts } = receiptOfEmployer(payment, { employerId: 'factory', name: 'PT Contoh', npp: '1' }, 'id');
  return parts.flatMap((part) => (part.kind === 'TEXT' ? [part.text.en] : []));
};

describe('The receipt of an employer', () => {
  it('says of a payment that was taken back that it counts for nothing', () => {
    expect(textsOf(null)).toHaveLength(1);
    expect(textsOf(localDate('2026-11-20'))).toEqual([
      ...textsOf(null),
      'This payment was taken back on 20 November 2026 and counts for nothing.',
    ]);
  });
});
