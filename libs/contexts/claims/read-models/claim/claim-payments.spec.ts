import { expect, it } from '@jest/globals';
import { localDate, rupiah } from '#kernel';
import { on, readModelSpec } from '#testing';
import { CLAIM, COMPLETED, JKK_SUBMITTED, PARTICIPANT } from '../../domain/claim.examples.js';
import type { ClaimEvent } from '../../domain/claim.events.js';
import { STREAM, TO_CLAIMANT, TO_PLKK, ordered, returned, settled, today } from './claim.examples.js';
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

it('An interim payment is paid as far as each of its payments has arrived', () => {
  const [half, other] = [TO_CLAIMANT, TO_PLKK].map((payoutId) => {
    const order = ordered(payoutId, 'HEIR', 500_000);
    if (order.type !== 'PayoutOrdered') throw new Error('Nothing was ordered');
    return { ...order, data: { ...order.data, source: { ...order.data.source, eventId: APPROVAL } } };
  });
  const paidIdr = (story: ReturnType<typeof folded>) =>
    [...story.rows.claims.values()][0]?.interims.map((one) => one.paidIdr);
  const both = folded(
    on(STREAM, JKK_SUBMITTED, COMPLETED, CALCULATED, APPROVED),
    on(`payout-${TO_CLAIMANT}`, half!, settled(TO_CLAIMANT, 500_000)),
    on(`payout-${TO_PLKK}`, other!),
  );
  expect(paidIdr(both)).toEqual([500_000]);
  const returnedOne = both.and(on(`payout-${TO_PLKK}`, returned(TO_PLKK)));
  expect(paidIdr(returnedOne)).toEqual([500_000]);
  expect(paidIdr(returnedOne.and(on(`payout-${TO_PLKK}`, settled(TO_PLKK, 500_000))))).toEqual([1_000_000]);
});
