import { expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { openDatabase } from './database.js';
import { EntryRuns } from './entry-runs.js';

const ENTRIES =
  'SELECT position AS number, events FROM entry WHERE position >= ?2 ORDER BY position LIMIT ?1';
const RUN_BYTES = 1000;
/** So few are not looked at before. */
const FEW = 16;

it('A run is the entries from a place on, byte for byte, and never much larger than it is to be when they are many', () => {
  const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(999, 5000)), {
    minLength: 1,
  });
  fc.assert(
    fc.property(sizes, (lengths) => {
      const database = openDatabase('memory');
      const runs = new EntryRuns<[from: number]>(database, ENTRIES, RUN_BYTES);
      expect(runs.at(Infinity, 1)).toBeUndefined();
      const insert = database.prepare('INSERT INTO entry VALUES (?, 1, ?, 2, ?)');
      const stored = lengths.map((length) => randomBytes(length));
      for (const [n, bytes] of stored.entries()) insert.run(1 + 2 * n, 2 * n, bytes);
      let entry = 0;
      while (entry < stored.length) {
        const { first, lastFirst, entries, events } = runs.at(Infinity, 1 + 2 * entry)!;
        const bytes = Buffer.from(events);
        expect(first).toBe(1 + 2 * entry);
        let held = 0;
        let count = 0;
        while (held < bytes.length) held += stored[entry + count++]!.length;
        expect(bytes).toEqual(Buffer.concat(stored.slice(entry, entry + count)));
        expect([entries, lastFirst]).toEqual([count, first + 2 * (count - 1)]);
        if (count > FEW) expect(bytes.length).toBeLessThanOrEqual(2 * RUN_BYTES);
        entry += count;
      }
      database.close();
    }),
    { numRuns: 50 },
  );
});
