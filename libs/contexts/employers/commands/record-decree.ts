import { command } from '#runtime';
import { employers } from '../domain/employer.js';
import { recordDecree } from '../domain/record-decree.js';

export const RecordDecree = command('RecordDecree', employers, 'employerId', recordDecree);
