import { expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { openDatabase } from './database.js';
import { EntryRuns } from './entry-runs.js';

const RUN_BYTES = 1000;

it('A run is the entries from a position on, byte for byte, and never much larger than it is to be', () => {
  const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(999, 5000)), {
    minLength: 1,
  });
  fc.assert(
    fc.property(sizes, (lengths) => {
      const database = openDatabase('memory');
      expect(new EntryRuns(database, RUN_BYTES).from(1, Infinity)).toEqual([]);
      const insert = database.prepare('INSERT INTO entry VALUES (?, 1, ?, 2, ?)');
      const stored = lengths.map((length) => randomBytes(length));
      for (const [n, bytes] of stored.entries()) insert.run(1 + 2 * n, 2 * n, bytes);
      const runs = new EntryRuns(database, RUN_BYTES);
      let entry = 0;
      while (entry < stored.length) {
        // Also from within an entry.
        const [run] = runs.from(1 + 2 * entry + (entry % 2), Infinity);
        const bytes = Buffer.from(run!['events'] as Uint8Array);
        expect(run!['first']).toBe(1 + 2 * entry);
        let held = 0;
        let count = 0;
        while (held < bytes.length) held += stored[entry + count++]!.length;
        expect(bytes).toEqual(Buffer.concat(stored.slice(entry, entry + count)));
        if (count > 1) expect(bytes.length).toBeLessThanOrEqual(2 * RUN_BYTES);
        entry += count;
      }
      database.close();
    }),
    { numRuns: 50 },
  );
});
