import { stream } from '#kernel';
import type { ApprovalBegun } from './docket.events.js';

/** The claims of one participant whose approval was begun, in that order. */
export type Docket = readonly string[];

/** The queue of approvals of one participant: `docket-<participant id>`. */
export const dockets = stream<Docket, ApprovalBegun>('docket', {
  initial: [],
  evolve: (begun, { data: { claimId } }) => [...begun, claimId],
});

/** Whether an approval was begun as often as the claim was opened: one that was opened again stands behind those begun meanwhile. */
export const isBegun = (claimId: string, reopened: number, begun: Docket): boolean =>
  begun.filter((one) => one === claimId).length > reopened;

/**
 * The claims that were begun before this one: all of them while this one is not. Of somebody with several ids the docket of the
 * survivor is the queue, in which each is begun again; what stands in another only was begun before they were one.
 */
export function begunBefore(claimId: string, queue: Docket, ...others: readonly Docket[]): Docket {
  const place = queue.lastIndexOf(claimId);
  const before = place < 0 ? queue : queue.slice(0, place);
  const elsewhere = others.flat().filter((other) => !queue.includes(other));
  return [...new Set([...before, ...elsewhere])].filter((other) => other !== claimId);
}
