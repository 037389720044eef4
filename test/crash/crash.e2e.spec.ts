import { expect, it } from '@jest/globals';
import { crashSystem } from './crash-system.js';

/** A few in the ordinary tests; `npm run test:crash:system` plays fifty. */
const ROUNDS = 3;

it('loses nothing and does nothing twice when its programs and servers are killed at work', async () => {
  const result = await crashSystem({ rounds: ROUNDS, seed: Date.now() % 1_000_000 });
  expect(result).toMatchObject({
    lost: [],
    doubled: [],
    wrongPayments: [],
    failedReadModels: [],
    storeProblems: [],
  });
  expect(result.claimsPaid).toBeGreaterThan(0);
}, 240_000);
