import { type Rupiah, rupiah, totalOf } from '#kernel';
import type { Approved, FoundDue } from './claim-after-approval.js';
import type { ClaimComponent } from './claim.events.js';
import type { ApprovedPayment } from './decision.events.js';
import { type ClaimIn, claimantOf } from './claim.js';
import { careIn, employerToPay, ofEmployer, ofFacilities, sharedOut } from './payments.js';
import type { Basis } from './programme.js';
import { SET_OFF_CODE, ofClaimant } from './set-off.js';

/** An approved claim, by what it is computed anew. */
interface Before {
  readonly claim: ClaimIn<'APPROVED'>;
  readonly approved: Approved;
}

/**
 * Who is paid the difference: whoever claims, for what has become more, in shares where heirs were established; an employer that is
 * repaid; and facilities that are owed more. What has become less of the same payee is taken off first.
 */
export function differencePayments(before: Before, due: FoundDue, basis: Basis): ApprovedPayment[] {
  return [...toClaimant(before, due), ...toEmployer(before, due, basis), ...toFacilities(before, due, basis)];
}

function toClaimant(before: Before, due: FoundDue): ApprovedPayment[] {
  const { claim, approved } = before;
  const { differenceIdr, givenBack, changes } = due;
  // By receipts alone nothing is computed anew but what whoever claims is paid.
  const amountIdr = changes
    ? rupiah(differenceIdr - employerMore(approved, due) - facilitiesMore(approved, due))
    : differenceIdr;
  if (amountIdr <= 0) return [];
  const more = whatIsPaid(before, due, amountIdr);
  const paid: ApprovedPayment = {
    payee: claimantOf(claim),
    componentCodes: [...more.map(({ code }) => code), ...(givenBack ? [SET_OFF_CODE] : [])],
    amountIdr,
    ...careOf(more, amountIdr),
  };
  return sharedOut(paid, claim.heirs ?? []);
}

/** What has become more; or all of it, where more is paid than that: somebody is paid what others were to have, or nobody got. */
function whatIsPaid(
  { approved }: Before,
  { components, givenBack = [], changes }: FoundDue,
  amountIdr: Rupiah,
): readonly Pick<ClaimComponent, 'code' | 'amountIdr'>[] {
  const due = changes ? ofClaimant(components) : components;
  const more = increased(approved.components, due);
  return totalOf(more) + totalOf(givenBack) < amountIdr ? due : more;
}

function toEmployer({ approved }: Before, due: FoundDue, basis: Basis): ApprovedPayment[] {
  const amountIdr = due.changes ? employerMore(approved, due) : rupiah(0);
  if (amountIdr <= 0) return [];
  const more = increased(ofEmployer(approved.components), ofEmployer(due.components));
  return [
    {
      payee: 'EMPLOYER',
      employerId: employerToPay(basis),
      componentCodes: more.map(({ code }) => code),
      amountIdr,
      ...careOf(more, amountIdr),
    },
  ];
}

function toFacilities({ approved }: Before, due: FoundDue, { programme, facts }: Basis): ApprovedPayment[] {
  if (!due.changes || facilitiesMore(approved, due) <= 0) return [];
  const componentCodes = ofFacilities(due.components).map(({ code }) => code);
  return (programme.owedToFacilities?.(facts) ?? []).map(({ facilityId, invoiceIdr }) => ({
    payee: 'PLKK',
    facilityId,
    componentCodes,
    amountIdr: invoiceIdr,
  }));
}

const facilitiesMore = (approved: Approved, due: FoundDue) =>
  rupiah(Math.max(0, totalOf(ofFacilities(due.components)) - totalOf(ofFacilities(approved.components))));

const employerMore = (approved: Approved, due: FoundDue) =>
  rupiah(Math.max(0, totalOf(ofEmployer(due.components)) - totalOf(ofEmployer(approved.components))));

/** The components that have become more, each by how much. */
function increased(
  before: readonly ClaimComponent[],
  now: readonly ClaimComponent[],
): Pick<ClaimComponent, 'code' | 'amountIdr'>[] {
  const known = (code: string) => before.find((one) => one.code === code)?.amountIdr ?? 0;
  return now
    .filter(({ code, amountIdr }) => amountIdr > known(code))
    .map(({ code, amountIdr }) => ({ code, amountIdr: rupiah(amountIdr - known(code)) }));
}

/** Where something else has become less, no more of it is care than is paid. */
function careOf(more: readonly Pick<ClaimComponent, 'code' | 'amountIdr'>[], amountIdr: number) {
  const { careIdr } = careIn(more);
  return careIdr === undefined ? {} : { careIdr: rupiah(Math.min(careIdr, amountIdr)) };
}
