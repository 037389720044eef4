import { expect, it } from '@jest/globals';
import { dayInTrouble } from './day-in-trouble.js';
import { faultsOf } from './report.js';

/** A short day; `npm run test:trouble` plays a long one. */
it('loses nothing, does nothing twice and tells the truth whatever trouble the cluster makes', async () => {
  const seed = Date.now() % 1_000_000;
  const result = await dayInTrouble({
    seed,
    holdMs: 300,
    electionMs: 200,
    timeoutMs: 300,
    settings: { EVENTSTORE_APPEND_TIMEOUT_MS: '1000', EVENTSTORE_READ_TIMEOUT_MS: '1000' },
  });
  expect({ seed, faults: faultsOf(result) }).toEqual({ seed, faults: [] });
}, 900_000);
