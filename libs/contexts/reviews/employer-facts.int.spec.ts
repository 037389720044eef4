import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claims } from '#contexts/claims/context';
import { dues } from '#contexts/dues/context';
import { employers } from '#contexts/employers/context';
import { clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { processesOf } from '#runtime';
import { eventually } from '#testing';
import { type Ask, type ContextApp, startContextApp } from '#testing/context-app';
import { reviews } from './context.js';
import { reviewReadModel } from './read-models/review/review.read-model.js';

const on = (day: string, more: Ask = {}): Ask => ({ at: `${day}T10:00:00+07:00`, ...more });

describe('An employer that was closed before one of its workers died', () => {
  let app: ContextApp;
  let clerks: ReturnType<typeof clerksOf>;
  beforeAll(async () => {
    app = await startContextApp(
      [employers, participants, dues, claims, reviews, processesOf([dues, reviews])],
      [reviewReadModel],
    );
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  const done = async (...request: Parameters<ContextApp['post']>) => {
    const answer = await app.post(...request);
    if (answer.status >= 300) throw new Error(`${request[0]}: ${answer.text}`);
    return answer.body;
  };

  /** Of two workers of a factory that has paid for them; the claims for their deaths on 20 October are approved. */
  async function approvedClaims() {
    const factory = {
      segment: 'PU',
      npp: 'NN010001',
      kind: 'COMPANY',
      name: 'PT Contoh Garmen',
      district: '321605',
      branch: 'J03',
      riskClass: 3,
      size: 'MEDIUM',
      startedOn: '2026-06-01',
    };
    const { id } = await done('/employers', factory, on('2026-06-01'));
    const employer = `/employers/${String(id)}`;
    const members = await Promise.all(
      ['0000055205900001', '0000055205900002'].map(async (nik) => {
        const worker = {
          wageIdr: 5_200_000,
          startedOn: '2026-06-01',
          district: '321605',
          person: {
            nik,
            name: `Pekerja ${nik.slice(-2)}`,
            birthDate: '1990-05-12',
            sex: 'FEMALE',
            occupation: 'penjahit',
            workplace: 'PT Contoh Garmen',
          },
        };
        const joined = await done(`${employer}/members`, worker, on('2026-06-02'));
        return { membershipId: String(joined.id), participantId: String(joined.participantId) };
      }),
    );
    for (const month of ['06', '07', '08', '09']) {
      const wages = members.map(({ participantId }) => ({ participantId, wageIdr: 5_200_000 }));
      await done(`${employer}/wage-reports`, { period: `2026-${month}`, wages }, on('2026-10-05'));
    }
    const payment = { amountIdr: 9_000_000, bankReference: 'BANK 1', paidOn: '2026-10-06' };
    await done(`${employer}/payments`, payment, on('2026-10-06', { role: 'finance' }));
    const decided = members.map(async ({ membershipId, participantId }) => {
      await clerks.reportDeath(participantId, { diedOn: '2026-10-20' });
      const claimId = await clerks.submitJkm(participantId);
      await eventually('the months are billed and paid', async () => {
        await clerks.calculate(claimId);
        return (await app.post(`/claims/${claimId}/approval`, {}, { role: 'supervisor' })).status === 200;
      });
      return { membershipId, claimId };
    });
    return { employer, claims: await Promise.all(decided) };
  }

  it('has the claim looked at again once a second person has confirmed what was entered late, not before', async () => {
    const { employer, claims: approved } = await approvedClaims();
    const [hers, anothers] = approved;
    const reviewsOf = async (claim: typeof hers) => {
      const { body } = await app.get(`/reviews?benefitId=${claim?.claimId}`, { role: 'supervisor' });
      return (body.items as Record<string, unknown>[] | undefined) ?? [];
    };
    const closing = { reason: 'DISSOLVED', reference: 'AKTA 9', lastDay: '2026-10-10' };
    const closed = await done(`${employer}/closing`, closing, on('2026-11-20', { subject: 'registrar-1' }));
    expect(closed.events).toEqual(['EmployerClosed']);
    // What comes after the closing is looked at after it.
    const left = { reason: 'RESIGNED', lastDay: '2026-10-15' };
    await done(`/memberships/${anothers?.membershipId}/leaving`, left, on('2026-11-10'));
    await eventually('her leaving is looked at', async () => (await reviewsOf(anothers)).length > 0);
    expect(await reviewsOf(anothers)).toHaveLength(1);
    expect(await reviewsOf(hers)).toEqual([]);

    const confirm = (subject: string) =>
      app.post(`${employer}/confirmation`, {}, on('2026-11-21', { subject }));
    expect((await confirm('registrar-1')).body.code).toBe('ENTERED_BY_YOU');
    expect((await confirm('registrar-2')).body.events).toEqual(['BackDatedEntriesConfirmed']);
    await eventually('the closing is looked at', async () => (await reviewsOf(hers)).length > 0);
    expect(await reviewsOf(hers)).toMatchObject([
      { benefitKind: 'CLAIM', benefitId: hers?.claimId, facts: ['EMPLOYMENT'], status: 'OPEN' },
    ]);
  });
});
