import { expect, it } from '@jest/globals';
import { localDate, rupiah } from '#kernel';
import { logOf } from '#testing/decisions';
import { TWIN, mergedInto, tookOver, twinRegistered } from '../participants/domain/merger.examples.js';
import {
  SITI,
  childRegistered,
  sitiDied,
  sitiRegistered,
} from '../participants/domain/participant.examples.js';
import { COMPLETED, JKM_SUBMITTED, calculated } from './domain/claim.examples.js';
import type { ClaimEvent } from './domain/claim.events.js';
import { entitledByDeath } from './facts.js';
import { jkmClaimId } from './programmes/claim-ids.js';

const CHILD = '5f0c7f0e-5555-5000-8000-000000000009';
const today = localDate('2026-11-20');

/** An approved claim for the death, under one of the ids of a person who was registered twice. */
function approvedFor(participantId: string, scholarship: 'GRANTED' | 'NONE'): readonly ClaimEvent[] {
  const of = { claimId: jkmClaimId(participantId), participantId, effectiveOn: today };
  const { data: submitted } = JKM_SUBMITTED;
  const { data: found } = calculated({ entitledChildren: [] });
  return [
    { ...JKM_SUBMITTED, data: { ...submitted, ...of } },
    { ...COMPLETED, data: { ...COMPLETED.data, ...of } },
    { type: 'BenefitCalculated', data: { ...found, ...of } },
    {
      type: 'BenefitDetermined',
      data: {
        ...of,
        assessorId: 'ani',
        insteadOf: 'MANUAL_REVIEW',
        ground: 'COURT',
        components: found.components.map((one) => ({ ...one, payee: 'HEIR' as const })),
        totalIdr: found.totalIdr,
        scholarship,
        person: { reason: 'As the court has it', evidence: 'archive/judgment' },
      },
    },
    {
      type: 'ClaimApproved',
      data: {
        ...of,
        programme: 'JKM',
        eventDate: localDate('2026-11-10'),
        approverId: 'sita',
        totalIdr: rupiah(42_000_000),
        payments: [],
        entitledChildren: [],
        ...(scholarship === 'NONE' && { withoutScholarship: true }),
        payBy: localDate('2026-12-01'),
        person: { account: { bank: 'Bank Contoh', number: '0000011111', holder: 'Sari Contoh' } },
      },
    },
  ];
}

const entitled = (claims: readonly (readonly [string, 'GRANTED' | 'NONE'])[]) =>
  entitledByDeath(
    logOf({
      [`participant-${SITI}`]: [sitiRegistered(), tookOver, childRegistered(CHILD), sitiDied('2026-11-10')],
      [`participant-${TWIN}`]: [twinRegistered(), mergedInto],
      ...Object.fromEntries(
        claims.map(([id, scholarship]) => [`claim-${jkmClaimId(id)}`, approvedFor(id, scholarship)]),
      ),
    }),
    SITI,
  );

it('Children are entitled by the claim for a death that gives them a scholarship, also where the first one gives none', async () => {
  const children = [{ childId: CHILD }];
  expect(await entitled([[SITI, 'GRANTED']])).toMatchObject({ claimId: jkmClaimId(SITI), children });
  expect(
    await entitled([
      [SITI, 'NONE'],
      [TWIN, 'GRANTED'],
    ]),
  ).toMatchObject({ claimId: jkmClaimId(TWIN), children });
});

it('Nobody is entitled where no claim for a death gives a scholarship', async () => {
  expect(await entitled([])).toBeUndefined();
  expect(await entitled([[SITI, 'NONE']])).toBeUndefined();
});
