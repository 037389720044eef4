import { command } from '#runtime';
import { listReliance } from '../domain/list-reliance.js';
import { reliances } from '../domain/reliance.js';

/** Only the process employer-facts sends it. */
export const ListReliance = command('ListReliance', reliances, 'employerId', listReliance);
