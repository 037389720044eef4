import { describe, expect, it } from '@jest/globals';
import { v5 } from 'uuid';
import { derivedId, namedId, namespace } from './derived-id.js';

const LINDUNG = '8f2a1d0e-3b57-5c46-9a41-6d1c5e7b9f20';
const OTHER = '3d0f6b0a-5c1e-5b64-8f0b-7a0a5d0c9e11';

describe('An id that follows from others', () => {
  it('is the UUID that the standard makes of the parts, which stands in stored events', () => {
    expect(derivedId('843acf9e-4620-851a-b031-0ffffd007189', 'contribution')).toBe(
      '46f5060f-8238-5959-a63b-572ca1260147',
    );
  });

  it.each(['', 'a', 'Nyi Séro/é', 'x'.repeat(5_000), ...Array.from({ length: 64 }, (_, nth) => `n/${nth}`)])(
    'is what the library makes of %j',
    (name) => {
      expect(derivedId(...name.split('/'))).toBe(v5(name, LINDUNG));
      expect(namedId(namespace(OTHER), name)).toBe(v5(name, OTHER));
    },
  );
});
