import {
  type CoverageFacts,
  type CoverageStatus,
  memberIsRegistered,
  membershipIsActive,
  refusing,
} from '#law';
import type { LocalDate, Policy } from '#kernel';
import { isFinal } from '../accident.js';
import type { UnderWay } from '../accident-state.js';
import { accidentRefusals } from '../refusals.js';

/** What the rules about letters to a PLKK look at. */
export interface LetterGrounds extends CoverageFacts {
  readonly accident: UnderWay;
  readonly facilityId: string;
  /** Cover on the day of the accident. */
  readonly coverage: CoverageStatus;
  /** Empty when the facility is no PLKK on the day of the letter. */
  readonly agreementId: string;
  readonly issuedOn: LocalDate;
  readonly today: LocalDate;
}

const notIssuedInTheFuture: Policy<LetterGrounds> = {
  name: 'not-issued-in-the-future',
  check: ({ issuedOn, today }) =>
    issuedOn > today ? accidentRefusals.ISSUED_IN_FUTURE({ today }) : undefined,
};

const notIssuedBeforeTheAccident: Policy<LetterGrounds> = {
  name: 'not-issued-before-the-accident',
  check: ({ issuedOn, accident }) =>
    issuedOn < accident.occurredOn ? accidentRefusals.ISSUED_BEFORE_ACCIDENT(accident) : undefined,
};

const careHasNotEnded: Policy<LetterGrounds> = {
  name: 'care-has-not-ended',
  check: ({ accident: { statement } }) =>
    isFinal(statement)
      ? accidentRefusals.CARE_HAS_ENDED({ statedOn: statement.statedOn, asked: 'LETTER' })
      : undefined,
};

const facilityIsPlkk: Policy<LetterGrounds> = {
  name: 'facility-is-plkk',
  check: ({ agreementId, issuedOn }) =>
    agreementId === '' ? accidentRefusals.NOT_A_PLKK({ issuedOn }) : undefined,
};

const referredOnce: Policy<LetterGrounds> = {
  name: 'referred-once',
  check: ({ accident, facilityId }) =>
    accident.referredTo.includes(facilityId) ? accidentRefusals.ALREADY_REFERRED() : undefined,
};

const referredThere: Policy<LetterGrounds> = {
  name: 'referred-there',
  check: ({ accident, facilityId }) =>
    accident.referredTo.includes(facilityId) ? undefined : accidentRefusals.NOT_REFERRED_THERE(),
};

const guaranteedOnce: Policy<LetterGrounds> = {
  name: 'guaranteed-once',
  check: ({ accident, facilityId }) =>
    accident.guaranteedAt.includes(facilityId) ? accidentRefusals.ALREADY_GUARANTEED() : undefined,
};

/** JKK stands for the accident at all. Arrears do not stop the care: the benefit is held until they are settled. */
const JKK_STANDS_FOR_IT: readonly Policy<LetterGrounds>[] = [
  refusing(memberIsRegistered),
  refusing(membershipIsActive),
];

const LETTER_POLICIES: readonly Policy<LetterGrounds>[] = [
  notIssuedInTheFuture,
  notIssuedBeforeTheAccident,
  ...JKK_STANDS_FOR_IT,
  careHasNotEnded,
  facilityIsPlkk,
];

/** Nobody at the desk weighs a doubtful case: the office does in the morning, and care is given meanwhile (Art. 25A). */
const coverIsActive: Policy<LetterGrounds> = {
  name: 'cover-is-active',
  check: ({ coverage }) =>
    coverage === 'ACTIVE' ? undefined : accidentRefusals.PROVISIONAL_NEEDS_ACTIVE_COVER(),
};

const provisionalOnce: Policy<LetterGrounds> = {
  name: 'provisional-once',
  check: ({ accident: { provisional = [] }, facilityId }) =>
    provisional.some((letter) => letter.facilityId === facilityId)
      ? accidentRefusals.PROVISIONAL_ISSUED_ALREADY()
      : undefined,
};

/** In this order; the first refusal wins. */
export const REFERRAL_POLICIES: readonly Policy<LetterGrounds>[] = [...LETTER_POLICIES, referredOnce];

/** In this order; the first refusal wins. */
export const GUARANTEE_POLICIES: readonly Policy<LetterGrounds>[] = [
  ...LETTER_POLICIES,
  referredThere,
  guaranteedOnce,
];

/** In this order; the first refusal wins. */
export const PROVISIONAL_POLICIES: readonly Policy<LetterGrounds>[] = [
  ...LETTER_POLICIES,
  coverIsActive,
  guaranteedOnce,
  provisionalOnce,
];
