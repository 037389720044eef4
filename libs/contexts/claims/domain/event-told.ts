import type { EventOf, LocalDate } from '#kernel';
import type { ClaimEvent } from './claim.events.js';

/** The event in the world that a claim is for: whose, and when. */
export interface EventOfClaim {
  readonly claimId: string;
  readonly participantId: string;
  readonly eventDate: LocalDate;
}

const TELLING = ['ClaimSubmitted', 'BenefitCalculated', 'BenefitReassessed'] as const;

type Telling = EventOf<ClaimEvent, (typeof TELLING)[number]>;

const told = ({ data: { claimId, participantId, eventDate } }: Telling): readonly EventOfClaim[] =>
  eventDate === undefined ? [] : [{ claimId, participantId, eventDate }];

/** Which events of a claim tell it; what was told last holds. */
export const eventsToldOfClaims: Readonly<
  Record<Telling['type'], (event: Telling) => readonly EventOfClaim[]>
> = { ClaimSubmitted: told, BenefitCalculated: told, BenefitReassessed: told };
