import { asked, shape } from '#http';
import {
  CLOSING_REASONS,
  COMPLAINANTS,
  COMPLAINT_ANSWERS,
  COMPLAINT_SUBJECTS,
  COMPLAINT_TOPICS,
  MEDIATION_RESULTS,
} from '../domain/complaint.events.js';

/** Words of a person for a person. They are sealed: they may tell of somebody. */
const words = (description: string) => asked.text({ min: 20, max: 2000, description });

export class ReceiveComplaintBody extends shape({
  participantId: asked.uuid({ description: 'Whom it is about' }),
  subject: asked.code(COMPLAINT_SUBJECTS, {
    description: 'PERSON: what is recorded of the participant; SERVICE: how somebody was treated',
  }),
  subjectId: asked.uuid({ optional: true, description: 'The claim, accident, facility or employer' }),
  topic: asked.code(COMPLAINT_TOPICS),
  complainant: asked.code(COMPLAINANTS, { description: 'Who complains' }),
  words: words('What is wrong, in the words of whoever complains'),
  letter: asked.text({
    max: 100,
    optional: true,
    description: 'The letter: its number, or where it lies in the archive',
  }),
}) {}

export class AnswerComplaintBody extends shape({
  answer: asked.code(COMPLAINT_ANSWERS),
  words: words('What is answered'),
}) {}

export class EscalateComplaintBody extends shape({
  words: words('Why whoever complains is not content'),
}) {}

export class EndMediationBody extends shape({
  result: asked.code(MEDIATION_RESULTS, {
    description: 'AGREED: both sides have signed; a claim that it is about is opened again',
  }),
  words: words('What they agreed, or why they did not'),
  minutes: asked.text({
    max: 100,
    description: 'The minutes: their number, or where they lie in the archive',
  }),
}) {}

export class CloseComplaintBody extends shape({
  reason: asked.code(CLOSING_REASONS),
}) {}
