import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { systemEvent } from './system-events.js';
import { RecentIds, keyOf, keyOfEvent } from './recent-ids.js';

const CAPACITY = 8;

/** Few ids, and such as share a place in the table. */
const ids = fc
  .tuple(fc.nat(3), fc.nat(5))
  .map(([high, low]) => `00000000-0000-4000-8000-00${high}0000000${String(low).padStart(2, '0')}`);

it('The newest events are known by their ids, each id where it stands first among them, and no others', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(ids, fc.boolean()), { maxLength: 60 }), (added) => {
      const recent = new RecentIds(CAPACITY);
      const newest: string[] = [];
      for (const [position, [id, isAsked]] of added.entries()) {
        recent.add(keyOf(id), position);
        newest.push(id);
        const first = Math.max(0, newest.length - CAPACITY);
        for (const [one] of isAsked ? added : []) {
          const known = newest.indexOf(one, first);
          expect(recent.find(keyOf(one))).toBe(known < 0 ? undefined : known);
        }
      }
      recent.clear();
      for (const [id] of added) expect(recent.find(keyOf(id))).toBeUndefined();
    }),
  );
});

it('the id of an event has the same key as its text', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const event = systemEvent('T', '{}');
      event.id = id;
      expect(keyOfEvent(event)).toBe(keyOf(id));
    }),
  );
});
