import { command } from '#runtime';
import { confirmMembership, leaveEmployer, undoLeaving } from '../domain/leave-employer.js';
import { memberships } from '../domain/membership.js';

export const LeaveEmployer = command('LeaveEmployer', memberships, 'membershipId', leaveEmployer);

export const UndoLeaving = command('UndoLeaving', memberships, 'membershipId', undoLeaving);

export const ConfirmMembership = command('ConfirmMembership', memberships, 'membershipId', confirmMembership);
