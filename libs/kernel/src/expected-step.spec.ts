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

  it.each([
    ['OTHERS', [true, true, true, false, true]],
    ['NOBODY', [true, true, true, true, false]],
  ] as const)('is expected only once that names %s', (onlyFor, expected) => {
    const held = [open, ended(), ended(['rani', 'budi']), ended(['budi']), ended([])];
    expect(held.map((other) => isHeld({ ...on, onlyFor }, other))).toEqual(expected);
  });
});
