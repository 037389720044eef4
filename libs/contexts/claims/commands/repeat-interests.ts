import { command } from '#runtime';
import { interestsIn, repeatInterests } from '../domain/repeat-interests.js';

/** Only the process interests sends it. */
export const RepeatInterests = command('RepeatInterests', interestsIn, 'claimId', repeatInterests);
