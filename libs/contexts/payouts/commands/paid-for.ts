import { handsOnInvoice } from '#contexts/billing/facts';
import {
  type HeirsInDispute,
  handsOnClaim,
  heirsOfClaim,
  isClaimRevoked,
  paymentsStanding,
  isWithoutHeir,
  shareStoodStill,
  sharedOut,
  stopOfClaim,
} from '#contexts/claims/facts';
import { hasDied, wasDeathRevoked } from '#contexts/participants/facts';
import { claimOfScholarship, handsOnYears, isScholarshipRevoked } from '#contexts/scholarships/facts';
import { type BankAccount, type Reading, rupiah, sumRupiah, totalOf } from '#kernel';
import type { PaidFor } from '../domain/cancel-payout.js';
import type { Awaiting, InstructionFacts } from '../domain/instruct-payout.js';
import { isOfHeirs, isOfParticipant } from '../domain/late-cash.js';
import { lateness } from '../domain/lateness.js';
import type { PayoutOrdered, PayoutSource } from '../domain/payout.events.js';
import type { OrderedPayout, RedirectFacts } from '../domain/redirect-payout.js';
import { type KnownPayout, type PayoutState, isBody } from '../domain/payout-state.js';
import { dueOf } from '../domain/what-is-due.js';
import type { HandsGrounds } from '../domain/policies/hands.policies.js';

/** Whether what a person is paid for happened, and anybody has come for it. Facilities and employers are paid for what they did all the same. */
export async function paidFor(state: PayoutState, read: Reading): Promise<PaidFor> {
  if (state.situation === 'UNKNOWN' || isBody(state)) return {};
  const { participantId, source } = state;
  // Care was given, whatever became of the death that was reported.
  if (source.kind === 'INVOICE') return {};
  const isNobodys = await hasNobodyCome(state, read);
  if (!(await wasDeathRevoked(read, participantId))) return { isNobodys };
  return { isNobodys, isRevoked: await isRevoked(source, state, read) };
}

/** Whether heirs were waited for in vain. */
async function hasNobodyCome(state: KnownPayout, read: Reading): Promise<boolean> {
  if (!isOfHeirs(state) && !isOfParticipant(state)) return false;
  const { nobody = false, nobodyOf, givenUp = [] } = await saidOfHeirs(state.source, read);
  if (state.heirId !== undefined && givenUp.includes(state.heirId)) return true;
  // Nobody who inherits from the participant: what was approved for heirs has payees.
  return nobody && (isOfHeirs(state) ? nobodyOf !== 'PARTICIPANT' : hasDied(read, state.participantId));
}

async function isRevoked({ kind, id }: PayoutSource, payout: KnownPayout, read: Reading): Promise<boolean> {
  if (kind === 'CLAIM') {
    const { participantId } = payout;
    return isClaimRevoked(read, { claimId: id, participantId }, await approvedFor(payout, read));
  }
  if (kind === 'SCHOLARSHIP_YEAR') return isScholarshipRevoked(read, id);
  // What is owed because it came late, for what never happened: neither is paid.
  const { order } = await read.state(lateness, id);
  return order !== undefined && isRevoked(order.source, payout, read);
}

/** For whom it was approved: heirs may be paid in place of the participant, to whom it goes back then. */
async function approvedFor(payout: KnownPayout, read: Reading): Promise<'PARTICIPANT' | 'HEIR'> {
  if (!isOfHeirs(payout)) return 'PARTICIPANT';
  return goesBack(payout, await saidOfHeirs(payout.source, read)) ? 'PARTICIPANT' : 'HEIR';
}

/** Of a claim of heirs it is noted which payment is not among what was approved for themselves. */
const goesBack = ({ isNotTheirs }: KnownPayout, { wereInPlace, claimedByHeir }: HeirsInDispute): boolean =>
  isNotTheirs === true || (wereInPlace === true && !claimedByHeir);

type Hands = Pick<HandsGrounds, 'deciderIds' | 'accountGiverIds'>;

/** Who decided that it is paid, or that it is paid to others, and who gave the account. */
export async function handsOn(source: PayoutSource, read: Reading): Promise<Hands> {
  const { redirectorId } = source;
  const hands = await handsOnSource(source, read);
  return redirectorId === undefined
    ? hands
    : { ...hands, deciderIds: [...(hands.deciderIds ?? []), redirectorId] };
}

async function handsOnSource({ kind, id, accidentId }: PayoutSource, read: Reading): Promise<Hands> {
  if (kind === 'CLAIM') return handsOnClaim(read, id);
  if (kind === 'SCHOLARSHIP_YEAR') return handsOnYears(read, id);
  // Payments of earlier releases do not name the accident: there their roles alone keep them apart.
  if (kind === 'INVOICE') return accidentId === undefined ? {} : handsOnInvoice(read, accidentId, id);
  const { order, approverId, endorsedBy = [], accountGiverId } = await read.state(lateness, id);
  const { accountGiverIds = [] } = order ? await handsOn(order.source, read) : {};
  return {
    deciderIds: [...endorsedBy, ...(approverId ? [approverId] : [])],
    accountGiverIds: accountGiverId ? [...accountGiverIds, accountGiverId] : accountGiverIds,
  };
}

/** The claim that is paid, or was paid late. */
export async function claimOf({ kind, id }: PayoutSource, read: Reading): Promise<string | undefined> {
  if (kind === 'CLAIM') return id;
  if (kind !== 'LATENESS') return undefined;
  const { order } = await read.state(lateness, id);
  return order && claimOf(order.source, read);
}

/** What heirs say of the claim that is paid; nothing where no claim is. */
async function saidOfHeirs(source: PayoutSource, read: Reading): Promise<HeirsInDispute> {
  const claimId = await claimOf(source, read);
  return claimId === undefined ? {} : heirsOfClaim(read, claimId);
}

/** Whether the claim that is paid, or gives the right to it, waits for somebody before whose answer nothing of it is paid, whoever is paid. */
export async function awaitedOf(source: PayoutSource, read: Reading): Promise<Awaiting> {
  const isOfYear = source.kind === 'SCHOLARSHIP_YEAR';
  const claimId = await (isOfYear ? claimOfScholarship(read, source.id) : claimOf(source, read));
  const awaited = claimId === undefined ? undefined : await stopOfClaim(read, claimId);
  return awaited ? { awaited } : {};
}

type OfHeirs = Pick<InstructionFacts, 'disputedUntil' | 'isOthers' | 'hasDied'>;

/** Whether the heirs agree about what was approved for them, and whether a participant who is paid lives. */
export async function heirsOf(state: PayoutState, read: Reading): Promise<OfHeirs> {
  if (state.situation === 'UNKNOWN') return {};
  if (isOfParticipant(state)) return afterDeathOf(state, read);
  if (!isOfHeirs(state)) return {};
  const said = await saidOfHeirs(state.source, read);
  const { until, areOpen, since } = said;
  const isTheirs = since?.isOfParticipant === true && (await isOwn(state.source, said, read));
  const isNotOneOfThem =
    areOpen ?? (isWithoutHeir(said, state.heirId) || (since && !isTheirs && !isOneOf(since, state.heirId)));
  const isOthers = isNotOneOfThem || (await isParticipants(state, said, read));
  return { ...(until && { disputedUntil: until }), ...(isOthers && { isOthers }) };
}

/** Whether it was approved for heirs themselves, and not for a participant in whose place they are paid. */
async function isOwn(
  { kind, id, redirectorId }: PayoutSource,
  said: HeirsInDispute,
  read: Reading,
): Promise<boolean> {
  if (!said.claimedByHeir || redirectorId !== undefined) return false;
  if (kind !== 'LATENESS') return true;
  const { order } = await read.state(lateness, id);
  return order !== undefined && isOwn(order.source, said, read);
}

const isOneOf = ({ heirs }: NonNullable<HeirsInDispute['since']>, paidId: string | undefined): boolean =>
  heirs.some(({ heirId }) => heirId === paidId);

/** Whether what an heir is paid is none of theirs: heirs were recorded in place of a participant who lives after all. */
async function isParticipants(
  { isNotTheirs, participantId }: KnownPayout,
  { wereInPlace }: HeirsInDispute,
  read: Reading,
): Promise<boolean> {
  if (isNotTheirs) return true;
  return wereInPlace === true && !(await hasDied(read, participantId));
}

/** Of a participant who died since the claim was approved: it is paid to those who inherit (reference 4.3). */
async function afterDeathOf(
  { source, participantId }: KnownPayout,
  read: Reading,
): Promise<Pick<InstructionFacts, 'isOthers' | 'hasDied'>> {
  // What was paid for an invoice is repaid without a claim, and so without anybody who says who inherits.
  if ((await claimOf(source, read)) === undefined) return {};
  if (!(await hasDied(read, participantId))) return {};
  const { since, areOpen } = await saidOfHeirs(source, read);
  return since && !areOpen ? { isOthers: true } : { hasDied: true };
}

/** Who is paid in place of the payee: a dispute of the heirs ended so, the payee has died, or the participant lives after all. */
export async function paidInstead(known: OrderedPayout, read: Reading): Promise<RedirectFacts> {
  const { payout, order } = known;
  if (!order || payout.situation === 'UNKNOWN') return {};
  if (payout.situation === 'CANCELLED') return paidAgain({ ...known, payout }, order, read);
  if (!(await heirsOf(payout, read)).isOthers) return {};
  const said = await saidOfHeirs(order.source, read);
  const waited = await shareWaited(order, read);
  if (isOfHeirs(payout) && (await isParticipants(payout, said, read))) {
    const instead = await backToParticipant(payout, order, said, read);
    return instead ? { instead, ...waited } : {};
  }
  const { since, areOpen, places } = said;
  const { componentCodes, heirId: paidId } = order;
  if (!since || areOpen || isWithoutHeir(said, paidId)) return {};
  // Of an heir who died those who take their place; of anybody else all who inherit, also those who took a place since.
  const { heirs, establisherIds } = (paidId !== undefined && places?.[paidId]) || since;
  const shares = sharedOut({ payee: 'HEIR', componentCodes, ...wholeOf(order) }, heirs).flatMap(
    ({ payee, heirId, componentCodes: _codes, ...amounts }) =>
      heirId ? [{ payee, heirId, ...amounts }] : [],
  );
  const accounts = shares.map(({ heirId }) => heirs.find((one) => one.heirId === heirId)?.account);
  return { instead: { shares, accounts, establisherIds }, ...waited };
}

/** What heirs were to be paid in place of a participant who lives; nothing of what was approved for themselves, which goes to nobody then. */
async function backToParticipant(
  payout: KnownPayout,
  order: PayoutOrdered['data'],
  said: HeirsInDispute,
  read: Reading,
): Promise<RedirectFacts['instead']> {
  if (!goesBack(payout, said)) return undefined;
  const shares = [{ payee: 'PARTICIPANT', ...asFarAsDue(payout, order) }];
  // What the participant said since heirs claimed is newer than any payment.
  const account = (said.claimedByHeir ? undefined : await standing(order, read)) ?? said.ofParticipant;
  return { shares, accounts: [account], isBack: true };
}

/** What was given up is paid again as far as it is due; what is paid to others meanwhile goes on whole, and so does what of it is not due. */
function asFarAsDue(payout: KnownPayout, order: PayoutOrdered['data']): ReturnType<typeof wholeOf> {
  const whole = wholeOf(order);
  if (payout.situation !== 'CANCELLED') return whole;
  const { careIdr, deductedIdr } = order;
  const amountIdr = dueOf(payout);
  return {
    amountIdr,
    ...(careIdr !== undefined && { careIdr: rupiah(Math.min(careIdr, amountIdr)) }),
    ...(deductedIdr !== undefined && { benefitIdr: sumRupiah([amountIdr, deductedIdr]), deductedIdr }),
  };
}

const wholeOf = ({ amountIdr, careIdr, benefitIdr, deductedIdr }: PayoutOrdered['data']) => ({
  amountIdr,
  ...(careIdr !== undefined && { careIdr }),
  ...(deductedIdr !== undefined && { benefitIdr, deductedIdr }),
});

/** The account that stands on the participant's own payment, in whose place heirs were to be paid; undefined where no payment tells it. */
async function standing(
  { source: { insteadOfId } }: PayoutOrdered['data'],
  read: Reading,
): Promise<BankAccount | undefined> {
  if (insteadOfId === undefined) return undefined;
  const { order, account } = await read.state(lateness, insteadOfId);
  if (!order) return undefined;
  return isOfParticipant(order) ? account : standing(order, read);
}

/**
 * What was given up because nobody came for it is its payee's again, who lives after all, as far as it is due: to the account that stood
 * then. What had gone on to heirs of a participant who lives after all is the participant's.
 */
async function paidAgain(
  { payout, isNobodys, late }: OrderedPayout & { readonly payout: KnownPayout },
  order: PayoutOrdered['data'],
  read: Reading,
): Promise<RedirectFacts> {
  const isOfPerson = isOfHeirs(order) || isOfParticipant(order);
  if (!isNobodys || !isOfPerson || dueOf(payout) === 0) return {};
  if (!(await isStillApproved(order, payout, read))) return {};
  const waited = await shareWaited(order, read);
  const said = await saidOfHeirs(order.source, read);
  if (isOfHeirs(payout) && (await isParticipants(payout, said, read))) {
    const instead = await backToParticipant(payout, order, said, read);
    return instead ? { instead: { ...instead, isAgain: true }, ...waited } : {};
  }
  const { isNobodys: isStillNobodys, isRevoked } = await paidFor(payout, read);
  const { isOthers, hasDied: isDead, disputedUntil } = await heirsOf(payout, read);
  if (isStillNobodys || isRevoked || isOthers || isDead || disputedUntil) return {};
  const { payee, heirId } = order;
  const shares = [{ payee, ...(heirId && { heirId }), ...asFarAsDue(payout, order) }];
  return { instead: { shares, accounts: [late.account], isAgain: true }, ...waited };
}

/**
 * As far as its claim has not found of it that it is not due. What took the place of another payment is not known to the claim by itself: what
 * is not due of it is asked of that one.
 */
async function isStillApproved(
  { source, payee, heirId, amountIdr }: PayoutOrdered['data'],
  { notDue = [], findingIds = [] }: KnownPayout,
  read: Reading,
): Promise<boolean> {
  const found = notDue.filter(({ findingId }) => findingIds.includes(findingId));
  const standingIdr = amountIdr - totalOf(found);
  if (source.kind !== 'CLAIM' || source.redirectorId !== undefined) return true;
  const standing = await paymentsStanding(read, source.id);
  return standing.some(
    (one) =>
      one.approvalId === source.eventId &&
      one.payee === payee &&
      one.heirId === heirId &&
      one.amountIdr === standingIdr,
  );
}

/** When the share of an heir who died was not to be paid: whoever takes it is not paid late for that. */
async function shareWaited(
  { source, heirId }: PayoutOrdered['data'],
  read: Reading,
): Promise<Pick<RedirectFacts, 'waited'>> {
  const claimId = heirId === undefined ? undefined : await claimOf(source, read);
  if (claimId === undefined || heirId === undefined) return {};
  const waited = await shareStoodStill(read, claimId, heirId);
  return waited.length > 0 ? { waited } : {};
}
