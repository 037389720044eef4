import type { Calculation } from '#law';
import { withoutTableRow } from '../domain/assessment.js';
import { OWED_GROUNDS, type OwedByEmployer } from '../domain/claim.events.js';

/** What a calculation says that an employer owes (reference 3.10). */
export const owedBy = (employerId: string, { owedByEmployer = [] }: Calculation): readonly OwedByEmployer[] =>
  owedByEmployer.map(({ code, amountIdr, ground, reimbursable, law, article }) => {
    const known = OWED_GROUNDS.find((one) => one === ground);
    if (!known) throw new Error(`A claim does not know what is owed by ${ground}`);
    // A row of the disability table would tell the injury.
    return {
      employerId,
      code,
      amountIdr,
      ground: known,
      reimbursable,
      law,
      article: withoutTableRow(article),
    };
  });
