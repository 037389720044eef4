import { type Follower, type FollowerIdentity, fingerprint } from '#followers';
import type { ContextContracts } from './contract.js';
import type { Publisher } from './publisher.js';
import { toCloudEvents } from './to-cloud-events.js';

/** Where the relay stands. A higher version starts at the beginning of the log and publishes everything again. */
export const RELAY: FollowerIdentity = { name: 'event_relay', version: 2 };

/**
 * The third kind of follower: it publishes what the contracts make of the log, in log order, at least once. It has no
 * tables. The place moves only after the brokers have confirmed a batch, so a crash in between publishes that batch again,
 * under the same ids.
 */
export function relayFollower(
  contexts: readonly ContextContracts[],
  publisher: Pick<Publisher, 'publish'>,
): Follower {
  return {
    ...RELAY,
    categories: contexts.flatMap(({ categories }) => categories),
    shape: fingerprint([]),
    tables: [],
    act: async (events) => {
      await publisher.publish(events.flatMap((event) => toCloudEvents(contexts, event)));
      return events;
    },
    write: async () => 0,
  };
}
