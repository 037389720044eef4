import type { DomainEvent, LocalDate, Sealed } from '#kernel';
import type { OPENED_AGAIN_BY } from './claim-by-people.events.js';
import type { Likeness } from './likeness.events.js';

/** What a claim has in common with another one, for the death of somebody else. */
export interface AlikeClaim {
  readonly of: Likeness;
  readonly claimId: string;
}

/** A pattern was found that concerns this claim (keraguan atas klaim): nothing is approved of it before a person has looked. */
export type DoubtRaised = DomainEvent<
  'DoubtRaised',
  {
    claimId: string;
    participantId: string;
    /** What was found; it tells by which rule, and what proves it. Of what is alike it is an id of its own, of what people said that of the complaint or the sample. */
    findingId: string;
    /** Not found by a rule: another claim names the same. */
    alike?: AlikeClaim;
    /** What is found of one matter after the other, such as of an account that more and more claims name, is answered together. */
    matterId?: string;
    /** Not found by a rule: a complaint was settled about the claim while it was open, or an error found in an earlier decision of it. */
    ground?: (typeof OPENED_AGAIN_BY)[number];
    effectiveOn: LocalDate;
  }
>;

/** How a doubt ends by a person who says so of the claim. */
export const DOUBT_SETTLEMENTS = ['PUT_RIGHT', 'NO_BEARING'] as const;

export type DoubtSettlement = (typeof DOUBT_SETTLEMENTS)[number];

/** The same, and where there was nothing to what was found. */
export const DOUBT_ENDS = [...DOUBT_SETTLEMENTS, 'EXPLAINED'] as const;

export type DoubtEnd = (typeof DOUBT_ENDS)[number];

/** A doubt holds the claim up no more (keraguan terjawab), because of what a named person has found out. */
export type DoubtSettled = DomainEvent<
  'DoubtSettled',
  {
    claimId: string;
    participantId: string;
    findingId: string;
    /** Subject of the token of whoever found out: of the claim, or of what was found. */
    settlerId: string;
    how: DoubtEnd;
    effectiveOn: LocalDate;
    /** Why, in words, and what shows it; not where the finding tells it. */
    person?: Sealed<{ words: string; evidence: string }>;
  }
>;

export type DoubtEvent = DoubtRaised | DoubtSettled;
