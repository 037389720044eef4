import { expect, it } from '@jest/globals';
import { localDate, rupiah } from '#kernel';
import { on, readModelSpec } from '#testing';
import { CLAIM, COMPLETED, JKK_SUBMITTED, PARTICIPANT } from '../../domain/claim.examples.js';
import type { ClaimEvent } from '../../domain/claim.events.js';
import {
  APPROVED as WHOLE_APPROVED,
  CALCULATED as WHOLE_CALCULATED,
  STREAM,
  TO_CLAIMANT,
  TO_PLKK,
  ordered,
  partBack,
  returned,
  settled,
  today,
} from './claim.examples.js';
import { claimReadModel } from './claim.read-model.js';

const folded = readModelSpec(claimReadModel);
const of = { claimId: CLAIM, participantId: PARTICIPANT, effectiveOn: today };
const CALCULATED: ClaimEvent = {
  type: 'InterimCalculated',
  data: {
    ...of,
    assessorId: 'assessor',
    ruleSetVersion: 'any',
    components: [],
    totalIdr: rupiah(1_000_000),
    payBy: localDate('2026-12-01'),
    health: {
      unableFrom: today,
      unableUntil: today,
      certificate: 'archive/rest',
      inputs: {},
      arithmetic: [],
    },
  },
};
const APPROVED: ClaimEvent = {
  type: 'InterimApproved',
  data: {
    ...of,
    programme: 'JKK',
    approverId: 'supervisor',
    totalIdr: rupiah(1_000_000),
    payments: [],
    payBy: localDate('2026-12-01'),
    authority: { level: 2 },
    person: { account: { bank: 'Bank Contoh', number: '0000011111', holder: 'Sari Contoh' } },
  },
};

/** The log of a read model's spec counts its events so: the approval is the fourth. */
const APPROVAL = '00000000-0000-4000-8000-000000001548';

const halves = () =>
  [TO_CLAIMANT, TO_PLKK].map((payoutId) => {
    const order = ordered(payoutId, 'HEIR', 500_000);
    if (order.type !== 'PayoutOrdered') throw new Error('Nothing was ordered');
    return { ...order, data: { ...order.data, source: { ...order.data.source, eventId: APPROVAL } } };
  });

const interimPaid = (story: ReturnType<typeof folded>) =>
  [...story.rows.claims.values()][0]?.interims.map((one) => one.paidIdr);

it('An interim payment is paid as far as each of its payments has arrived', () => {
  const [half, other] = halves();
  const both = folded(
    on(STREAM, JKK_SUBMITTED, COMPLETED, CALCULATED, APPROVED),
    on(`payout-${TO_CLAIMANT}`, half!, settled(TO_CLAIMANT, 500_000)),
    on(`payout-${TO_PLKK}`, other!),
  );
  expect(interimPaid(both)).toEqual([500_000]);
  const returnedOne = both.and(on(`payout-${TO_PLKK}`, returned(TO_PLKK)));
  expect(interimPaid(returnedOne)).toEqual([500_000]);
  expect(interimPaid(returnedOne.and(on(`payout-${TO_PLKK}`, settled(TO_PLKK, 500_000))))).toEqual([
    1_000_000,
  ]);
});

it('What came back of an interim payment in part was not paid by it', () => {
  const [half] = halves();
  const arrived = folded(
    on(STREAM, JKK_SUBMITTED, COMPLETED, CALCULATED, APPROVED),
    on(`payout-${TO_CLAIMANT}`, half!, settled(TO_CLAIMANT, 500_000)),
  );
  expect(interimPaid(arrived)).toEqual([500_000]);
  const back = arrived.and(on(`payout-${TO_CLAIMANT}`, partBack(TO_CLAIMANT, 200_000)));
  expect(interimPaid(back)).toEqual([300_000]);
});

it('A claim is paid what stayed, and is paid all the same where a part came back', () => {
  const arrived = folded(
    on(STREAM, JKK_SUBMITTED, COMPLETED, WHOLE_CALCULATED, WHOLE_APPROVED),
    on(`payout-${TO_CLAIMANT}`, ordered(TO_CLAIMANT, 'PARTICIPANT', 20_500_000)),
    on(`payout-${TO_CLAIMANT}`, settled(TO_CLAIMANT, 20_500_000)),
  ).thenRows('claims', [{ status: 'PAID', paidIdr: rupiah(20_500_000) }]);
  arrived
    .and(on(`payout-${TO_CLAIMANT}`, partBack(TO_CLAIMANT, 500_000), partBack(TO_CLAIMANT, 1_000_000)))
    .thenRows('claims', [{ status: 'PAID', paidIdr: rupiah(19_000_000) }])
    // The bank has the whole of it still: nobody has any of it until it is made again.
    .and(on(`payout-${TO_CLAIMANT}`, returned(TO_CLAIMANT)))
    .thenRows('claims', [{ status: 'PAYMENT_RETURNED', paidIdr: rupiah(0) }])
    .and(on(`payout-${TO_CLAIMANT}`, settled(TO_CLAIMANT, 20_500_000)))
    .thenRows('claims', [{ status: 'PAID', paidIdr: rupiah(19_000_000) }]);
});
