import {
  type AuthorityLevel,
  type LocalDate,
  addDays,
  assertNever,
  derivedId,
  inSituation,
  stream,
} from '#kernel';
import type { OfficerEvent, OfficerRole, Skill } from './officer.events.js';
import { staffRefusals } from './refusals.js';

/** Days, the last one included. */
interface Days {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** Days on which somebody is away. */
export interface Absence extends Days {
  readonly absenceId: string;
  readonly standInId?: string;
}

/** Days on which somebody decides on the claims of another office. */
export interface Delegation extends Days {
  readonly delegationId: string;
  readonly office: string;
}

/** Somebody who works at an office, or did. */
export interface KnownOfficer {
  readonly situation: 'LISTED' | 'LEFT';
  readonly officerId: string;
  readonly workerId: string;
  readonly office: string;
  readonly roles: readonly OfficerRole[];
  readonly level?: AuthorityLevel;
  readonly skills?: readonly Skill[];
  /** Those that were not over when the last one was reported. */
  readonly absences: readonly Absence[];
  readonly delegations: readonly Delegation[];
}

export type OfficerState = { readonly situation: 'UNKNOWN' } | KnownOfficer;

/** The identity of somebody of the office: of the subject of their token. Its parts are stored, so they never change. */
export const officerIdOf = (workerId: string): string => derivedId('officer', workerId);

/** Folds an `officer-<id>` stream. */
export const officers = stream<OfficerState, OfficerEvent>('officer', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'OfficerListed') {
      const { effectiveOn: _on, listerId: _by, ...said } = event.data;
      const { absences = [], delegations = [] } = state.situation === 'LISTED' ? state : {};
      return { situation: 'LISTED', ...said, absences, delegations };
    }
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before OfficerListed`);
    return later(state, event);
  },
});

function later(
  state: KnownOfficer,
  event: Exclude<OfficerEvent, { readonly type: 'OfficerListed' }>,
): KnownOfficer {
  switch (event.type) {
    case 'OfficerLeft':
      return { ...state, situation: 'LEFT', absences: [], delegations: [] };
    case 'AbsenceReported': {
      const { absenceId, from, until, standInId, effectiveOn } = event.data;
      const absence = { absenceId, from, until, ...(standInId !== undefined && { standInId }) };
      return { ...state, absences: [...notOver(state.absences, effectiveOn), absence] };
    }
    case 'AbsenceEnded': {
      const { absenceId, effectiveOn } = event.data;
      const absences = state.absences.map((one) =>
        one.absenceId === absenceId ? cut(one, effectiveOn) : one,
      );
      return { ...state, absences: absences.filter(hasDays) };
    }
    case 'AuthorityDelegated': {
      const { delegationId, office, from, until, effectiveOn } = event.data;
      const delegation = { delegationId, office, from, until };
      return { ...state, delegations: [...notOver(state.delegations, effectiveOn), delegation] };
    }
    case 'DelegationRevoked': {
      const { delegationId, effectiveOn } = event.data;
      const delegations = state.delegations.map((one) =>
        one.delegationId === delegationId ? cut(one, effectiveOn) : one,
      );
      return { ...state, delegations: delegations.filter(hasDays) };
    }
    default:
      return assertNever(event, 'officer event');
  }
}

const notOver = <Of extends Days>(all: readonly Of[], today: LocalDate): readonly Of[] =>
  all.filter(({ until }) => until >= today);

/** From this day on it is over. */
const cut = <Of extends Days>(days: Of, from: LocalDate): Of => ({ ...days, until: addDays(from, -1) });

const hasDays = ({ from, until }: Days): boolean => from <= until;

/** Whether a day is one of these. */
export const isWithinDays = ({ from, until }: Days, day: LocalDate): boolean => from <= day && day <= until;

/** Whether some days are common to both. */
export const overlap = (one: Days, other: Days): boolean =>
  one.from <= other.until && other.from <= one.until;

/** @throws Rejection `OFFICER_NOT_LISTED` */
export const knownOfficer = (state: OfficerState): KnownOfficer =>
  inSituation(state, ['LISTED', 'LEFT'], () => staffRefusals.OFFICER_NOT_LISTED());

/** Whoever works there still. @throws Rejection `OFFICER_NOT_LISTED`, `OFFICER_HAS_LEFT` */
export const presentOfficer = (state: OfficerState): KnownOfficer =>
  inSituation(state, ['LISTED'], ({ situation }) =>
    situation === 'LEFT' ? staffRefusals.OFFICER_HAS_LEFT() : staffRefusals.OFFICER_NOT_LISTED(),
  );

/** Why somebody is away on a day; undefined where they are there. */
export const absenceOn = (
  { absences }: Pick<KnownOfficer, 'absences'>,
  day: LocalDate,
): Absence | undefined => absences.find((one) => isWithinDays(one, day));
