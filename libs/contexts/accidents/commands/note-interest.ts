import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { noteInterest } from '../domain/note-interest.js';

/** Only a process sends it: interests are declared of claims, a floor above. */
export const NoteInterest = command('NoteInterest', accidents, 'accidentId', noteInterest);
