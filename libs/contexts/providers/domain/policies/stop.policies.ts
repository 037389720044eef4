import { type LocalDate, type Policy, addDays } from '#kernel';
import { type PlkkAgreement, lastDayOf } from '../agreement.js';
import type { FacilityAccount } from '../facility.events.js';
import type { PlkkTerms } from '../plkk-terms.js';
import { facilityRefusals } from '../refusals.js';

/** What the rules about a day of an agreement look at. */
export interface DayOfAgreement {
  readonly agreement: PlkkAgreement;
  /** From when something counts. */
  readonly from: LocalDate;
  readonly today: LocalDate;
}

/** What the rules about an addendum of terms or of the account look at. */
export interface AmendmentGrounds extends DayOfAgreement {
  readonly terms: Partial<PlkkTerms>;
  readonly account?: FacilityAccount;
}

/** What the rules about the end of a suspension and of care look at. */
export interface StopGrounds extends DayOfAgreement {
  /** The last day of a suspension; absent of an end. */
  readonly until?: LocalDate;
  readonly careUntil: LocalDate;
}

/** What the rules about a quality check look at. */
export interface CheckGrounds extends DayOfAgreement {
  readonly nextCheckBy: LocalDate;
}

/** A suspension is for a time; whoever is not let in again by then has its agreement ended (D). */
export const LONGEST_SUSPENSION_DAYS = 180;

/** Whoever is in care is moved, or treated to the end, by then (D). */
export const LONGEST_CARE_AFTER_DAYS = 90;

/** A PLKK is looked at every year, and may be looked at sooner (D). */
const NEXT_CHECK_WITHIN_DAYS = 366;

const withinTheAgreement: Policy<DayOfAgreement> = {
  name: 'within-the-agreement',
  check: ({ agreement, from }) => {
    const { validFrom } = agreement;
    const validUntil = lastDayOf(agreement);
    return from < validFrom || from > validUntil
      ? facilityRefusals.NOT_WITHIN_AGREEMENT({ validFrom, validUntil })
      : undefined;
  },
};

const hasNotEnded: Policy<DayOfAgreement> = {
  name: 'has-not-ended',
  check: ({ agreement }) =>
    agreement.ended ? facilityRefusals.AGREEMENT_ENDED({ validUntil: lastDayOf(agreement) }) : undefined,
};

/** Whether anything that was agreed becomes another. */
export const changesTerms = ({ terms }: Pick<AmendmentGrounds, 'terms'>): boolean =>
  Object.keys(terms).length > 0;

/** A facility whose agreement is over is still to be paid, wherever its account is by then. */
const noTermsAfterTheEnd: Policy<AmendmentGrounds> = {
  name: 'no-terms-after-the-end',
  check: (addendum) => (changesTerms(addendum) ? hasNotEnded.check(addendum) : undefined),
};

/** The bank is told the account of the moment: one that is to be opened first would send the money back. */
const accountCountsAlready: Policy<AmendmentGrounds> = {
  name: 'account-counts-already',
  check: ({ account, from, today }) =>
    account && from > today ? facilityRefusals.ACCOUNT_COUNTS_LATER({ today }) : undefined,
};

const notInThePast: Policy<DayOfAgreement> = {
  name: 'not-in-the-past',
  check: ({ from, today }) => (from < today ? facilityRefusals.STOPS_IN_THE_PAST({ today }) : undefined),
};

const suspendedOnce: Policy<StopGrounds> = {
  name: 'suspended-once',
  check: ({ agreement: { suspensions = [] }, from, until = from }) => {
    const other = suspensions.find((one) => one.from <= until && from <= one.until);
    return other && facilityRefusals.ALREADY_SUSPENDED(other);
  },
};

const suspendedForATime: Policy<StopGrounds> = {
  name: 'suspended-for-a-time',
  check: ({ from, until = from }) => {
    const last = addDays(from, LONGEST_SUSPENSION_DAYS - 1);
    return until < from || until > last
      ? facilityRefusals.SUSPENDED_TOO_LONG({ first: from, last })
      : undefined;
  },
};

const patientsAreNotLeft: Policy<StopGrounds> = {
  name: 'patients-are-not-left',
  check: ({ from, careUntil }) => {
    const last = addDays(from, LONGEST_CARE_AFTER_DAYS);
    return careUntil < from || careUntil > last
      ? facilityRefusals.CARE_UNTIL_OUT_OF_TIME({ first: from, last })
      : undefined;
  },
};

const checkedByNow: Policy<CheckGrounds> = {
  name: 'checked-by-now',
  check: ({ from, today }) => (from > today ? facilityRefusals.CHECKED_IN_FUTURE({ today }) : undefined),
};

const checkedAgainInTime: Policy<CheckGrounds> = {
  name: 'checked-again-in-time',
  check: ({ from, nextCheckBy }) => {
    const [first, last] = [addDays(from, 1), addDays(from, NEXT_CHECK_WITHIN_DAYS)];
    return nextCheckBy < first || nextCheckBy > last
      ? facilityRefusals.NEXT_CHECK_OUT_OF_TIME({ first, last })
      : undefined;
  },
};

/** In this order; the first refusal wins. */
export const AMENDMENT_POLICIES: readonly Policy<AmendmentGrounds>[] = [
  noTermsAfterTheEnd,
  withinTheAgreement,
  accountCountsAlready,
];

/** In this order; the first refusal wins. */
export const CHECK_POLICIES: readonly Policy<CheckGrounds>[] = [
  withinTheAgreement,
  checkedByNow,
  checkedAgainInTime,
];

/** In this order; the first refusal wins. */
export const SUSPENSION_POLICIES: readonly Policy<StopGrounds>[] = [
  hasNotEnded,
  withinTheAgreement,
  notInThePast,
  suspendedForATime,
  suspendedOnce,
  patientsAreNotLeft,
];

/** In this order; the first refusal wins. */
export const ENDING_POLICIES: readonly Policy<StopGrounds>[] = [
  hasNotEnded,
  withinTheAgreement,
  notInThePast,
  patientsAreNotLeft,
];
