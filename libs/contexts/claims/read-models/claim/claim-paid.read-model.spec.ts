import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, rupiah } from '#kernel';
import { on, readModelSpec } from '#testing';
import { COMPLETED, JKK_SUBMITTED } from '../../domain/claim.examples.js';
import {
  APPROVED,
  CALCULATED,
  STREAM,
  TO_CLAIMANT,
  TO_PLKK,
  accepted,
  cancelled,
  confirmed,
  corrected,
  instructed,
  ordered,
  returned,
  settled,
} from './claim.examples.js';
import { claimReadModel } from './claim.read-model.js';

const folded = readModelSpec(claimReadModel);
const claim = (...events: DomainEvent[]) => on(STREAM, ...events);
const decided = claim(JKK_SUBMITTED, COMPLETED, CALCULATED, APPROVED);

describe('the claim read model, of what is paid', () => {
  it('follows a payment from station to station', () => {
    const payment = `payout-${TO_CLAIMANT}`;
    let projected = folded(decided, on(payment, ordered(TO_CLAIMANT, 'PARTICIPANT', 20_500_000)));
    for (const [next, status] of [
      [instructed, 'INSTRUCTED'],
      [accepted, 'ACCEPTED'],
      [returned, 'RETURNED'],
      [corrected, 'ACCOUNT_CORRECTED'],
      [confirmed, 'ORDERED'],
      [instructed, 'INSTRUCTED'],
    ] as const) {
      projected = projected.and(on(payment, next(TO_CLAIMANT)));
      const [row] = projected.rows.claims.values();
      expect(row?.payouts.map((payout) => payout.status)).toEqual([status]);
    }
  });

  it('closes a claim whose payment was given up, and not while another is under way', () => {
    const [toClaimant, toPlkk] = [`payout-${TO_CLAIMANT}`, 'payout-00000000-0000-5000-8000-00000000000b'];
    folded(
      decided,
      on(toClaimant, ordered(TO_CLAIMANT, 'PARTICIPANT', 2_000_000), cancelled(TO_CLAIMANT)),
      on(toPlkk, ordered('00000000-0000-5000-8000-00000000000b', 'PLKK', 18_500_000)),
    )
      .thenRows('claims', [{ status: 'PAYMENT_ORDERED' }])
      .and(
        on(
          toPlkk,
          instructed('00000000-0000-5000-8000-00000000000b'),
          settled('00000000-0000-5000-8000-00000000000b', 18_500_000),
        ),
      )
      .thenRows('claims', [{ status: 'PAYMENT_CANCELLED', paidIdr: rupiah(18_500_000) }]);
  });

  it('shows where the claimant is paid, and of the number the last digits', () => {
    folded(decided).thenRows('claims', [
      {
        claimantName: 'Sari Contoh',
        bank: 'Bank Contoh',
        accountHolder: 'Sari Contoh',
        accountMasked: '****1111',
      },
    ]);
  });

  it('knows a payment of a school year for none of its own', () => {
    folded(
      decided,
      on(
        `payout-${TO_CLAIMANT}`,
        ordered(TO_CLAIMANT, 'GUARDIAN', 3_000_000, 'SCHOLARSHIP_YEAR'),
        settled(TO_CLAIMANT, 3_000_000),
      ),
    ).thenRows('claims', [{ status: 'APPROVED', paidIdr: rupiah(0), payouts: [] }]);
  });

  it('is paid when every payout is settled, and returned while one has come back', () => {
    folded(
      decided,
      on(
        `payout-${TO_CLAIMANT}`,
        ordered(TO_CLAIMANT, 'PARTICIPANT', 2_000_000),
        settled(TO_CLAIMANT, 2_000_000),
      ),
      on(`payout-${TO_PLKK}`, ordered(TO_PLKK, 'PLKK', 18_500_000)),
    )
      .thenRows('claims', [
        { status: 'PAYMENT_ORDERED', orderedIdr: rupiah(20_500_000), paidIdr: rupiah(2_000_000) },
      ])
      .and(on(`payout-${TO_PLKK}`, returned(TO_PLKK)))
      .thenRows('claims', [
        { status: 'PAYMENT_RETURNED', orderedIdr: rupiah(20_500_000), paidIdr: rupiah(2_000_000) },
      ])
      .and(on(`payout-${TO_PLKK}`, settled(TO_PLKK, 18_500_000)))
      .thenRows('claims', [{ status: 'PAID', orderedIdr: rupiah(20_500_000), paidIdr: rupiah(20_500_000) }])
      .thenUnknownEventsAreIgnored();
  });
});
