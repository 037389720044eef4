import { handsOnClaim, isClaimRevoked } from '#contexts/claims/facts';
import { wasDeathRevoked } from '#contexts/participants/facts';
import { approversOfYears, isScholarshipRevoked } from '#contexts/scholarships/facts';
import type { Reading } from '#kernel';
import type { PaidFor } from '../domain/cancel-payout.js';
import { lateness } from '../domain/lateness.js';
import type { PayoutSource } from '../domain/payout.events.js';
import { type PayoutState, isBody } from '../domain/payout.js';
import type { HandsGrounds } from '../domain/policies/hands.policies.js';

/** Whether what a person is paid for happened. Facilities and employers are paid for what they did all the same. */
export async function paidFor(state: PayoutState, read: Reading): Promise<PaidFor> {
  if (state.situation === 'UNKNOWN' || isBody(state)) return {};
  const { participantId, source } = state;
  // Care was given, whatever became of the death that was reported.
  if (source.kind === 'INVOICE') return {};
  if (!(await wasDeathRevoked(read, participantId))) return {};
  return { isRevoked: await isRevoked(source, participantId, read) };
}

async function isRevoked({ kind, id }: PayoutSource, participantId: string, read: Reading): Promise<boolean> {
  if (kind === 'CLAIM') return isClaimRevoked(read, { claimId: id, participantId });
  if (kind === 'SCHOLARSHIP_YEAR') return isScholarshipRevoked(read, id);
  // What is owed because it came late, for what never happened: neither is paid.
  const { order } = await read.state(lateness, id);
  return order !== undefined && isRevoked(order.source, participantId, read);
}

/** Who decided that it is paid, and who gave the account. */
export async function handsOn(
  { kind, id }: PayoutSource,
  read: Reading,
): Promise<Pick<HandsGrounds, 'deciderIds' | 'accountGiverIds'>> {
  if (kind === 'CLAIM') return handsOnClaim(read, id);
  if (kind !== 'LATENESS') return { deciderIds: await approversOfYears(read, id) };
  const { order, approverId } = await read.state(lateness, id);
  const { accountGiverIds } = order ? await handsOn(order.source, read) : {};
  return { deciderIds: approverId ? [approverId] : [], accountGiverIds };
}
