import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import {
  issueProvisionalGuarantee,
  refuseProvisionalGuarantee,
  requireOwnDesk,
} from '../domain/provisional-guarantee.js';
import { decidesInSight, mayDecide } from './may-decide.js';
import { plkkLetterFacts } from './plkk-letter-facts.js';

export const IssueProvisionalGuarantee = command(
  'IssueProvisionalGuarantee',
  accidents,
  'accidentId',
  issueProvisionalGuarantee,
  {
    facts: plkkLetterFacts,
    permit(accident, read, input, context) {
      decidesInSight(accident, read, input, context);
      requireOwnDesk(input, context);
    },
  },
);

export const RefuseProvisionalGuarantee = command(
  'RefuseProvisionalGuarantee',
  accidents,
  'accidentId',
  refuseProvisionalGuarantee,
  { permit: mayDecide },
);
