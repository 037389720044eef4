import { asked, shape } from '#http';
import { CONSEQUENCES, EXPLANATIONS, INQUIRIES } from '../domain/finding.events.js';

const reference = asked.paperNumber({ max: 60, description: 'Number of the paper that tells of it' });

export class NoteFindingBody extends shape({
  inquiry: asked.code(INQUIRIES, { description: 'What was done to find out' }),
  reference,
}) {}

export class ExplainFindingBody extends shape({
  because: asked.code(EXPLANATIONS, { description: 'Why there is nothing to it' }),
  reference,
}) {}

export class ConfirmFindingBody extends shape({
  consequence: asked.code(CONSEQUENCES, { description: 'What follows; it is done where it belongs' }),
  reference,
}) {}
