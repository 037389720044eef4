import type { Logger } from 'pino';
import type { EventLog } from '../storage/event-log.js';
import type { ServerMetrics } from './server-metrics.js';

/** Counts what is stored, and tells the log when the disk begins to refuse writes and when it takes them again. */
export function watchCommits(log: EventLog, metrics: ServerMetrics, logger: Logger): void {
  let refusing = false;
  log.observe({
    committed: (group) => {
      metrics.committed(group);
      if (refusing) logger.info({ position: log.head }, 'the disk takes events again');
      refusing = false;
    },
    failed: (error) => {
      metrics.failedCommits.inc();
      if (!refusing) logger.error({ err: error, position: log.head }, 'the disk refuses events');
      refusing = true;
    },
  });
}
