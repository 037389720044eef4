import type { LocalDate, Policy } from '#kernel';
import type { PlkkAgreement } from '../facility.js';
import { facilityRefusals } from '../refusals.js';

/** What the rules about a new agreement look at. */
export interface SigningGrounds {
  readonly agreementId: string;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
  /** Those the facility has already. */
  readonly agreements: readonly PlkkAgreement[];
}

/** What the rules about an addendum look at. */
export interface ExtensionGrounds {
  readonly agreement: PlkkAgreement;
  readonly others: readonly PlkkAgreement[];
  readonly validUntil: LocalDate;
  readonly today: LocalDate;
}

const signedOnce: Policy<SigningGrounds> = {
  name: 'signed-once',
  check: ({ agreementId, agreements }) =>
    agreements.some((signed) => signed.agreementId === agreementId)
      ? facilityRefusals.AGREEMENT_ALREADY_SIGNED()
      : undefined,
};

const endsAfterItBegins: Policy<SigningGrounds> = {
  name: 'ends-after-it-begins',
  check: ({ validFrom, validUntil }) =>
    validUntil < validFrom ? facilityRefusals.AGREEMENT_ENDS_BEFORE_IT_BEGINS() : undefined,
};

const oneAgreementAtATime: Policy<SigningGrounds> = {
  name: 'one-agreement-at-a-time',
  check: (signing) => overlap(signing, signing.agreements),
};

const stillRunning: Policy<ExtensionGrounds> = {
  name: 'still-running',
  check: ({ agreement, today }) =>
    agreement.validUntil < today ? facilityRefusals.AGREEMENT_ENDED(agreement) : undefined,
};

const movesTheEndForward: Policy<ExtensionGrounds> = {
  name: 'moves-the-end-forward',
  check: ({ agreement, validUntil }) =>
    validUntil <= agreement.validUntil ? facilityRefusals.ADDENDUM_DOES_NOT_EXTEND(agreement) : undefined,
};

const staysClearOfTheNext: Policy<ExtensionGrounds> = {
  name: 'stays-clear-of-the-next',
  check: ({ agreement: { validFrom }, validUntil, others }) => overlap({ validFrom, validUntil }, others),
};

/** Two agreements on one day would leave open whose terms an invoice is paid by. */
function overlap(
  { validFrom, validUntil }: Pick<PlkkAgreement, 'validFrom' | 'validUntil'>,
  agreements: readonly PlkkAgreement[],
) {
  const other = agreements.find((signed) => validFrom <= signed.validUntil && signed.validFrom <= validUntil);
  return other && facilityRefusals.AGREEMENTS_OVERLAP(other);
}

/** In this order; the first refusal wins. */
export const SIGNING_POLICIES: readonly Policy<SigningGrounds>[] = [
  signedOnce,
  endsAfterItBegins,
  oneAgreementAtATime,
];

/** In this order; the first refusal wins. */
export const EXTENSION_POLICIES: readonly Policy<ExtensionGrounds>[] = [
  stillRunning,
  movesTheEndForward,
  staysClearOfTheNext,
];
