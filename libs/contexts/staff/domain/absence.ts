import { type Actor, type CommandContext, type LocalDate, Rejection, addDays, reachesOffice } from '#kernel';
import type { OfOfficer } from './list-officer.js';
import type { OfficerEvent } from './officer.events.js';
import { type KnownOfficer, type OfficerState, overlap, presentOfficer } from './officer.js';
import { staffRefusals } from './refusals.js';

/** Longer than that nobody is away, and nothing is delegated, without being said again. */
export const AT_MOST_DAYS = 366;

export interface ReportAbsenceInput extends OfOfficer {
  readonly absenceId: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** Subject of the token of whoever stands in. */
  readonly standInId?: string;
}

/** Who is to stand in, as far as somebody has listed them. */
export interface StandInFacts {
  readonly standIn?: OfficerState;
}

/**
 * Says that somebody is away, and who stands in (ketidakhadiran). What they have taken is found by their stand-in, or by anybody who can
 * do it; nothing new is given to them meanwhile.
 * @throws Rejection `OFFICER_NOT_LISTED`, `OFFICER_HAS_LEFT`, `ABSENCE_OF_ANOTHER`, `DAYS_OUT_OF_ORDER`, `ABSENCE_KNOWN`,
 *   `STAND_IN_CANNOT`
 */
export function reportAbsence(
  { absenceId, from, until, standInId }: ReportAbsenceInput,
  state: OfficerState,
  { actor, today }: CommandContext,
  { standIn }: StandInFacts,
): readonly OfficerEvent[] {
  const officer = presentOfficer(state);
  const { officerId, workerId, absences } = officer;
  requireOwnOrSupervisor(officer, actor, today);
  requireInOrder({ from, until }, today);
  const known = absences.find((one) => overlap(one, { from, until }));
  if (known && known.from === from && known.until === until && known.standInId === standInId) return [];
  if (known) throw new Rejection(staffRefusals.ABSENCE_KNOWN(known));
  if (standInId !== undefined && !canStandIn(officer, standIn, { from, until })) {
    throw new Rejection(staffRefusals.STAND_IN_CANNOT());
  }
  const days = { from, until, ...(standInId !== undefined && { standInId }) };
  const data = { officerId, workerId, absenceId, ...days, reporterId: actor.id, effectiveOn: today };
  return [{ type: 'AbsenceReported', data }];
}

export interface EndAbsenceInput extends OfOfficer {
  readonly absenceId: string;
}

/**
 * They are back from today on, or do not go after all (kembali bertugas).
 * @throws Rejection `OFFICER_NOT_LISTED`, `OFFICER_HAS_LEFT`, `ABSENCE_OF_ANOTHER`, `ABSENCE_UNKNOWN`
 */
export function endAbsence(
  { absenceId }: EndAbsenceInput,
  state: OfficerState,
  { actor, today }: CommandContext,
): readonly OfficerEvent[] {
  const officer = presentOfficer(state);
  const { officerId, workerId, absences } = officer;
  requireOwnOrSupervisor(officer, actor, today);
  if (!absences.some((one) => one.absenceId === absenceId && one.until >= today)) {
    throw new Rejection(staffRefusals.ABSENCE_UNKNOWN());
  }
  const data = { officerId, workerId, absenceId, enderId: actor.id, effectiveOn: today };
  return [{ type: 'AbsenceEnded', data }];
}

/** @throws Rejection `DAYS_OUT_OF_ORDER` */
export function requireInOrder(
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
  today: LocalDate,
): void {
  if (until < from || until < today || until > addDays(from, AT_MOST_DAYS)) {
    throw new Rejection(staffRefusals.DAYS_OUT_OF_ORDER({ today, atMost: AT_MOST_DAYS }));
  }
}

/** @throws Rejection `ABSENCE_OF_ANOTHER` */
function requireOwnOrSupervisor({ workerId, office }: KnownOfficer, actor: Actor, today: LocalDate): void {
  const isTheirs = actor.roles.includes('supervisor') && reachesOffice(actor, office, today);
  if (workerId !== actor.id && !isTheirs) throw new Rejection(staffRefusals.ABSENCE_OF_ANOTHER());
}

/** Whoever stands in does the same at the same office, and is there all the while. */
const canStandIn = (
  { workerId, office, roles }: KnownOfficer,
  standIn: OfficerState | undefined,
  days: { readonly from: LocalDate; readonly until: LocalDate },
): boolean =>
  standIn?.situation === 'LISTED' &&
  standIn.workerId !== workerId &&
  standIn.office === office &&
  standIn.roles.some((role) => roles.includes(role)) &&
  !standIn.absences.some((one) => overlap(one, days));
