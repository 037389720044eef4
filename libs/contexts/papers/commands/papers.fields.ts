import { asked, shape } from '#http';
import { PAPER_TELLS } from '../domain/paper.events.js';

/** What is said of a paper beside it. Its name is not asked for: names of files name people. */
export class KeepPaperQuery extends shape({
  participantId: asked.uuid({ description: 'Whose paper it is: their keys seal it' }),
  tells: asked.code(PAPER_TELLS, {
    description: 'Of whom it tells alone, or of their health as well: forms of doctors, receipts of care',
  }),
}) {}
