import type { EventStore } from '#event-store';
import { Decisions } from '#runtime';
import { type RunningFollower, processFollower, runFollower } from '#followers';
import type { Database } from '#postgres';
import { OrderPayout } from '../commands/order-payout.js';
import { claimPayment } from '../processes/claim-payment.js';

/** The process claim-payment as the process manager runs it, without the rest of an application. */
export function startClaimPayment(
  store: EventStore,
  database: Database,
  { signal, onOrdered }: { signal: AbortSignal; onOrdered?: () => Promise<void> },
): RunningFollower {
  const handler = new OrderPayout.handler(new Decisions(store, { idSecret: Buffer.alloc(32, 7) }));
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const follower = processFollower({
    process: claimPayment,
    send: async ({ input }, context) => {
      const result = await handler.execute(new OrderPayout(input, { context }));
      await onOrdered?.();
      return result;
    },
    log,
  });
  return runFollower(follower, {
    store,
    database,
    signal,
    log,
    standbyPollMs: 20,
    backOffMs: { first: 20, longest: 100 },
  });
}
