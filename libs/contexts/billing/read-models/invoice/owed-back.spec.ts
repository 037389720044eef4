import { describe, expect, it } from '@jest/globals';
import { rupiah } from '#kernel';
import { owedBackOf } from './owed-back.js';

const paid = (
  amountIdr: number,
  cameBackIdr = 0,
  status: 'ORDERED' | 'SETTLED' | 'CANCELLED' = 'SETTLED',
) => ({
  status,
  amountIdr: rupiah(amountIdr),
  cameBackIdr: rupiah(cameBackIdr),
});
const owed = (approvedIdr: number, ...payments: readonly ReturnType<typeof paid>[]) =>
  owedBackOf({ approvedIdr: rupiah(approvedIdr) }, payments);

describe('What a facility owes back of an invoice', () => {
  it('is what notes have credited, and nothing where none has', () => {
    expect(owed(900_000, paid(900_000))).toBe(0);
    expect(owed(800_000, paid(900_000))).toBe(100_000);
    expect(owed(800_000, paid(500_000), paid(400_000, 0, 'ORDERED'))).toBe(100_000);
  });

  it('is less what came back of it: a note about that money asks for nothing more', () => {
    expect(owed(900_000, paid(900_000, 100_000))).toBe(0);
    expect(owed(800_000, paid(900_000, 100_000))).toBe(0);
    expect(owed(750_000, paid(900_000, 100_000))).toBe(50_000);
  });

  it('is nothing of a payment that was given up', () => {
    expect(owed(800_000, paid(900_000, 0, 'CANCELLED'))).toBe(0);
  });
});
