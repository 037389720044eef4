import type { DomainEvent, LocalDate } from '#kernel';
import type { OccupationGroup } from './participant.events.js';

/** Somebody goes out to register workers where they are (aksi lapangan): a car at a market for two days. */
export type FieldActionPlanned = DomainEvent<
  'FieldActionPlanned',
  {
    fieldActionId: string;
    /** Name of the place; never of a person. */
    name: string;
    district: string;
    /** The branch of BPJS that goes there. */
    branch: string;
    /** Number of the car, where one goes. */
    car?: string;
    startsOn: LocalDate;
    endsOn: LocalDate;
    /** Whom it is for. */
    targetGroup: OccupationGroup;
    /** How many are hoped for. */
    targetPersons: number;
    effectiveOn: LocalDate;
  }
>;

/** Why nobody goes there any more (sebab pembatalan). */
export const CANCELLING_REASONS = ['NOBODY_FREE', 'PLACE_CLOSED', 'WEATHER', 'PLANNED_ANEW'] as const;

export type CancellingReason = (typeof CANCELLING_REASONS)[number];

/** It does not take place after all, or goes on no longer (aksi lapangan dibatalkan). */
export type FieldActionCancelled = DomainEvent<
  'FieldActionCancelled',
  { fieldActionId: string; reason: CancellingReason; effectiveOn: LocalDate }
>;

export type FieldActionEvent = FieldActionPlanned | FieldActionCancelled;
