import { describe, expect, it } from '@jest/globals';
import { rupiah } from '#kernel';
import {
  amountOf,
  atLeast,
  atMost,
  count,
  less,
  money,
  product,
  rate,
  ratio,
  result,
  sum,
} from './expression.js';

const wage = money(rupiah(1_000_000));

describe('an expression', () => {
  it('is written as people calculate', () => {
    expect(result(product(rate('4.5'), count(80), wage))).toBe('4.5% × 80 × 1,000,000 = 3,600,000');
    expect(result(product(sum(count(3), count(3)), money(rupiah(5))))).toBe('(3 + 3) × 5 = 30');
    expect(result(sum(product(count(2), wage), wage))).toBe('2 × 1,000,000 + 1,000,000 = 3,000,000');
    expect(result(wage)).toBe('1,000,000');
    expect(result(sum(wage))).toBe('1,000,000');
  });

  it('is rounded at the end only', () => {
    const third = product(ratio(1, 3), money(rupiah(1)));
    expect(amountOf(sum(third, third, third))).toBe(1);
    expect(amountOf(third)).toBe(0);
  });

  it('shows a limit only where it cuts', () => {
    expect(result(atMost(rupiah(5), money(rupiah(5))))).toBe('5');
    expect(result(atMost(rupiah(5), product(count(2), money(rupiah(3)))))).toBe('2 × 3 = 6 → max 5');
    expect(result(atLeast(rupiah(5), money(rupiah(4))))).toBe('4 → min 5');
    expect(amountOf(atLeast(rupiah(5), money(rupiah(4))))).toBe(5);
  });

  it('subtracts, but not below nothing', () => {
    expect(result(less(money(rupiah(5)), money(rupiah(3))))).toBe('5 − 3 = 2');
    expect(amountOf(less(money(rupiah(3)), money(rupiah(5))))).toBe(0);
  });
});
