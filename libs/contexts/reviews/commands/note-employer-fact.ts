import { employerFacts } from '#contexts/employers/facts';
import { command } from '#runtime';
import { noteEmployerFact } from '../domain/note-employer-fact.js';
import { reliances } from '../domain/reliance.js';

/** Only the process employer-facts sends it. */
export const NoteEmployerFact = command('NoteEmployerFact', reliances, 'employerId', noteEmployerFact, {
  facts: async (_reliance, read, { employerId, ofItsClosing }) =>
    ofItsClosing ? { closedOn: (await employerFacts(read, employerId)).lastDay } : {},
});
