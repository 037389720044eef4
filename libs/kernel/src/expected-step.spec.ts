import { describe, expect, it } from '@jest/globals';
import { type Expecting, type OtherStep, isHeld } from './expected-step.js';
import { localDate } from './local-date.js';

const on: OtherStep = { kind: 'CLAIM', id: 'claim-id', slot: 'dispute', party: 'rani' };
const open: Expecting = {
  expected: {
    step: 'END_DISPUTE',
    turn: 'FAMILY',
    since: localDate('2026-11-20'),
    dueDays: [localDate('2027-11-20')],
  },
};
const ended = (named?: readonly string[]): Expecting => (named ? { named } : {});

describe('A step that waits for another one', () => {
  it('waits as long as that is open, and afterwards where that names others, or nobody', () => {
    const held = [open, ended(), ended(['rani', 'budi']), ended(['budi']), ended([])];
    expect(held.map((other) => isHeld(on, other))).toEqual([true, false, false, true, true]);
    expect(isHeld({ ...on, party: undefined }, ended(['budi']))).toBe(true);
  });

  it('waits as well for what is another step there, whomever the end of an earlier one named', () => {
    const held = [{ holds: true } as const, { ...ended(['rani']), holds: true } as const];
    expect(held.map((other) => isHeld(on, other))).toEqual([true, true]);
    expect(held.map((other) => isHeld({ ...on, onlyFor: 'OTHERS' }, other))).toEqual([true, true]);
  });

  it('waits for one that is open for some alone only where it is for one of them, or that ended for others', () => {
    const of = { ...open, openFor: ['budi'], givenUp: ['siti'] };
    const held = (known: Expecting, onlyFor?: 'OTHERS' | 'NOBODY') =>
      ['rani', 'budi', 'siti', undefined].map((party) =>
        isHeld({ ...on, party, ...(onlyFor && { onlyFor }) }, known),
      );
    expect(held(of)).toEqual([false, true, true, false]);
    expect(held(of, 'OTHERS')).toEqual([true, true, true, true]);
    expect(held(of, 'NOBODY')).toEqual([true, true, false, true]);
    const named = { ...of, named: ['budi', 'siti'] };
    expect(held(named)).toEqual([true, true, true, true]);
    expect(held(named, 'OTHERS')).toEqual([false, true, true, false]);
    expect(held({ ...of, holds: true })).toEqual([true, true, true, true]);
  });

  it.each([
    ['OTHERS', [true, true, true, false, true]],
    ['NOBODY', [true, true, true, true, false]],
  ] as const)('is expected only once that names %s', (onlyFor, expected) => {
    const held = [open, ended(), ended(['rani', 'budi']), ended(['budi']), ended([])];
    expect(held.map((other) => isHeld({ ...on, onlyFor }, other))).toEqual(expected);
  });
});
