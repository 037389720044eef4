import { type LocalDate, Rejection, ageOn } from '#kernel';
import { scholarshipEndAge } from '#law';
import { scholarshipRefusals } from './refusals.js';

/** What decisions about a scholarship need to know of the claim that it follows from. */
export interface EntitlingEvent {
  /** The death was taken back. */
  readonly isRevoked?: boolean;
}

/** With what is registered of the child. */
export interface KnownChild extends EntitlingEvent {
  /** As the participant registered the child; undefined when nothing (more) is known of it. */
  readonly birthDate?: LocalDate;
}

/** What the claim says of the child by what was approved last; nothing of one that was named later. */
export interface ScholarshipByClaim {
  readonly says?: 'GIVEN' | 'NO_LONGER';
  readonly approverId?: string;
}

/** @throws Rejection `EVENT_REVOKED` */
export function requireEntitlingEvent({ isRevoked = false }: EntitlingEvent): void {
  if (isRevoked) throw new Rejection(scholarshipRefusals.EVENT_REVOKED());
}

/** Whether the child has reached the age on a day at which the right ends; undefined where nobody can tell (any more). */
export const isTooOld = (
  birthDate: LocalDate | undefined,
  on: LocalDate,
  eventDate: LocalDate,
): boolean | undefined => birthDate && ageOn(birthDate, on) >= scholarshipEndAge(eventDate);
