import { command } from '#runtime';
import { employers } from '../domain/employer.js';
import { nameAccount } from '../domain/name-account.js';

export const NameAccount = command('NameAccount', employers, 'employerId', nameAccount);
