import { type Handlers, passingOverOthers } from '#kernel';
import type { ClaimEvent, EntitledChild } from './claim.events.js';
import { idsOf, isOtherwise } from './more-than-approved.js';

type People = readonly string[];

/** Who has had a hand in a claim (siapa yang menangani klaim), by what they did: subjects of tokens, each once. Decisions and queues ask here. */
export interface HandsOnClaim {
  /** Who handed it in, or gave an account that it is paid to. */
  readonly handedInBy: People;
  /** Who has calculated what is decided next, also where somebody has calculated it again since. */
  readonly assessorIds: People;
  /** Who had a hand in a decision that was objected to with success. */
  readonly decidedBefore: People;
  /** Who answered what was found of it. */
  readonly doubtsSettledBy: People;
  /** Who has approved what was calculated, where one person is not enough. */
  readonly endorsedBy: People;
  /** The children whom what was approved entitles: a re-assessment that finds nothing else ends with whoever worked on it. */
  readonly entitledIds: readonly EntitledChild['childId'][];
}

export const NO_HANDS: HandsOnClaim = {
  handedInBy: [],
  assessorIds: [],
  decidedBefore: [],
  doubtsSettledBy: [],
  endorsedBy: [],
  entitledIds: [],
};

/** Who does not approve it. */
export const refusedToApprove = (hands: HandsOnClaim): People =>
  once([...refusedToDeny(hands), ...hands.doubtsSettledBy, ...hands.endorsedBy]);

/** Who does not deny it. */
export const refusedToDeny = ({ assessorIds, handedInBy, decidedBefore }: HandsOnClaim): People =>
  once([...assessorIds, ...handedInBy, ...decidedBefore]);

const once = (ids: readonly (string | undefined)[]): People => [
  ...new Set(ids.filter((id) => id !== undefined)),
];

/** Whoever approved as the first of several has not seen what came since. */
const unendorsed = (hands: HandsOnClaim): HandsOnClaim => ({ ...hands, endorsedBy: [] });

const handedInBy = (hands: HandsOnClaim, id: string | undefined): HandsOnClaim =>
  unendorsed({ ...hands, handedInBy: once([...hands.handedInBy, id]) });

const assessedBy = (hands: HandsOnClaim, id: string | undefined): HandsOnClaim =>
  unendorsed({ ...hands, assessorIds: once([...hands.assessorIds, id]) });

/** Who had calculated it matters until it is decided. */
const decided = (hands: HandsOnClaim): HandsOnClaim => unendorsed({ ...hands, assessorIds: [] });

/** Nothing of what was approved is looked at again any more. */
const settled = (hands: HandsOnClaim): HandsOnClaim => ({ ...decided(hands), decidedBefore: [] });

const ON: Handlers<HandsOnClaim, ClaimEvent> = {
  ClaimSubmitted: (_none, { submitterId }) => handedInBy(NO_HANDS, submitterId),
  ClaimTakenOver: (hands, { takerId }) => handedInBy(hands, takerId),
  SetOffConsented: (hands, { recorderId }) => handedInBy(hands, recorderId),
  HeirsEstablished: (hands, { establisherId }) => handedInBy(hands, establisherId),
  DocumentsReceived: unendorsed,
  DocumentsRequested: unendorsed,
  DenialProposed: unendorsed,
  ClaimSentBack: unendorsed,
  WaitBegun: unendorsed,
  ClaimWithdrawn: unendorsed,
  BenefitCalculated: (hands, { assessorId }) => assessedBy(hands, assessorId),
  BenefitDetermined: (hands, { assessorId }) => assessedBy(hands, assessorId),
  // Who held it in an earlier release could decide it afterwards, and still can.
  ClaimHeld: (hands, { settleBy, assessorId }) =>
    assessedBy(hands, settleBy === undefined ? undefined : assessorId),
  DoubtSettled: (hands, { settlerId }) => ({
    ...hands,
    doubtsSettledBy: once([...hands.doubtsSettledBy, settlerId]),
  }),
  ApprovalEndorsed: (hands, { endorserId }) => ({
    ...hands,
    endorsedBy: once([...hands.endorsedBy, endorserId]),
  }),
  ClaimReopened: (hands, { deciderIds = hands.decidedBefore }) => ({ ...hands, decidedBefore: deciderIds }),
  ClaimDenied: decided,
  ClaimApproved: (hands, { entitledChildren }) => ({
    ...settled(hands),
    entitledIds: idsOf(entitledChildren),
  }),
  // One that was under way goes on: whoever calculated it still does not approve it.
  ReassessmentOpened: (hands, { deciderIds = [] }) =>
    unendorsed({ ...hands, decidedBefore: once([...hands.decidedBefore, ...deciderIds]) }),
  BenefitReassessed: (hands, due) =>
    isOtherwise(due, hands.entitledIds) ? assessedBy(hands, due.assessorId) : settled(hands),
  DifferenceApproved: (hands, { entitledChildren }) => ({
    ...settled(hands),
    entitledIds: idsOf(entitledChildren),
  }),
  ReassessmentDropped: settled,
};

/** The types of the events that change who has had a hand. */
export const EVENTS_OF_HANDS = Object.keys(ON) as readonly ClaimEvent['type'][];

/** Who has had a hand in it after an event. */
export const handsAfter = passingOverOthers(ON);
