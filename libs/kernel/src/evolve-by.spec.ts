import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from './domain-event.js';
import { evolveBy, unchanged } from './evolve-by.js';

type LampEvent = DomainEvent<'LampLit', { watts: number }> | DomainEvent<'LampSeen', { by: string }>;

const evolve = evolveBy<{ readonly watts: number }, LampEvent>(
  { LampLit: ({ watts }, { data }) => ({ watts: watts + data.watts }), LampSeen: unchanged },
  'lamp event',
);

describe('a fold as a table', () => {
  it('does with an event what stands by its type', () => {
    expect(evolve({ watts: 40 }, { type: 'LampLit', data: { watts: 20 } })).toEqual({ watts: 60 });
  });

  it('leaves the state as it is where that is all that stands there', () => {
    const state = { watts: 40 };
    expect(evolve(state, { type: 'LampSeen', data: { by: 'nobody' } })).toBe(state);
  });

  it('does not pass over an event that nobody thought of', () => {
    const later = { type: 'LampSold', data: {} } as unknown as LampEvent;
    expect(() => evolve({ watts: 40 }, later)).toThrow('Unexpected lamp event');
  });
});
