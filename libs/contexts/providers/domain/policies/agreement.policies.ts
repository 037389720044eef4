import type { LocalDate, Policy } from '#kernel';
import { type PlkkAgreement, lastDayOf } from '../agreement.js';
import type { PlkkTerms } from '../plkk-terms.js';
import { facilityRefusals } from '../refusals.js';

/** What the rules about a new agreement look at. */
export interface SigningGrounds {
  readonly agreementId: string;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
  readonly terms?: PlkkTerms;
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
    lastDayOf(agreement) < today || agreement.ended
      ? facilityRefusals.AGREEMENT_ENDED({ validUntil: lastDayOf(agreement) })
      : undefined,
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
  const other = agreements.find((signed) => validFrom <= lastDayOf(signed) && signed.validFrom <= validUntil);
  if (!other) return undefined;
  return facilityRefusals.AGREEMENTS_OVERLAP({
    validFrom: other.validFrom,
    validUntil: lastDayOf(other),
  });
}

/** What was agreed must be readable: a service, and each item at one price. */
export const termsAreOneEach: Policy<{ readonly terms?: Partial<PlkkTerms> }> = {
  name: 'terms-are-one-each',
  check: ({ terms: { services, tariff } = {} }) => {
    if (services && new Set(services).size < services.length) return facilityRefusals.TERMS_SAID_TWICE();
    const items = tariff?.map(({ item }) => item) ?? [];
    return new Set(items).size < items.length ? facilityRefusals.TERMS_SAID_TWICE() : undefined;
  },
};

/** In this order; the first refusal wins. */
export const SIGNING_POLICIES: readonly Policy<SigningGrounds>[] = [
  signedOnce,
  endsAfterItBegins,
  oneAgreementAtATime,
  termsAreOneEach,
];

/** In this order; the first refusal wins. */
export const EXTENSION_POLICIES: readonly Policy<ExtensionGrounds>[] = [
  stillRunning,
  movesTheEndForward,
  staysClearOfTheNext,
];
