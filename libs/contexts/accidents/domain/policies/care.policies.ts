import { coversAdmission } from '#law';
import { LARGEST_AMOUNT, LONGEST_LIST, type LocalDate, type Policy, type Rupiah } from '#kernel';
import type { AdvancedBy } from '../accident.events.js';
import { isFinal } from '../accident.js';
import type { BilledApart, ProvisionalLetter, StageTwoReported, UnderWay } from '../accident-state.js';
import { mayRepeatBill } from '../bill.js';
import { accidentRefusals } from '../refusals.js';

/** What the rules about care and its invoices look at. */
export interface CareGrounds {
  readonly accident: UnderWay | StageTwoReported;
  readonly facilityId: string;
  readonly admittedOn: LocalDate;
  readonly dischargedOn: LocalDate;
  readonly invoiceNumber: string;
  readonly invoiceIdr: Rupiah;
  readonly paidBy?: AdvancedBy;
  readonly today: LocalDate;
  /** BPJS pays the facility: it holds a letter, and an agreement was in force on the day of the admission. */
  readonly isGuaranteed: boolean;
  /** Where the letter is one that the desk issued itself, and nobody has confirmed it yet. */
  readonly provisional?: ProvisionalLetter;
  /** Where an agreement was in force then: so long care goes on under it. */
  readonly careUntil?: LocalDate;
  /** An office says that it repeats no other bill. */
  readonly isApart?: boolean;
}

const admittedAfterTheAccident: Policy<CareGrounds> = {
  name: 'admitted-after-the-accident',
  check: ({ accident, admittedOn }) =>
    admittedOn < accident.occurredOn ? accidentRefusals.CARE_BEFORE_ACCIDENT(accident) : undefined,
};

const dischargedAfterAdmission: Policy<CareGrounds> = {
  name: 'discharged-after-admission',
  check: ({ admittedOn, dischargedOn }) =>
    dischargedOn < admittedOn ? accidentRefusals.DISCHARGED_BEFORE_ADMITTED({ admittedOn }) : undefined,
};

const notInTheFuture: Policy<CareGrounds> = {
  name: 'not-in-the-future',
  check: ({ dischargedOn, today }) =>
    dischargedOn > today ? accidentRefusals.CARE_IN_FUTURE({ today }) : undefined,
};

const notAfterTheFinalStatement: Policy<CareGrounds> = {
  name: 'not-after-the-final-statement',
  check: ({ accident: { statement }, admittedOn }) =>
    isFinal(statement) && admittedOn > statement.statedOn
      ? accidentRefusals.CARE_HAS_ENDED({ statedOn: statement.statedOn, asked: 'CARE' })
      : undefined,
};

/** What of an invoice stands with the accident, and what is paid apart from its claim. */
const billedAt = ({ accident: { care, billedApart = [] }, facilityId }: CareGrounds) =>
  [...care, ...billedApart].filter((one) => one.facilityId === facilityId);

const noInvoiceTwice: Policy<CareGrounds> = {
  name: 'no-invoice-twice',
  check: (grounds) => {
    const { invoiceNumber } = grounds;
    return billedAt(grounds).some((one) => one.invoiceNumber === invoiceNumber)
      ? accidentRefusals.INVOICE_ALREADY_RECORDED({ invoiceNumber })
      : undefined;
  },
};

/** The same days and the same sum at one facility are one bill, whatever its number (V-03). */
const noStayTwice: Policy<CareGrounds> = {
  name: 'no-stay-twice',
  check: (grounds) => {
    const { admittedOn, dischargedOn, invoiceIdr } = grounds;
    const same = billedAt(grounds).find(
      (one) =>
        one.admittedOn === admittedOn && one.dischargedOn === dischargedOn && one.invoiceIdr === invoiceIdr,
    );
    return same && accidentRefusals.STAY_ALREADY_RECORDED(same);
  },
};

/** Bills of the accident that it may repeat, of this facility and of others. */
export function mayRepeatOf(grounds: CareGrounds): readonly BilledApart[] {
  const { care, billedApart = [] } = grounds.accident;
  return [...care, ...billedApart].filter((one) => mayRepeatBill(one, grounds));
}

/** Two bills for one time are paid where somebody says that they are apart (V-03, FD-10): not who bills them. */
const apartFromTheOthers: Policy<CareGrounds> = {
  name: 'apart-from-the-others',
  check: (grounds) => {
    const isNear = mayRepeatOf(grounds).length > 0;
    return isNear && !grounds.isApart ? accidentRefusals.CARE_MAY_REPEAT() : undefined;
  },
};

/** As many of the largest invoices as a list may be long: what is paid for an accident stays an amount that can be settled. */
const MOST_FOR_AN_ACCIDENT = LARGEST_AMOUNT * LONGEST_LIST;

const invoicesCanBePaid: Policy<CareGrounds> = {
  name: 'invoices-can-be-paid',
  check: ({ accident: { care }, invoiceIdr }) =>
    care.reduce((sum, episode) => sum + episode.invoiceIdr, 0) + invoiceIdr > MOST_FOR_AN_ACCIDENT
      ? accidentRefusals.INVOICES_ADD_UP_TO_TOO_MUCH({ atMost: MOST_FOR_AN_ACCIDENT })
      : undefined,
};

const beforeTheClaimIsApproved: Policy<CareGrounds> = {
  name: 'before-the-claim-is-approved',
  check: ({ accident: { billingClosed } }) =>
    billingClosed ? accidentRefusals.CLAIM_ALREADY_APPROVED() : undefined,
};

/** The employer at whose work it happened, and nobody who holds a guarantee letter: BPJS pays that one. */
const advancedByAnEmployer: Policy<CareGrounds> = {
  name: 'advanced-by-an-employer',
  check: ({ paidBy, isGuaranteed, accident: { employerId } }) => {
    if (paidBy !== 'EMPLOYER') return undefined;
    if (employerId === undefined) return accidentRefusals.NO_EMPLOYER_ADVANCED();
    return isGuaranteed ? accidentRefusals.GUARANTEED_NOT_ADVANCED() : undefined;
  },
};

/** Care that goes on after the agreement stopped, and after the time that patients in care were given, is invoiced apart. */
const endsWithTheAgreement: Policy<CareGrounds> = {
  name: 'ends-with-the-agreement',
  check: ({ isGuaranteed, careUntil, dischargedOn }) =>
    isGuaranteed && careUntil !== undefined && dischargedOn > careUntil
      ? accidentRefusals.CARE_AFTER_AGREEMENT({ careUntil })
      : undefined,
};

/** What a desk promised itself is for a sum, and for the days before the office said no. */
const withinTheProvisionalLetter: Policy<CareGrounds> = {
  name: 'within-the-provisional-letter',
  check: ({ isGuaranteed, provisional, facilityId, accident, invoiceIdr, dischargedOn }) => {
    if (!isGuaranteed || !provisional) return undefined;
    const { atMostIdr, notConfirmedFrom } = provisional;
    if (notConfirmedFrom !== undefined && dischargedOn >= notConfirmedFrom)
      return accidentRefusals.CARE_AFTER_LETTER({ from: notConfirmedFrom });
    const { care, billedApart = [] } = accident;
    const before = [
      ...care.filter(({ billing }) => billing === 'GUARANTEED'),
      ...billedApart.filter(({ admittedOn }) => coversAdmission(provisional, admittedOn)),
    ].filter((one) => one.facilityId === facilityId);
    const sum = before.reduce((all, one) => all + one.invoiceIdr, 0) + invoiceIdr;
    return sum > atMostIdr ? accidentRefusals.ABOVE_PROVISIONAL_LETTER({ atMostIdr }) : undefined;
  },
};

/**
 * As much care that was paid for elsewhere is repaid by its sums alone. What comes to more is sent with its lines, which are held
 * against the tariff of class I and a medical review (reference 2.6).
 */
const REPAID_WITHOUT_LINES_IDR = 25_000_000;

const aboveThatWithItsLines: Policy<CareGrounds> = {
  name: 'above-that-with-its-lines',
  check: ({ isGuaranteed, accident: { care }, invoiceIdr }) => {
    if (isGuaranteed) return undefined;
    const before = care.filter(({ billing }) => billing === 'REIMBURSEMENT');
    const sum = before.reduce((all, one) => all + one.invoiceIdr, 0) + invoiceIdr;
    return sum > REPAID_WITHOUT_LINES_IDR
      ? accidentRefusals.REPAID_BY_LINES_ONLY({ atMost: REPAID_WITHOUT_LINES_IDR })
      : undefined;
  },
};

/** What the rules about a sum look at, also where it is corrected. In this order; the first refusal wins. */
export const CARE_SUM_POLICIES: readonly Policy<CareGrounds>[] = [
  invoicesCanBePaid,
  beforeTheClaimIsApproved,
  noStayTwice,
  withinTheProvisionalLetter,
  aboveThatWithItsLines,
];

/** In this order; the first refusal wins. */
export const CARE_POLICIES: readonly Policy<CareGrounds>[] = [
  admittedAfterTheAccident,
  dischargedAfterAdmission,
  notInTheFuture,
  notAfterTheFinalStatement,
  noInvoiceTwice,
  invoicesCanBePaid,
  beforeTheClaimIsApproved,
  noStayTwice,
  advancedByAnEmployer,
  endsWithTheAgreement,
  withinTheProvisionalLetter,
  aboveThatWithItsLines,
  apartFromTheOthers,
];
