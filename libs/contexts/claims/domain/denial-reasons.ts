import type { AuthorityLevel } from '#kernel';
import type { DenialReason } from './claim-by-people.events.js';
import type { ClaimDenied } from './decision.events.js';

/** What a denial says for each reason that a person finds: its number in letters, and plain words. */
const REASONS: Readonly<Record<DenialReason, { readonly number: string; readonly detail: string }>> = {
  NOT_ENTITLED_PERSON: { number: 'D-05', detail: 'Somebody else is entitled before whoever claims.' },
  PAPERS_MISSING: {
    number: 'D-06',
    detail: 'Documents that the claim needs were not handed in, though asked for.',
  },
  PAPER_FALSE: {
    number: 'D-08',
    detail: 'A document of the claim is not genuine by the word of its issuer.',
  },
  ALREADY_DECIDED: { number: 'D-09', detail: 'What is claimed was decided by an earlier claim.' },
  OTHER_PROGRAMME_PAID: { number: 'D-10', detail: 'Another programme has paid for the same event.' },
  CONDITION_NOT_MET: { number: 'D-12', detail: 'A condition of the benefit is not met.' },
  USED_UP: { number: 'D-13', detail: 'What the law gives has been paid already.' },
  COST_NOT_PROVED: { number: 'D-14', detail: 'What is claimed back was not shown to have been paid.' },
  CARE_NOT_RELATED: { number: 'D-15', detail: 'The care was not for this accident, by a medical reviewer.' },
  OTHER_PAYER_COVERS: { number: 'D-17', detail: 'Another payer covers it.' },
  HEIR_DISPUTE_OPEN: {
    number: 'D-18',
    detail: 'The heirs have neither agreed for twelve months nor brought a judgment.',
  },
  FALSE_STATEMENT: { number: 'D-19', detail: 'Whoever claims has stated what is not true.' },
  DETERMINATION_BINDS: { number: 'D-20', detail: 'An authority has determined otherwise, and that binds.' },
};

/** How a denial for such a reason names its rule (reference 2.8). */
export function denialFor(
  reason: DenialReason,
): Pick<ClaimDenied['data'], 'decision' | 'rule' | 'law' | 'article' | 'detail'> {
  const { number, detail } = REASONS[reason];
  return {
    decision: reason,
    rule: number,
    law: 'PP 44/2015 jo. PP 82/2019 jo. PP 49/2023',
    article: `convention ${number}`,
    detail,
  };
}

/** Who denies a claim (reference 6.1): a supervisor for D-01 to D-18, a head of branch for everything. */
export const levelToDeny = (reason?: DenialReason): AuthorityLevel =>
  reason === 'FALSE_STATEMENT' || reason === 'DETERMINATION_BINDS' ? 3 : 2;
