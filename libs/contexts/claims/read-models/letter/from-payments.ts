import type { PayoutEvent } from '#contexts/payouts/facts';
import type { ReceivableRecorded } from '#contexts/reviews/facts';
import type { RecordedEvent } from '#event-store';
import { type Change, append, fold, put, via } from '#followers';
import { type EventOf, opened } from '#kernel';
import type { ShownAccount } from './letter-contents.js';
import { type CaseRow, cases, letters, payments, scholarships } from './letter.tables.js';
import { letter, shownAccount } from './new-letter.js';

type OfPayout<Type extends PayoutEvent['type']> = RecordedEvent<EventOf<PayoutEvent, Type>>;

/** Whoever was to be paid is told that the money came back, also where it had arrived. */
const cameBack = (event: OfPayout<'PayoutReturned' | 'SettledPayoutReturned'>) =>
  append(
    letters,
    via(payments, event.data.payoutId, ({ subject, facilityId, advice }) => {
      const { payee, amountIdr, account } = advice;
      const { reason } = event.data;
      const contents = {
        kind: 'PAYMENT_RETURNED',
        payee,
        amountIdr,
        reason,
        account,
        ...('from' in event.data && { from: event.data.from }),
      } as const;
      return letter(event, subject, contents, { facilityId });
    }),
  );

/** Who is written to: an heir who is paid, whoever of them claimed; the participant who is, also where an heir has claimed since. */
function paidOf(
  { subject, heirs }: Pick<CaseRow, 'subject' | 'heirs'>,
  { payee, heirId }: { readonly payee?: string; readonly heirId: string | undefined },
): string | null {
  if (heirId !== undefined) return heirs[heirId] ?? null;
  return payee === 'PARTICIPANT' ? (subject.participantName ?? subject.addressee) : subject.addressee;
}

/** Payments of scholarships have no row. */
const ofPayment = (payoutId: string, account: ShownAccount | null): Change =>
  fold(payments, payoutId, (row) => row && { ...row, advice: { ...row.advice, account } });

/** What is written of money that is paid, came back, or is owed back. */
export const fromPayments = {
  PayoutOrdered: ({ data }: OfPayout<'PayoutOrdered'>) => {
    const { payoutId, source, payee, componentCodes, amountIdr } = data;
    const { facilityId = null, benefitIdr = null, deductedIdr = null, heirId } = data;
    if (source.kind !== 'CLAIM') return [];
    return [
      put(
        payments,
        via(cases, source.id, ({ subject, heirs }) => ({
          payoutId,
          subject: { ...subject, addressee: paidOf({ subject, heirs }, { payee, heirId }) },
          facilityId,
          advice: {
            kind: 'PAYMENT_ADVICE',
            payee,
            componentCodes,
            amountIdr,
            benefitIdr,
            deductedIdr,
            account: shownAccount(opened(data.person)?.account),
          },
        })),
      ),
    ];
  },
  PayoutInstructed: ({
    data: { payoutId, facilityAccount, employerAccount },
  }: OfPayout<'PayoutInstructed'>) => {
    const account = shownAccount(facilityAccount ?? employerAccount);
    return account === null ? [] : [ofPayment(payoutId, account)];
  },
  PayoutAccountCorrected: ({ data }: OfPayout<'PayoutAccountCorrected'>) => [
    ofPayment(data.payoutId, shownAccount(opened(data.person)?.account)),
  ],
  PayoutReturned: (event: OfPayout<'PayoutReturned'>) => [cameBack(event)],
  SettledPayoutReturned: (event: OfPayout<'SettledPayoutReturned'>) => [cameBack(event)],
  PayoutSettled: (event: OfPayout<'PayoutSettled'>) => [
    append(
      letters,
      via(payments, event.data.payoutId, ({ subject, facilityId, advice }) => {
        const contents = { ...advice, bankReference: event.data.bankReference };
        return letter(event, subject, contents, { facilityId, tellsOfHealth: facilityId === null });
      }),
    ),
  ],
  ReceivableRecorded: (event: RecordedEvent<ReceivableRecorded>) => {
    const { benefit, kind, amountIdr, heirId } = event.data;
    // What employers owe, or are owed, goes by their bills.
    if (kind !== 'PAID_TOO_MUCH') return [];
    const contents = { kind: 'RECEIVABLE', amountIdr } as const;
    return [
      append(
        letters,
        benefit.kind === 'CLAIM'
          ? via(cases, benefit.id, ({ subject, heirs }) =>
              letter(event, { ...subject, addressee: paidOf({ subject, heirs }, { heirId }) }, contents),
            )
          : via(scholarships, benefit.id, ({ subject }) => letter(event, subject, contents)),
      ),
    ];
  },
};
