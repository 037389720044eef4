import type { Logger } from 'pino';
import type { ServerMetrics } from '../monitoring/server-metrics.js';
import { identifyBy, type Gate } from './guard.js';
import type { UserDirectory } from './user-directory.js';

/** The gate of a server with users: who is refused is counted and written to the log. */
export function gateFor(users: UserDirectory, metrics: ServerMetrics, logger: Logger): Gate {
  return {
    identify: identifyBy(users),
    refused: (call) => {
      metrics.refusedCalls.inc();
      logger.warn(call, 'a call was refused');
    },
  };
}
