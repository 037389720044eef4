import { describe, expect, it } from '@jest/globals';
import { arithmeticOf } from './kept-calculation.js';

const codes = (...all: readonly string[]) => all.map((code) => ({ code }));
const known = (...all: readonly string[]) => all.map((code, nth) => ({ code, arithmetic: `${code} ${nth}` }));

describe('How a component was computed', () => {
  it('stands beside the component of its code, be one cut to nothing or care put before the rest', () => {
    expect(arithmeticOf(codes('CARE', 'STMB'), known('TRANSPORT', 'STMB', 'CARE'))).toEqual([
      'CARE 2',
      'STMB 1',
    ]);
  });

  it('is that of the n-th of a code beside the n-th, where several payees share it', () => {
    expect(arithmeticOf(codes('STMB', 'STMB'), known('STMB', 'CARE', 'STMB'))).toEqual(['STMB 0', 'STMB 2']);
  });

  it('is nothing where nothing says so', () => {
    expect(arithmeticOf(codes('STMB', 'STMB'), known('STMB'))).toEqual(['STMB 0', null]);
    expect(arithmeticOf(codes('STMB'))).toEqual([null]);
  });
});
