import type { EventStore } from '#event-store';
import { Decisions } from '#runtime';
import { type RunningFollower, processFollower, runFollower } from '#followers';
import type { Database } from '#postgres';
import { AskInterimBack } from '../commands/note-not-due.js';
import { OrderPayout } from '../commands/order-payout.js';
import { claimPayment } from '../processes/claim-payment.js';

/** The process claim-payment as the process manager runs it, without the rest of an application. */
export function startClaimPayment(
  store: EventStore,
  database: Database,
  { signal, onOrdered }: { signal: AbortSignal; onOrdered?: () => Promise<void> },
): RunningFollower {
  const decisions = new Decisions(store, { idSecret: Buffer.alloc(32, 7) });
  const [orders, stops] = [new OrderPayout.handler(decisions), new AskInterimBack.handler(decisions)];
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const follower = processFollower({
    process: claimPayment,
    send: async (sent, context) => {
      if (sent.command === 'AskInterimBack')
        return stops.execute(new AskInterimBack(sent.input, { context }));
      const result = await orders.execute(new OrderPayout(sent.input, { context }));
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
