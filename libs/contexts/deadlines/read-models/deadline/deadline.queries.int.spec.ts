import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { event, localDate, rupiah } from '#kernel';
import { ReadModels } from '#runtime';
import { type FreshDatabase, SEES_ALL, freshDatabase, on, storedReadModelSpec } from '#testing';
import { ListOverdue } from './deadline.queries.js';
import { deadlineReadModel } from './deadline.read-model.js';
import { ListWork } from './work.queries.js';

const CLAIM = '4a5b6c7d-8e9f-4a0b-9c1d-2e3f4a5b6c7d';
const [FOR_ONE, FOR_OTHER] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
const SITI = '00000000-0000-4000-8000-000000000003';
const NOVEMBER_20 = localDate('2026-11-20');

describe('What is late', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const project = storedReadModelSpec(deadlineReadModel, () => fresh.database);

  const ordered = (payoutId: string) =>
    on(
      `payout-${payoutId}`,
      event('PayoutOrdered', {
        payoutId,
        participantId: SITI,
        source: { kind: 'CLAIM', id: CLAIM, eventId: 'e' },
        payee: 'HEIR',
        heirId: payoutId,
        componentCodes: ['JKM_SANTUNAN'],
        amountIdr: rupiah(21_000_000),
        payBy: localDate('2026-11-25'),
        effectiveOn: NOVEMBER_20,
      }),
    );
  const ofClaim = (type: string, data: object) =>
    on(
      `claim-${CLAIM}`,
      event(type, { claimId: CLAIM, participantId: SITI, effectiveOn: NOVEMBER_20, ...data }),
    );

  const late = async () => {
    const handler = new ListOverdue.handler(new ReadModels(fresh.database, 0));
    const asked = { limit: 10, side: 'OURS', today: localDate('2027-03-01'), sight: SEES_ALL } as const;
    const { items } = await handler.execute(new ListOverdue(asked));
    return items.map(({ subjectId, step }) => [subjectId, step]);
  };

  it('is no payment to heirs while they disagree, nor for finance one that others inherit', async () => {
    const log = await project(ordered(FOR_ONE), ordered(FOR_OTHER));
    const both = [
      [FOR_ONE, 'INSTRUCT_PAYOUT'],
      [FOR_OTHER, 'INSTRUCT_PAYOUT'],
    ];
    expect(await late()).toEqual(expect.arrayContaining(both));
    await log.and(ofClaim('DisputeReported', { reporterId: 'ani', until: localDate('2027-05-20') }));
    expect(await late()).toEqual([]);
    await log.and(ofClaim('DisputeEnded', { enderId: 'ani', how: 'AGREED', outcome: 'OTHERWISE' }));
    expect(await late()).toEqual([]);
    await log.and(ofClaim('HeirsEstablished', { establisherId: 'budi', heirs: [{ heirId: FOR_ONE }] }));
    const redirected = [FOR_OTHER, 'REDIRECT_PAYOUT'];
    expect(new Set(await late())).toEqual(new Set([[FOR_ONE, 'INSTRUCT_PAYOUT'], redirected]));
  });

  it('is a payment to be given up once nobody has come who inherits, and nothing else of it', async () => {
    const [claimId, payoutId] = [FOR_OTHER, CLAIM];
    const wanted = { claimId, participantId: SITI, effectiveOn: NOVEMBER_20 };
    const paid = { payoutId, source: { kind: 'CLAIM', id: claimId, eventId: 'e' } };
    const log = await project(
      on(
        `payout-${payoutId}`,
        event('PayoutOrdered', {
          participantId: SITI,
          payee: 'PARTICIPANT',
          componentCodes: ['JKK_STMB'],
          amountIdr: rupiah(1_000_000),
          payBy: localDate('2026-11-25'),
          effectiveOn: NOVEMBER_20,
          ...paid,
        }),
      ),
      on(`claim-${claimId}`, event('HeirsWanted', { ...wanted, whoDied: 'PARTICIPANT' })),
    );
    const waits = async () => {
      const handler = new ListWork.handler(new ReadModels(fresh.database, 0));
      const today = localDate('2027-12-20');
      const actor = { id: 'boss', roles: ['supervisor', 'adjudicator'] as const, office: '' };
      const { items } = await handler.execute(new ListWork({ limit: 50, today, actor, sight: SEES_ALL }));
      return items.flatMap(({ subjectId, step }) => ([payoutId, claimId].includes(subjectId) ? [step] : []));
    };
    expect(await waits()).toEqual(['ESTABLISH_HEIRS']);
    await log.and(on(`claim-${claimId}`, event('NobodyInherits', wanted)));
    expect(await waits()).toEqual(['CANCEL_PAYOUT']);
  });
});
