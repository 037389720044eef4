import type { DifferenceApproved, InterimPaidTooMuch } from '#contexts/claims/facts';
import type {
  PaymentAskedBack,
  PayoutPartReturned,
  PayoutRedirected,
  SettledPayoutReturned,
} from '#contexts/payouts/facts';
import { type Process, rupiah, totalOf } from '#kernel';
import type { Benefit, FoundMoney, LateFactReviewClosed } from '../domain/review.events.js';
import { type EndReceivableInput, type RecordReceivableInput, receivableIdOf } from '../domain/receivable.js';

/** What somebody found to be owed is recorded, each for itself. */
export const recoveries: Process<
  | LateFactReviewClosed
  | DifferenceApproved
  | InterimPaidTooMuch
  | PaymentAskedBack
  | PayoutPartReturned
  | PayoutRedirected
  | SettledPayoutReturned,
  { readonly RecordReceivable: RecordReceivableInput; readonly EndReceivable: EndReceivableInput }
> = {
  name: 'receivables',
  version: 1,
  categories: ['review', 'claim', 'payout'],
  on: {
    // What was approved of a claim and turned out not to be due; the decision takes the place of a review. Of payments that are named each
    // tells what became of it.
    DifferenceApproved: ({ id: reviewId, data: { participantId, claimId, approverId, paidTooMuch = [] } }) =>
      paidTooMuch.flatMap(({ employerId, amountIdr, ofPayments = [] }) => {
        const leftIdr = rupiah(amountIdr - totalOf(ofPayments));
        const found = foundIn({ ...(employerId && { employerId }), amountIdr: leftIdr });
        const of = { participantId, reviewId, ...ofClaim(claimId), finderId: approverId };
        return leftIdr > 0 ? [recording(found, of)] : [];
      }),
    // What was paid before the end of a treatment, and is not due by the end. Where it names its payments, each of them tells what became
    // of it: some are stopped.
    InterimPaidTooMuch: ({
      id: reviewId,
      data: { participantId, claimId, finderId, ofPayments, ...paid },
    }) =>
      ofPayments
        ? []
        : [recording(foundIn(paid), { participantId, reviewId, ...ofClaim(claimId), finderId })],
    PaymentAskedBack: ({
      id: reviewId,
      data: { participantId, claimId, finderId, beforeId, heirId, ...paid },
    }) => {
      const found = foundIn(paid);
      const before = beforeId && { beforeId: receivableIdOf({ ...found, reviewId: beforeId }) };
      return [
        recording(found, {
          participantId,
          reviewId,
          ...ofClaim(claimId),
          ...before,
          ...ofHeir(heirId),
          finderId,
        }),
      ];
    },
    // The bank returned the whole of a payment of which parts are owed: nobody has them.
    SettledPayoutReturned: ({ data: { owedNoMore = [], bankReference, returnedOn, recorderId } }) =>
      owedNoMore.map(({ askedBackId: reviewId, employerId }) => {
        const receivableId = receivableIdOf({ ...byWhom(employerId), reviewId });
        const input = { receivableId, bankReference, returnedOn, recorderId };
        return { key: receivableId, command: 'EndReceivable' as const, input };
      }),
    // What is kept of a payment of which a part came back; who has recorded that stands for a review.
    PayoutPartReturned: ({
      id: reviewId,
      data: { participantId, source, employerId, heirId, keptIdr, recorderId },
    }) => {
      const kind = BENEFITS[source.kind];
      if (keptIdr === undefined || !kind) return [];
      const found = foundIn({ employerId, amountIdr: keptIdr });
      return [
        recording(found, {
          participantId,
          reviewId,
          benefit: { kind, id: source.id },
          ...ofHeir(heirId),
          finderId: recorderId,
        }),
      ];
    },
    // What heirs keep that is the participant's again; who has had it paid to them stands for a review.
    PayoutRedirected: ({ id: reviewId, data: { participantId, source, keptIdr, heirId, redirectorId } }) => {
      const claimId = source.kind === 'CLAIM' ? source.id : source.claimId;
      if (!keptIdr || claimId === undefined) return [];
      const benefit = { kind: 'CLAIM' as const, id: claimId };
      const found = foundIn({ amountIdr: keptIdr });
      return [
        recording(found, { participantId, reviewId, benefit, ...ofHeir(heirId), finderId: redirectorId }),
      ];
    },
    LateFactReviewClosed: ({ data: { participantId, reviewId, benefit, closerId: finderId, found = [] } }) =>
      benefit === undefined
        ? []
        : found.map((one) => recording(one, { participantId, reviewId, benefit, finderId })),
  },
};

const ofClaim = (id: string) => ({ benefit: { kind: 'CLAIM', id } }) as const;

/** Which of the heirs was paid. */
const ofHeir = (heirId: string | undefined) => (heirId === undefined ? {} : { heirId });

/** By whom it is owed. */
const byWhom = (employerId?: string): Pick<FoundMoney, 'kind' | 'employerId'> =>
  employerId === undefined ? { kind: 'PAID_TOO_MUCH' } : { kind: 'EMPLOYER_OWES_BACK', employerId };

const foundIn = ({ employerId, amountIdr }: Pick<FoundMoney, 'employerId' | 'amountIdr'>): FoundMoney => ({
  ...byWhom(employerId),
  amountIdr,
});

/** Of which benefits something is owed. */
const BENEFITS: Readonly<Partial<Record<PayoutPartReturned['data']['source']['kind'], Benefit['kind']>>> = {
  CLAIM: 'CLAIM',
  SCHOLARSHIP_YEAR: 'SCHOLARSHIP',
};

/** @param of in which review or decision it was found, and of what */
function recording(
  found: FoundMoney,
  of: Pick<
    RecordReceivableInput,
    'participantId' | 'reviewId' | 'benefit' | 'beforeId' | 'heirId' | 'finderId'
  >,
) {
  const receivableId = receivableIdOf({ ...of, ...found });
  return {
    key: receivableId,
    command: 'RecordReceivable' as const,
    input: { receivableId, ...of, ...found },
  };
}
