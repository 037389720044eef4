import { describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from './command-context.js';
import { rolesApart } from './roles-together.js';

const together = (...roles: Role[]) => rolesApart(roles) === undefined;

describe('one person', () => {
  it.each(ROLES)('may hold the role %s alone', (role) => {
    expect(together(role)).toBe(true);
  });

  it('may assess and supervise, and may read reports beside', () => {
    expect(together('adjudicator', 'supervisor', 'reporting')).toBe(true);
    expect(together('auditor', 'reporting')).toBe(true);
  });

  it('holds no two roles that take in, decide, pay or look over the same claim', () => {
    const steps: readonly Role[][] = [['registrar'], ['adjudicator', 'supervisor'], ['finance'], ['auditor']];
    for (const [n, step] of steps.entries()) {
      for (const other of steps.slice(n + 1).flat()) {
        for (const one of step) expect([one, other, together(one, other)]).toEqual([one, other, false]);
      }
    }
  });

  it('is of the house or of a PLKK, whatever comes first', () => {
    for (const role of ROLES.filter((one) => one !== 'plkk')) {
      expect([together('plkk', role), together(role, 'plkk')]).toEqual([false, false]);
    }
  });
});
