import { PageOf, actionsAt, whatCanBeDone, shape, shown } from '#http';
import { COMPLAINANTS, COMPLAINT_SUBJECTS, COMPLAINT_TOPICS } from '../../domain/complaint.events.js';
import { COMPLAINT_SITUATIONS } from '../../domain/complaint.js';

/** What somebody did about a complaint. */
export class ComplaintStep extends shape({
  what: shown.text({ example: 'ComplaintAnswered' }),
  on: shown.day(),
  by: shown.text(),
  how: shown.text({
    nullable: true,
    description: 'Of an answer, a mediation and a closing',
    example: 'EXPLAINED',
  }),
  words: shown.text({ nullable: true, description: 'Null when the person was erased' }),
  shownBy: shown.text({ nullable: true, description: 'The letter or the minutes' }),
}) {}

/** One complaint in a list: nothing of what was said. */
export class ComplaintSummary extends shape({
  complaintId: shown.uuid(),
  participantId: shown.uuid(),
  subject: shown.code(COMPLAINT_SUBJECTS),
  subjectId: shown.uuid({ nullable: true, description: 'The claim, accident, facility or employer' }),
  topic: shown.code(COMPLAINT_TOPICS),
  complainant: shown.code(COMPLAINANTS),
  office: shown.text({ description: 'Where it was taken in' }),
  status: shown.code(COMPLAINT_SITUATIONS),
  escalated: shown.yesNo({ description: 'The unit for quality and complaints has it' }),
  receivedOn: shown.day(),
  dueOn: shown.day({
    nullable: true,
    description: 'Until when the next step is due; null once it is closed',
  }),
  closedOn: shown.day({ nullable: true }),
}) {}

export class ComplaintPage extends PageOf(ComplaintSummary) {}

/** One complaint with what was said and done. */
export class ComplaintDetail extends shape(
  {
    revision: shown.revision(),
    actions: actionsAt('/complaints/0b4f…'),
    whatCanBeDone,
    steps: shown.nested(() => ComplaintStep, { each: true, description: 'The oldest first' }),
  },
  ComplaintSummary,
) {}
