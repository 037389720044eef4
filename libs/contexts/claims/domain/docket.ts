import { stream } from '#kernel';
import type { ApprovalBegun } from './docket.events.js';

/** The claims of one participant whose approval was begun, in that order. */
export type Docket = readonly string[];

/** The queue of approvals of one participant: `docket-<participant id>`. */
export const dockets = stream<Docket, ApprovalBegun>('docket', {
  initial: [],
  evolve: (begun, { data: { claimId } }) => [...begun, claimId],
});

/** The claims that were begun before this one: all of them while this one is not. */
export function begunBefore(claimId: string, begun: Docket): Docket {
  const place = begun.indexOf(claimId);
  return place < 0 ? begun : begun.slice(0, place);
}
