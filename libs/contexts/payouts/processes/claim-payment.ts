import { type BankAccount, type Caused, type Process, type Sealed, opened } from '#kernel';
import type {
  ClaimApproved,
  DifferenceApproved,
  InterimApproved,
  InterimPaidTooMuch,
} from '#contexts/claims/facts';
import type { ScholarshipYearApproved } from '#contexts/scholarships/facts';
import type { NoteNotDueInput } from '../domain/note-not-due.js';
import type { PaymentOrder } from '../domain/order-payout.js';
import { payoutIdOf } from '../domain/payout.js';

/**
 * What was approved gets ordered: a claim pays each of its payees, a school year the child or its guardian. What was ordered of a claim
 * and is not due is stopped, or owed back; it is one process, so that nothing is stopped before it is ordered.
 */
export const claimPayment: Process<
  ClaimApproved | DifferenceApproved | InterimApproved | InterimPaidTooMuch | ScholarshipYearApproved,
  { readonly OrderPayout: PaymentOrder; readonly AskInterimBack: NoteNotDueInput }
> = {
  name: 'claim-payment',
  version: 1,
  categories: ['claim', 'scholarship'],
  on: {
    ClaimApproved: ordersOf,
    // What an earlier release found too much does not name its payments either.
    DifferenceApproved: (event) => [
      ...ordersOf(event),
      ...(event.data.paidTooMuch ?? []).flatMap(({ ofPayments }) =>
        notDue(event.id, { ...event.data, finderId: event.data.approverId, ofPayments }),
      ),
    ],
    InterimApproved: ordersOf,
    // What an earlier release found too much does not name its payments: all of it is owed back.
    InterimPaidTooMuch: ({ id, data }) => notDue(id, data),
    ScholarshipYearApproved: ({ id, data }) => [
      {
        key: data.payee,
        command: 'OrderPayout',
        input: {
          participantId: data.participantId,
          source: {
            kind: 'SCHOLARSHIP_YEAR',
            id: data.scholarshipId,
            eventId: id,
            ...(data.claimId && { claimId: data.claimId }),
          },
          payee: data.payee,
          ...personOf(data),
          componentCodes: data.components.map(({ code }) => code),
          amountIdr: data.amountIdr,
          orderedOn: data.effectiveOn,
        },
      },
    ],
  },
};

/** What of payments is not due is stopped, or owed back. */
const notDue = (
  findingId: string,
  {
    claimId,
    finderId,
    ofPayments = [],
  }: Pick<InterimPaidTooMuch['data'], 'claimId' | 'finderId'> & {
    readonly ofPayments?: InterimPaidTooMuch['data']['ofPayments'] | undefined;
  },
) =>
  ofPayments.map(({ approvalId, amountIdr, ...payee }) => {
    const payoutId = payoutIdOf({ source: { eventId: approvalId }, ...payee });
    const input = { payoutId, claimId, amountIdr, findingId, finderId };
    return { key: payoutId, command: 'AskInterimBack' as const, input };
  });

function ordersOf({ id, data }: Caused<ClaimApproved | DifferenceApproved | InterimApproved>) {
  return data.payments.map(({ payee, facilityId, employerId, heirId, componentCodes, ...amounts }) => ({
    key: [payee, facilityId ?? employerId ?? heirId].filter(Boolean).join('/'),
    command: 'OrderPayout' as const,
    input: {
      participantId: data.participantId,
      source: { kind: 'CLAIM' as const, id: data.claimId, eventId: id },
      payee,
      ...(facilityId && { facilityId }),
      ...(employerId && { employerId }),
      ...(heirId && { heirId }),
      ...(!facilityId && !employerId && (heirId ? heirOf(data, heirId) : personOf(data))),
      componentCodes,
      ...amounts,
      payBy: data.payBy,
      orderedOn: data.effectiveOn,
    },
  }));
}

/** Once a person's key is destroyed the account is gone, and the order will be refused for everyone to see. */
function personOf({
  person,
}: {
  readonly person: Sealed<{ account: BankAccount }>;
}): Pick<PaymentOrder, 'person'> {
  const account = opened(person)?.account;
  return account ? { person: { account } } : {};
}

/** The same of one of the heirs who share. */
function heirOf(
  { person }: Pick<ClaimApproved['data'], 'person'>,
  heirId: string,
): Pick<PaymentOrder, 'person'> {
  const account = opened(person)?.heirs?.find((one) => one.heirId === heirId)?.account;
  return account ? { person: { account } } : {};
}
