import { command } from '#runtime';
import { type ReportAbsenceInput, type StandInFacts, endAbsence, reportAbsence } from '../domain/absence.js';
import { delegateAuthority, revokeDelegation } from '../domain/delegation.js';
import { leaveOffice, listOfficer } from '../domain/list-officer.js';
import { officerIdOf, officers } from '../domain/officer.js';

export const ListOfficer = command('ListOfficer', officers, 'officerId', listOfficer);
export const LeaveOffice = command('LeaveOffice', officers, 'officerId', leaveOffice);
export const ReportAbsence = command('ReportAbsence', officers, 'officerId', reportAbsence, {
  facts: async (_state, read, { standInId }: ReportAbsenceInput): Promise<StandInFacts> =>
    standInId === undefined ? {} : { standIn: await read.state(officers, officerIdOf(standInId)) },
});
export const EndAbsence = command('EndAbsence', officers, 'officerId', endAbsence);
export const DelegateAuthority = command('DelegateAuthority', officers, 'officerId', delegateAuthority);
export const RevokeDelegation = command('RevokeDelegation', officers, 'officerId', revokeDelegation);
