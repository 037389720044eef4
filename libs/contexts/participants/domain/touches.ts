import { type DomainEvent, type LocalDate, recordedBy } from '#kernel';
import type { WorkerJoined } from './membership.events.js';
import type { ContributionPaid } from './contribution.events.js';
import type { ParticipantEvent } from './participant.events.js';

/**
 * What somebody did with the data of a person that keeps them from deciding a claim of theirs for a time (reference 6.2): they corrected
 * them, or registered the person, reported them as a worker, or took a payment.
 */
export type TouchKind = 'CORRECTED' | 'TOOK_IN';

export interface Touch {
  readonly how: TouchKind;
  readonly participantId: string;
  /** Subject of the token of whoever did. */
  readonly by: string;
  readonly on: LocalDate;
}

/** Somebody asked for it, and mostly another one confirmed it. */
type Correcting = Extract<
  ParticipantEvent,
  { readonly data: { readonly requesterId: string; readonly correctionId: string } }
>;

type TakingIn =
  Extract<ParticipantEvent, { type: 'ParticipantRegistered' }> | ContributionPaid | WorkerJoined;

type Touching = Correcting | TakingIn;

function corrected({ data }: Correcting): readonly Touch[] {
  const { participantId, requesterId, effectiveOn: on } = data;
  const confirmerIds = 'confirmerId' in data && data.confirmerId !== undefined ? [data.confirmerId] : [];
  return [requesterId, ...confirmerIds].map((by) => ({ how: 'CORRECTED', participantId, by, on }));
}

/** As the log has it beside the event: also of what earlier releases recorded. */
function tookIn(event: TakingIn): readonly Touch[] {
  const by = recordedBy(event);
  if (by === undefined) return [];
  const { data } = event;
  const on = 'paidOn' in data ? data.paidOn : data.effectiveOn;
  return [{ how: 'TOOK_IN', participantId: data.participantId, by, on }];
}

/** The compiler names what corrects data and was forgotten. */
const TOLD: { readonly [Type in Touching['type']]: (event: never) => readonly Touch[] } = {
  ParticipantRegistered: tookIn,
  ContributionPaid: tookIn,
  WorkerJoined: tookIn,
  CorrectionRequested: corrected,
  ParticipantCorrected: corrected,
  NikDifferenceConfirmed: corrected,
  NikCorrected: corrected,
  IncomeBandChanged: corrected,
  ChildCorrected: corrected,
  ChildRemoved: corrected,
  HeirCorrected: corrected,
  HeirRemoved: corrected,
  ChildrenReordered: corrected,
  DeathRevoked: corrected,
  DeathDayCorrected: corrected,
  ParticipantMergedInto: corrected,
  ParticipantSplitOff: corrected,
};

/** The types of the events that tell of one. */
export const TOUCHING = Object.keys(TOLD) as readonly Touching['type'][];

const isTouching = (type: string): type is Touching['type'] => Object.hasOwn(TOLD, type);

/** What an event tells of who did so. */
export const touchesIn = (event: DomainEvent): readonly Touch[] =>
  isTouching(event.type) ? TOLD[event.type](event as never) : [];
