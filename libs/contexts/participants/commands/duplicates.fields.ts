import { asked, shape } from '#http';
import { DISMISSAL_REASONS, REOPENING_REASONS, DUPLICATE_REASONS } from '../domain/duplicate.events.js';

import { CorrectionEvidenceBody } from './corrections.fields.js';

export class DismissDuplicateBody extends shape({
  reasons: asked.code(DUPLICATE_REASONS, {
    each: true,
    min: 1,
    description: 'What the two have in common all the same; whatever is found beside it is suspected anew',
  }),
  because: asked.code(DISMISSAL_REASONS, {
    description:
      'TWO_NIKS: Dukcapil knows two persons; NAMESAKES: a paper of one of them shows it; TWINS; SHARED_PHONE: needs no paper; SHARED_ACCOUNT: a paper shows how both come to it',
  }),
  evidence: asked.nested(() => CorrectionEvidenceBody, { optional: true }),
}) {}

export class ReopenDuplicateBody extends shape({
  because: asked.code(REOPENING_REASONS),
}) {}
