import { type CommandContext, opened, view } from '#kernel';
import type { MembershipEvent } from './membership.events.js';
import { memberships } from './membership.js';
import type { ParticipantEvent } from './participant.events.js';
import { participants } from './participant.js';

/** Whether somebody has the card of a membership that they have, or could have none. */
export interface CardState {
  /** Has a membership for which there are cards. */
  readonly isMember: boolean;
  readonly hasCard: boolean;
}

const NO_MEMBER: CardState = { isMember: false, hasCard: false };

/** The same streams as `participants`: cards of those who work for themselves. Of an erased person nothing is asked any more. */
export const ownCards = view<CardState, ParticipantEvent>(participants, {
  initial: NO_MEMBER,
  evolve(state, event) {
    if (event.type === 'KpjGivenOut') return { ...state, hasCard: true };
    if (event.type !== 'ParticipantRegistered' && event.type !== 'SelfEmploymentRegistered') return state;
    if (event.type === 'ParticipantRegistered' && event.data.segment !== 'BPU') return state;
    const person = opened(event.data.person);
    return { isMember: person !== undefined, hasCard: person?.kpj !== undefined };
  },
});

export interface MemberCardState extends CardState {
  readonly participantId?: string;
  readonly employerId?: string;
}

/** The same streams as `memberships`: whoever comes back has the card of the first time. */
export const memberCards = view<MemberCardState, MembershipEvent>(memberships, {
  initial: NO_MEMBER,
  evolve(state, event) {
    if (event.type === 'MemberKpjGivenOut') return { ...state, hasCard: true };
    if (event.type !== 'WorkerJoined') return state;
    const { participantId, employerId, person } = event.data;
    return { participantId, employerId, isMember: true, hasCard: state.hasCard || person !== undefined };
  },
});

/** Whether a card number is to be drawn. */
export const needsCard = ({ isMember, hasCard }: CardState): boolean => isMember && !hasCard;

/** What the decision needs beside. */
export interface CardFacts {
  /** Drawn where one is needed. */
  readonly kpj?: string;
}

/** Gives out the number of a card to whoever works for himself and has none. */
export function giveOutKpj(
  { participantId }: { readonly participantId: string },
  state: CardState,
  { today }: CommandContext,
  { kpj }: CardFacts,
): readonly ParticipantEvent[] {
  if (!needsCard(state) || kpj === undefined) return [];
  return [{ type: 'KpjGivenOut', data: { participantId, effectiveOn: today, person: { kpj } } }];
}

/** The same of a wage earner with one employer. */
export function giveOutMemberKpj(
  { membershipId }: { readonly membershipId: string },
  state: MemberCardState,
  { today }: CommandContext,
  { kpj }: CardFacts,
): readonly MembershipEvent[] {
  const { participantId, employerId } = state;
  if (!needsCard(state) || kpj === undefined || !participantId || !employerId) return [];
  const of = { membershipId, participantId, employerId };
  return [{ type: 'MemberKpjGivenOut', data: { ...of, effectiveOn: today, person: { kpj } } }];
}
