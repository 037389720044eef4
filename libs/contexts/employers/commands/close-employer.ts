import { command } from '#runtime';
import { closeEmployer, confirmEntries, reopenEmployer } from '../domain/close-employer.js';
import { employers } from '../domain/employer.js';

export const CloseEmployer = command('CloseEmployer', employers, 'employerId', closeEmployer);

export const ReopenEmployer = command('ReopenEmployer', employers, 'employerId', reopenEmployer);

export const ConfirmEntries = command('ConfirmEntries', employers, 'employerId', confirmEntries);
