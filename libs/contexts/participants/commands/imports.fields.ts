import { asked, shape } from '#http';
import { CHANNELS } from '../domain/participant.events.js';
import { countedBy } from './participants.fields.js';

/** The terms of an import: who pays, and for which months. */
export class ImportQuery extends shape({
  sponsorId: asked.uuid(),
  agreementId: asked.uuid(),
  period: asked.month({ description: 'First month paid for' }),
  months: asked.integer({ min: 1, max: 12, fromText: true }),
  paidOn: asked.day({ description: 'The day the sponsor paid; cover starts on it' }),
  channel: asked.code(CHANNELS, {
    optional: true,
    description: 'Where the file came in; may be left out only of a file that an earlier release began',
  }),
  branch: countedBy.branch,
  receipt: asked.paperNumber({ max: 60, description: 'Number of the payment' }),
  dryRun: asked.yesNo({ fromText: true, optional: true, description: 'Says what would come of it' }),
}) {}
