import { ReadModelBehind, furthestPosition, stepsOf, tablesOf, waitForPosition } from '#followers';
import { type Rupiah, rupiah } from '#kernel';
import { type Database, outageOfDatabase } from '#postgres';
import type { InvoiceStatus } from './billing/domain/invoice.js';
import { invoiceReadModel } from './billing/read-models/invoice/invoice.read-model.js';
import type { ClaimStatus } from './claims/domain/claim-status.js';
import { claimReadModel } from './claims/read-models/claim/claim.read-model.js';
import { claimPayment } from './payouts/processes/claim-payment.js';
import { invoicePayment } from './payouts/processes/invoice-payment.js';
import { payoutReadModel } from './payouts/read-models/payout/payout.read-model.js';

/** Money that is owed to a person and has not arrived, or that nobody has decided on yet. */
export interface OpenPayment {
  readonly kind: 'payment' | 'claim' | 'invoice';
  readonly id: string;
  /**
   * Where it stands: `ORDERED`, `INSTRUCTED` …; of a claim that of one in work, while nothing is ordered for it, and `REASSESSMENT`
   * where more may be due beside what was approved.
   */
  readonly status: string;
  /** 0 while it is not calculated. */
  readonly amountIdr: Rupiah;
}

/** A claim of such a status needs its account, and until it is approved what is said of health, to get to its end. */
const UNDECIDED: readonly ClaimStatus[] = ['INCOMPLETE', 'COMPLETE', 'HELD', 'WAITING', 'CALCULATED'];

/** So does an invoice that nobody has decided: its lines are read by whoever verifies it. */
const UNDECIDED_INVOICES: readonly InvoiceStatus[] = ['SUBMITTED', 'RETURNED', 'VERIFIED'];

/** @returns whether it can only be decided on by whoever may read what is said of health */
export const needsHealth = ({ kind, status }: OpenPayment): boolean =>
  kind === 'invoice' || UNDECIDED.some((one) => one === status);

/** Nobody can tell now whether money is on its way: what is known of payments is missing or behind the log. */
export class PaymentsUnknown extends Error {
  override readonly name = 'PaymentsUnknown';
}

/** How long to wait for those who follow the log, milliseconds. */
const WAIT_MS = 5_000;

/**
 * What needs the account of a person, or may need it again: every payment that has not arrived, also one that the bank was told
 * of, since it may come back; and every claim that is not decided, approved and not ordered yet, or looked at again. A PLKK's
 * account is no person's.
 * @throws PaymentsUnknown
 */
export async function openPaymentsOf(database: Database, participantId: string): Promise<OpenPayment[]> {
  await untilKnown(database);
  return [
    ...(await invoicesOf(database, participantId)),
    ...(await paymentsOf(database, participantId)),
    ...(await claimsOf(database, participantId)),
  ];
}

async function invoicesOf(database: Database, participantId: string): Promise<readonly OpenPayment[]> {
  const invoices = await tablesOf(database, invoiceReadModel)
    .selectFrom('invoices')
    .select(['invoiceId', 'status', 'totalIdr'])
    .where('participantId', '=', participantId)
    .where('status', 'in', [...UNDECIDED_INVOICES])
    .orderBy('submittedOn')
    .execute();
  return invoices.map(({ invoiceId: id, status, totalIdr: amountIdr }) => ({
    kind: 'invoice',
    id,
    status,
    amountIdr,
  }));
}

async function paymentsOf(database: Database, participantId: string): Promise<readonly OpenPayment[]> {
  const payments = await tablesOf(database, payoutReadModel)
    .selectFrom('payouts')
    .select(['payoutId', 'status', 'amountIdr'])
    .where('participantId', '=', participantId)
    .where('facilityId', 'is', null)
    .where('status', '!=', 'SETTLED')
    .orderBy('orderedOn')
    .execute();
  return payments.map(({ payoutId: id, status, amountIdr }) => ({ kind: 'payment', id, status, amountIdr }));
}

async function claimsOf(database: Database, participantId: string): Promise<readonly OpenPayment[]> {
  const claims = await tablesOf(database, claimReadModel)
    .selectFrom('claims')
    .select(['claimId', 'status', 'totalIdr', 'reassessment'])
    .where('participantId', '=', participantId)
    .where((where) =>
      where.or([where('status', 'in', [...UNDECIDED, 'APPROVED']), where('reassessment', 'is not', null)]),
    )
    .orderBy('submittedOn')
    .execute();
  return claims.map(({ claimId: id, status, totalIdr, reassessment }) => ({
    kind: 'claim',
    id,
    status: reassessment ? 'REASSESSMENT' : status,
    amountIdr: reassessment ? (reassessment.differenceIdr ?? rupiah(0)) : totalIdr,
  }));
}

const FOLLOWERS = [
  payoutReadModel,
  claimReadModel,
  invoiceReadModel,
  stepsOf(claimPayment),
  stepsOf(invoicePayment),
];

/** Read models of payments and claims have come as far as anybody, and so has the process that orders payments. */
async function untilKnown(database: Database): Promise<void> {
  const furthest = await known(
    furthestPosition(database),
    'Nobody has followed the log into this database yet',
  );
  if (furthest === null) throw new PaymentsUnknown('Nobody has followed the log into this database yet');
  for (const follower of FOLLOWERS) {
    await known(
      waitForPosition(database, follower, furthest, WAIT_MS),
      `${follower.name} has not come to position ${furthest} of the log: see lindung projections list`,
    );
  }
}

/** @throws PaymentsUnknown when what is asked for is not there, or not there yet */
async function known<Result>(asked: Promise<Result>, otherwise: string): Promise<Result> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof ReadModelBehind) && outageOfDatabase(error) !== 'NOT_THERE') throw error;
    throw new PaymentsUnknown(otherwise, { cause: error });
  }
}
