import type { LocalDate, Policy } from '#kernel';
import { type StageTwoReported, type UnderWay, isFinal } from '../accident.js';

/** What the rules about care and its invoices look at. */
export interface CareFacts {
  readonly accident: UnderWay | StageTwoReported;
  readonly facilityId: string;
  readonly admittedOn: LocalDate;
  readonly dischargedOn: LocalDate;
  readonly invoiceNumber: string;
  readonly today: LocalDate;
}

const admittedAfterTheAccident: Policy<CareFacts> = {
  name: 'admitted-after-the-accident',
  check: ({ accident, admittedOn }) =>
    admittedOn < accident.occurredOn
      ? { code: 'CARE_BEFORE_ACCIDENT', detail: `The accident happened on ${accident.occurredOn}` }
      : undefined,
};

const dischargedAfterAdmission: Policy<CareFacts> = {
  name: 'discharged-after-admission',
  check: ({ admittedOn, dischargedOn }) =>
    dischargedOn < admittedOn
      ? { code: 'DISCHARGED_BEFORE_ADMITTED', detail: `The care began on ${admittedOn}` }
      : undefined,
};

const notInTheFuture: Policy<CareFacts> = {
  name: 'not-in-the-future',
  check: ({ dischargedOn, today }) =>
    dischargedOn > today
      ? {
          code: 'CARE_IN_FUTURE',
          detail: `Care is invoiced when it has ended, at the latest today, ${today}`,
        }
      : undefined,
};

const notAfterTheFinalStatement: Policy<CareFacts> = {
  name: 'not-after-the-final-statement',
  check: ({ accident: { statement }, admittedOn }) =>
    isFinal(statement) && admittedOn > statement.statedOn
      ? {
          code: 'CARE_HAS_ENDED',
          detail: `The doctor's final statement is of ${statement.statedOn}`,
          allowed: ['care that began by then', 'issue a doctor statement UNDER_TREATMENT'],
        }
      : undefined,
};

const noInvoiceTwice: Policy<CareFacts> = {
  name: 'no-invoice-twice',
  check: ({ accident, facilityId, invoiceNumber }) =>
    accident.care.some(
      (episode) => episode.facilityId === facilityId && episode.invoiceNumber === invoiceNumber,
    )
      ? { code: 'INVOICE_ALREADY_RECORDED', detail: `Invoice ${invoiceNumber} of this facility is recorded` }
      : undefined,
};

const beforeTheClaimIsApproved: Policy<CareFacts> = {
  name: 'before-the-claim-is-approved',
  check: ({ accident: { billingClosed } }) =>
    billingClosed
      ? {
          code: 'CLAIM_ALREADY_APPROVED',
          detail: 'The JKK claim was approved without this invoice, and nothing would pay it',
          allowed: ['nothing yet: a supplementary claim is not built'],
        }
      : undefined,
};

/** In this order; the first refusal wins. */
export const CARE_POLICIES: readonly Policy<CareFacts>[] = [
  admittedAfterTheAccident,
  dischargedAfterAdmission,
  notInTheFuture,
  notAfterTheFinalStatement,
  noInvoiceTwice,
  beforeTheClaimIsApproved,
];
