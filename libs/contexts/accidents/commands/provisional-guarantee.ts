import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import {
  issueProvisionalGuarantee,
  refuseProvisionalGuarantee,
  requireOwnDesk,
} from '../domain/provisional-guarantee.js';
import { inSight } from './in-sight.js';
import { plkkLetterFacts } from './plkk-letter-facts.js';

export const IssueProvisionalGuarantee = command(
  'IssueProvisionalGuarantee',
  accidents,
  'accidentId',
  issueProvisionalGuarantee,
  {
    facts: plkkLetterFacts,
    permit(accident, read, input, context) {
      inSight(accident, read, input, context);
      requireOwnDesk(input, context);
    },
  },
);

export const RefuseProvisionalGuarantee = command(
  'RefuseProvisionalGuarantee',
  accidents,
  'accidentId',
  refuseProvisionalGuarantee,
);
