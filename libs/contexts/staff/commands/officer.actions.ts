import { type LocalDate, addDays } from '#kernel';
import { action, actionsOn, attempt, attemptEach, sentAs } from '#runtime';
import { type OfficerState, knownOfficer, officers } from '../domain/officer.js';
import { DelegateAuthority, EndAbsence, LeaveOffice, ReportAbsence, RevokeDelegation } from './staff.js';
import { StaffController } from './staff.controller.js';

/** A day that is none of those known. */
function freeDay(days: readonly { readonly until: LocalDate }[], today: LocalDate) {
  const from = days
    .map(({ until }) => addDays(until, 1))
    .concat(today)
    .sort()
    .at(-1);
  const day = from ?? today;
  return { from: day, until: addDays(day, 1) };
}

const absencesOf = (state: OfficerState) => knownOfficer(state).absences;
const delegationsOf = (state: OfficerState) => knownOfficer(state).delegations;

/** Everything that can be done with somebody of the office. What is open of it, the commands say. */
export const officerActions = actionsOn(officers, 'officerId', { known: knownOfficer }, [
  action('report-absence', StaffController, 'away', ({ id: officerId, state, today }) => {
    const days = freeDay(absencesOf(state), today);
    return [sentAs(days, attempt(ReportAbsence, { officerId, absenceId: officerId, ...days }))];
  }),
  action(
    'end-absence',
    StaffController,
    'back',
    ({ id: officerId, state }) =>
      attemptEach(
        absencesOf(state).map(({ absenceId }) => absenceId),
        officerId,
        (absenceId) => attempt(EndAbsence, { officerId, absenceId }, absenceId),
      ),
    'absenceId',
  ),
  action('delegate-authority', StaffController, 'delegate', ({ id: officerId, state, today, actor }) => {
    const days = freeDay(delegationsOf(state), today);
    const { office } = actor;
    return [
      sentAs(days, attempt(DelegateAuthority, { officerId, delegationId: officerId, office, ...days })),
    ];
  }),
  action(
    'revoke-delegation',
    StaffController,
    'revoke',
    ({ id: officerId, state }) =>
      attemptEach(
        delegationsOf(state).map(({ delegationId }) => delegationId),
        officerId,
        (delegationId) => attempt(RevokeDelegation, { officerId, delegationId }, delegationId),
      ),
    'delegationId',
  ),
  action('leave-office', StaffController, 'leave', ({ id: officerId }) => [
    attempt(LeaveOffice, { officerId }),
  ]),
]);
