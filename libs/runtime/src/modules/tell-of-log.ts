import { setTimeout as wait } from 'node:timers/promises';
import { type EventStore, GRANTING_COMMAND, LOG_RIGHTS, type LogReport, missingRights } from '#event-store';
import { describeFailure } from '#followers';
import type { AppLogger } from '../logging/app-logger.js';

/** Between two attempts to ask a log that is not there. */
const AGAIN_MS = 10_000;

/**
 * Tells, once the log can be asked, what it is and which rights in it are missing, as `lindung log check` does. A follower that
 * may not read the log would only fail, for ever.
 */
export async function tellOfLog(
  store: Pick<EventStore, 'check'>,
  log: AppLogger,
  signal: AbortSignal,
  againMs = AGAIN_MS,
): Promise<void> {
  for (let attempt = 1; !signal.aborted; attempt++) {
    try {
      const report = await store.check();
      const isAnswered = LOG_RIGHTS.every((right) => report.rights[right] !== 'not known');
      if (isAnswered || attempt === 1) tell(report, log);
      if (isAnswered) return;
    } catch (error) {
      if (signal.aborted) return;
      if (attempt === 1) log.warn({ reason: describeFailure(error) }, 'The event log cannot be asked yet');
    }
    await wait(againMs, undefined, { signal, ref: false }).catch(() => {});
  }
}

function tell(report: LogReport, log: AppLogger): void {
  const { version, leader, noAppends, user, said } = report;
  if (version !== null) log.info({ version, leader, user }, 'The event log');
  if (noAppends !== null)
    log.warn({ reason: `The event log ${noAppends}` }, 'The event log takes no appends');
  const missing = missingRights(report);
  if (missing.length > 0)
    log.error({ user, missing, said, grant: GRANTING_COMMAND }, 'Rights in the event log are missing');
}
