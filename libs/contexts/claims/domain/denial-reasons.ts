import type { DenialReason } from './claim-by-people.events.js';
import type { ClaimDenied } from './claim.events.js';

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
