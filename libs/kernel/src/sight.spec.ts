import { describe, expect, it } from '@jest/globals';
import { isWithin, requireSight, seesAll, sightOf } from './sight.js';
import { conflict, refusals } from './refusal.js';

const HERE = '7d3c1c10-0000-4000-8000-000000000001';
const ELSEWHERE = '7d3c1c10-0000-4000-8000-000000000002';
const { MISSING } = refusals({ MISSING: conflict({ en: 'There is none', id: 'Tidak ada' }) });

describe('what somebody sees', () => {
  it('is everybody for those of the house, and its own for a PLKK', () => {
    expect(seesAll({ roles: ['registrar'] })).toBe(true);
    const { facilityId } = sightOf({ roles: ['plkk'], facilityId: HERE });
    expect(isWithin({ facilityId }, [undefined, HERE])).toBe(true);
    expect(isWithin({ facilityId }, [ELSEWHERE, undefined])).toBe(false);
  });

  it('is nothing for a PLKK that names no facility', () => {
    const sight = sightOf({ roles: ['plkk'] });
    expect([isWithin(sight, []), isWithin(sight, [undefined]), isWithin(sight, [HERE])]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('stays bounded by a facility whatever roles come beside it', () => {
    expect(seesAll({ roles: ['supervisor', 'plkk'], facilityId: HERE })).toBe(false);
  });

  it('shows health data to few, accounts to finance, persons to all but reporting', () => {
    expect(sightOf({ roles: ['registrar'] })).toEqual({ persons: true, health: false, accounts: false });
    expect(sightOf({ roles: ['finance'] })).toEqual({ persons: true, health: false, accounts: true });
    expect(sightOf({ roles: ['reporting'] })).toEqual({ persons: false, health: false, accounts: false });
    expect(sightOf({ roles: ['reporting', 'auditor'] })).toMatchObject({ persons: true, health: true });
  });

  it('decides whether a thing exists', () => {
    const actor = { roles: ['plkk'] as const, facilityId: HERE };
    expect(() => requireSight(actor, [HERE], MISSING)).not.toThrow();
    expect(() => requireSight(actor, [], MISSING)).toThrow('MISSING');
    expect(() => requireSight({ roles: ['system'] }, [], MISSING)).not.toThrow();
  });
});
