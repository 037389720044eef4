import { persistentSubscriptionFailed } from '../service/errors.js';
import { ALL, type GroupKey } from './group-key.js';

/** A group cannot work with these settings; the message says why. */
export class UnusableSettings extends Error {}

/**
 * Does something with the settings of a group.
 *
 * @throws CallError INTERNAL, as EventStoreDB answers to settings that it cannot use
 */
export function refusingUnusable<Result>({ stream, group }: GroupKey, use: () => Result): Result {
  try {
    return use();
  } catch (error) {
    if (!(error instanceof UnusableSettings)) throw error;
    throw persistentSubscriptionFailed(stream ?? ALL, group, error.message);
  }
}
