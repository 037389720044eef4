import { type CoverageFacts, type CoverageStatus, memberIsRegistered, membershipIsActive } from '#law';
import type { LocalDate, Policy } from '#kernel';
import { type UnderWay, isFinal } from '../accident.js';

/** What the rules about letters to a PLKK look at. */
export interface PlkkFacts extends CoverageFacts {
  readonly accident: UnderWay;
  readonly facilityId: string;
  /** Cover on the day of the accident. */
  readonly coverage: CoverageStatus;
  /** Empty when the facility is no PLKK on the day of the letter. */
  readonly agreementId: string;
  readonly issuedOn: LocalDate;
  readonly today: LocalDate;
}

const notIssuedInTheFuture: Policy<PlkkFacts> = {
  name: 'not-issued-in-the-future',
  check: ({ issuedOn, today }) =>
    issuedOn > today
      ? { code: 'ISSUED_IN_FUTURE', detail: `A letter cannot be of a day after today, ${today}` }
      : undefined,
};

const notIssuedBeforeTheAccident: Policy<PlkkFacts> = {
  name: 'not-issued-before-the-accident',
  check: ({ issuedOn, accident }) =>
    issuedOn < accident.occurredOn
      ? { code: 'ISSUED_BEFORE_ACCIDENT', detail: `The accident happened on ${accident.occurredOn}` }
      : undefined,
};

const careHasNotEnded: Policy<PlkkFacts> = {
  name: 'care-has-not-ended',
  check: ({ accident: { statement } }) =>
    isFinal(statement)
      ? {
          code: 'CARE_HAS_ENDED',
          detail: `The doctor's final statement is of ${statement.statedOn}`,
          allowed: ['issue a doctor statement UNDER_TREATMENT', 'report stage two'],
        }
      : undefined,
};

const facilityIsPlkk: Policy<PlkkFacts> = {
  name: 'facility-is-plkk',
  check: ({ agreementId, issuedOn }) =>
    agreementId === ''
      ? {
          code: 'NOT_A_PLKK',
          detail: `No agreement with the facility is in force on ${issuedOn}; care there is claimed back with receipts`,
          allowed: ['a facility with an agreement in force', 'record care for reimbursement'],
        }
      : undefined,
};

const referredOnce: Policy<PlkkFacts> = {
  name: 'referred-once',
  check: ({ accident, facilityId }) =>
    accident.referredTo.includes(facilityId)
      ? { code: 'ALREADY_REFERRED', detail: 'The victim was referred to this facility already' }
      : undefined,
};

const referredThere: Policy<PlkkFacts> = {
  name: 'referred-there',
  check: ({ accident, facilityId }) =>
    accident.referredTo.includes(facilityId)
      ? undefined
      : {
          code: 'NOT_REFERRED_THERE',
          detail: 'The guarantee follows a referral to the same facility',
          allowed: ['issue a PLKK referral'],
        },
};

const guaranteedOnce: Policy<PlkkFacts> = {
  name: 'guaranteed-once',
  check: ({ accident, facilityId }) =>
    accident.guaranteedAt.includes(facilityId)
      ? { code: 'ALREADY_GUARANTEED', detail: 'This facility holds a guarantee letter already' }
      : undefined,
};

/** JKK stands for the accident at all. Arrears do not stop the care: the benefit is held until they are settled. */
const JKK_STANDS_FOR_IT: readonly Policy<PlkkFacts>[] = [memberIsRegistered, membershipIsActive];

const LETTER_POLICIES: readonly Policy<PlkkFacts>[] = [
  notIssuedInTheFuture,
  notIssuedBeforeTheAccident,
  ...JKK_STANDS_FOR_IT,
  careHasNotEnded,
  facilityIsPlkk,
];

/** In this order; the first refusal wins. */
export const REFERRAL_POLICIES: readonly Policy<PlkkFacts>[] = [...LETTER_POLICIES, referredOnce];

/** In this order; the first refusal wins. */
export const GUARANTEE_POLICIES: readonly Policy<PlkkFacts>[] = [
  ...LETTER_POLICIES,
  referredThere,
  guaranteedOnce,
];
