import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RecentIds } from './recent-ids.js';

const CAPACITY = 8;

/** Few ids, and such as share a place in the table. */
const ids = fc
  .tuple(fc.nat(3), fc.nat(5))
  .map(([high, low]) => `00000000-0000-4000-8000-00${high}0000000${String(low).padStart(2, '0')}`);

it('The newest ids are known where they were added first, and no others', () => {
  fc.assert(
    fc.property(fc.array(ids, { maxLength: 60 }), (added) => {
      const recent = new RecentIds(CAPACITY);
      let known = new Map<string, number>();
      for (const [position, id] of added.entries()) {
        recent.add(id, position);
        if (!known.has(id)) known = new Map([...known, [id, position] as const].slice(-CAPACITY));
        for (const one of new Set(added)) expect(recent.find(one)).toBe(known.get(one));
      }
      recent.clear();
      for (const one of added) expect(recent.find(one)).toBeUndefined();
    }),
  );
});
