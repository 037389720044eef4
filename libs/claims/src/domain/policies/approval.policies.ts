import { type Policy, type Rupiah, sumRupiah } from '#kernel';
import type { Assessment } from '../claim.js';

/** What the rules of a decision look at. */
export interface DecisionFacts {
  readonly assessment: Assessment;
  /** Subject of the token of whoever decides. */
  readonly deciderId: string;
}

/** What the rules of an approval look at beside that. */
export interface ApprovalFacts extends DecisionFacts {
  /** Everything that facilities have invoiced by now. */
  readonly invoicedIdr: Rupiah;
}

const fourEyes: Policy<DecisionFacts> = {
  name: 'four-eyes',
  check: ({ assessment, deciderId }) =>
    assessment.assessorId === deciderId
      ? {
          code: 'ASSESSOR_CANNOT_DECIDE',
          detail: 'Whoever calculated a claim cannot also decide it: ask a second person',
        }
      : undefined,
};

const theLawGrantsIt: Policy<DecisionFacts> = {
  name: 'the-law-grants-it',
  check: ({ assessment: { refusal } }) =>
    refusal
      ? {
          code: 'LAW_REFUSES',
          detail: `The calculation refuses this claim (${refusal.decision}): it can only be denied`,
          article: refusal.article,
        }
      : undefined,
};

const somethingIsPayable: Policy<DecisionFacts> = {
  name: 'something-is-payable',
  check: ({ assessment }) =>
    assessment.totalIdr === 0 && assessment.entitledChildren.length === 0
      ? { code: 'NOTHING_TO_APPROVE', detail: 'The calculation comes to zero rupiah' }
      : undefined,
};

/** Components of a calculation that pay invoices for care. */
const CARE: readonly string[] = ['JKK_MEDICAL_PLKK', 'JKK_MEDICAL'];

/** An invoice may come after stage II, and so after the calculation: nobody may be paid for what nobody assessed. */
const everyInvoiceIsAssessed: Policy<ApprovalFacts> = {
  name: 'every-invoice-is-assessed',
  check: ({ assessment: { components }, invoicedIdr }) => {
    const care = components.filter(({ code }) => CARE.includes(code));
    return sumRupiah(care.map(({ amountIdr }) => amountIdr)) === invoicedIdr
      ? undefined
      : {
          code: 'INVOICE_NOT_ASSESSED',
          detail: 'An invoice for care came in after the calculation',
          allowed: ['calculate the benefit again'],
        };
  },
};

const theLawRefusesIt: Policy<DecisionFacts> = {
  name: 'the-law-refuses-it',
  check: ({ assessment: { refusal, totalIdr } }) =>
    refusal || totalIdr === 0
      ? undefined
      : {
          code: 'LAW_GRANTS',
          detail: 'The calculation grants this claim: calculate it again if facts have changed',
        },
};

/** In this order; the first refusal wins. */
export const APPROVAL_POLICIES: readonly Policy<ApprovalFacts>[] = [
  fourEyes,
  theLawGrantsIt,
  somethingIsPayable,
  everyInvoiceIsAssessed,
];

/** In this order; the first refusal wins. */
export const DENIAL_POLICIES: readonly Policy<DecisionFacts>[] = [fourEyes, theLawRefusesIt];
