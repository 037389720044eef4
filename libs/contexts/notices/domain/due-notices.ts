import type { Instant } from '#kernel';

/** Which notices wait to be sent; answered by whoever keeps a list of them. */
export abstract class DueNotices {
  /** Ids of those that may be tried at a moment, the oldest first. */
  abstract at(moment: Instant): Promise<readonly string[]>;
}
