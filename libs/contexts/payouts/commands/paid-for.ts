import { handsOnClaim, heirsOfClaim, isClaimRevoked, sharedOut } from '#contexts/claims/facts';
import { wasDeathRevoked } from '#contexts/participants/facts';
import { approversOfYears, isScholarshipRevoked } from '#contexts/scholarships/facts';
import type { Reading } from '#kernel';
import type { PaidFor } from '../domain/cancel-payout.js';
import type { InstructionFacts } from '../domain/instruct-payout.js';
import { isOfHeirs } from '../domain/late-cash.js';
import { lateness } from '../domain/lateness.js';
import type { PayoutSource } from '../domain/payout.events.js';
import type { OrderedPayout, RedirectFacts } from '../domain/redirect-payout.js';
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
  if (kind === 'SCHOLARSHIP_YEAR') return { deciderIds: await approversOfYears(read, id) };
  // Who approved an invoice is told where its accident is billed, and a payment does not name that: their roles alone keep them apart.
  if (kind === 'INVOICE') return {};
  const { order, approverId, endorsedBy = [] } = await read.state(lateness, id);
  const { accountGiverIds } = order ? await handsOn(order.source, read) : {};
  return { deciderIds: [...endorsedBy, ...(approverId ? [approverId] : [])], accountGiverIds };
}

/** Whether the heirs agree about what was approved for them. */
export async function heirsOf(
  state: PayoutState,
  read: Reading,
): Promise<Pick<InstructionFacts, 'disputedUntil' | 'isOthers'>> {
  if (state.situation === 'UNKNOWN' || !isOfHeirs(state) || state.source.kind !== 'CLAIM') return {};
  const { until, areOpen, since } = await heirsOfClaim(read, state.source.id);
  const isOthers = areOpen ?? (since && !since.heirs.some(({ heirId }) => heirId === state.heirId));
  return { ...(until && { disputedUntil: until }), ...(isOthers && { isOthers }) };
}

/** Who is paid in place of the payee, where a dispute of the heirs ended so. */
export async function paidInstead({ payout, order }: OrderedPayout, read: Reading): Promise<RedirectFacts> {
  if (!order || payout.situation === 'UNKNOWN' || !(await heirsOf(payout, read)).isOthers) return {};
  const { since } = await heirsOfClaim(read, order.source.id);
  if (!since) return {};
  const { componentCodes, amountIdr, careIdr, benefitIdr, deductedIdr } = order;
  const whole = {
    payee: 'HEIR' as const,
    componentCodes,
    amountIdr,
    ...(careIdr !== undefined && { careIdr }),
    ...(deductedIdr !== undefined && { benefitIdr, deductedIdr }),
  };
  const shares = sharedOut(whole, since.heirs).flatMap(
    ({ payee, heirId, componentCodes: _codes, ...amounts }) =>
      heirId ? [{ payee, heirId, ...amounts }] : [],
  );
  const accounts = shares.map(({ heirId }) => since.heirs.find((one) => one.heirId === heirId)?.account);
  return { instead: { shares, accounts, establisherId: since.establisherId } };
}
