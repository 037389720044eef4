import { expect, it } from '@jest/globals';
import { brokerAvailable } from '#testing/kafka';
import { crashSystem } from './crash-system.js';

/** A few in the ordinary tests; `npm run test:crash:system` and `npm run test:relay` play more. */
const ROUNDS = 1;

const { available: withBroker } = await brokerAvailable();

/** Who publishes, and to whom: killed in any case, before any other. */
const FIRST = ['process-manager', ...(withBroker ? ['event-relay', 'Kafka'] : [])];

it('loses nothing and does nothing twice when its programs and servers are killed at work', async () => {
  const seed = Date.now() % 1_000_000;
  const rounds = FIRST.length + ROUNDS;
  const result = await crashSystem({ rounds, seed, withBroker, first: FIRST });
  expect(result).toMatchObject({
    lost: [],
    doubled: [],
    // The process manager was killed in the middle of its work: it never repeats and never forgets.
    forgotten: [],
    repeated: [],
    unpublished: [],
    unfounded: [],
    unordered: [],
    wrongPayments: [],
    wrongReports: [],
    failedReadModels: [],
    storeProblems: [],
  });
  expect(result.claimsPaid).toBeGreaterThan(0);
  expect(result.messages > 0).toBe(withBroker);
}, 900_000);
