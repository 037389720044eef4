import { type CommandContext, Rejection, enforce } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, type KnownClaim, claimIn, ofSomebody } from './claim.js';
import type { Doubt } from './claim-state.js';
import type { OpenedAgainBy } from './claim-by-people.events.js';
import type { AlikeClaim, DoubtSettlement } from './doubt.events.js';
import { doubtRefusals } from './doubt.refusals.js';
import { PERSONAL_POLICIES } from './policies/decision.policies.js';

export interface RaiseDoubtInput {
  readonly claimId: string;
  readonly findingId: string;
  /** Where no rule found it: another claim names the same. */
  readonly alike?: AlikeClaim;
  /** What is found of one matter is answered together. */
  readonly matterId?: string;
  /** Where no rule found it: what people have said, for which a decided claim would be open again. */
  readonly ground?: OpenedAgainBy;
}

/**
 * Puts a claim before a person because of what was found, once. Also of one that is closed: it may be opened again. That another claim
 * names the same is told of what is not approved yet: it is the second approval that has to know.
 */
export function raiseDoubt(
  { claimId, findingId, alike, matterId, ground }: RaiseDoubtInput,
  state: ClaimState,
  { today }: CommandContext,
): readonly ClaimEvent[] {
  if (state.situation === 'UNKNOWN' || state.doubts?.some((one) => one.findingId === findingId)) return [];
  if (alike && (state.situation === 'APPROVED' || state.situation === 'CANCELLED')) return [];
  const { participantId } = state;
  return [
    {
      type: 'DoubtRaised',
      data: {
        claimId,
        participantId,
        findingId,
        ...(alike && { alike }),
        ...(matterId !== undefined && { matterId }),
        ...(ground && { ground }),
        effectiveOn: today,
      },
    },
  ];
}

export interface EndDoubtInput extends Pick<RaiseDoubtInput, 'claimId' | 'findingId'> {
  /** Subject of the token of whoever explained what was found. */
  readonly settlerId: string;
}

/** There was nothing to what was found: the claim goes on. */
export function endDoubt(
  { claimId, findingId, settlerId }: EndDoubtInput,
  state: ClaimState,
  { today }: CommandContext,
): readonly ClaimEvent[] {
  if (state.situation === 'UNKNOWN' || !isOpen(state, findingId)) return [];
  const { participantId } = state;
  return [
    {
      type: 'DoubtSettled',
      data: { claimId, participantId, findingId, settlerId, how: 'EXPLAINED', effectiveOn: today },
    },
  ];
}

export interface SettleDoubtInput extends Pick<RaiseDoubtInput, 'claimId' | 'findingId'> {
  readonly how: DoubtSettlement;
  readonly words: string;
  readonly evidence: string;
}

/**
 * Says of a claim why it goes on whatever was found: what was wrong was put right, or does not bear on it (keraguan terjawab). What is
 * said of one claim that names the same is said of all that do, such as everybody who gives the telephone of a village office, and what is
 * said of one finding of a matter is said of all that are open. Whoever says so does not approve it.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `DOUBT_NOT_OPEN`, `ASSESSOR_CANNOT_DECIDE`,
 *   `SUBMITTER_CANNOT_DECIDE`
 */
export function settleDoubt(
  { claimId, findingId, how, words, evidence }: SettleDoubtInput,
  state: ClaimState,
  { actor, today }: CommandContext,
): readonly ClaimEvent[] {
  const claim = ofSomebody(
    claimIn(state, ['INCOMPLETE', 'COMPLETE', 'HELD', 'WAITING', 'CALCULATED', 'APPROVED']),
  );
  if (!isOpen(claim, findingId)) throw new Rejection(doubtRefusals.DOUBT_NOT_OPEN());
  enforce(PERSONAL_POLICIES, { claim, deciderId: actor.id });
  const { participantId } = claim;
  return answeredWith(claim, findingId).map((answered) => ({
    type: 'DoubtSettled',
    data: {
      claimId,
      participantId,
      findingId: answered,
      settlerId: actor.id,
      how,
      effectiveOn: today,
      person: { words, evidence },
    },
  }));
}

/** It, and what else is open of the same that others name, or of the same matter. */
function answeredWith({ doubts = [] }: KnownClaim, findingId: string): readonly string[] {
  const answered = doubts.find((one) => one.findingId === findingId);
  const isAnsweredToo = ({ alike, matterId }: Doubt): boolean =>
    (alike !== undefined && alike.of === answered?.alike?.of) ||
    (matterId !== undefined && matterId === answered?.matterId);
  const others = doubts.filter((one) => one.isOpen && one.findingId !== findingId && isAnsweredToo(one));
  return [findingId, ...others.map((one) => one.findingId)];
}

const isOpen = ({ doubts = [] }: KnownClaim, findingId: string): boolean =>
  doubts.some((one) => one.findingId === findingId && one.isOpen);
