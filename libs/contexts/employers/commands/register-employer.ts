import { command } from '#runtime';
import { employers } from '../domain/employer.js';
import { registerEmployer } from '../domain/register-employer.js';

export const RegisterEmployer = command('RegisterEmployer', employers, 'employerId', registerEmployer);
