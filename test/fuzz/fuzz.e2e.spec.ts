import { expect, it } from '@jest/globals';
import { fuzzStandalone } from './fuzz-standalone.js';

/** A few requests in the ordinary tests; `npm run fuzz` sends twenty thousand. */
const REQUESTS = 400;

it('answers whatever is sent, and every read model can be built again from what that left in the log', async () => {
  const { requests, accepted, found, failedReadModels } = await fuzzStandalone({
    requests: REQUESTS,
    seed: 7,
  });
  expect(found).toEqual([]);
  expect(failedReadModels).toEqual([]);
  expect(requests).toBeGreaterThanOrEqual(REQUESTS);
  expect(accepted).toBeGreaterThan(REQUESTS / 2);
}, 120_000);
