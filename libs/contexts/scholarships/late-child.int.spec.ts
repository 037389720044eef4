import { processesOf } from '#runtime';
import { Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { claims } from '#contexts/claims/context';
import { participants } from '#contexts/participants/context';
import { eventually } from '#testing';
import { type Ask, type ContextApp, startContextApp } from '#testing/context-app';
import { scholarships } from './context.js';
import { scholarshipReadModel } from './read-models/scholarship/scholarship.read-model.js';

/** Servers start slowly on a machine that does other things. */
jest.setTimeout(30_000);

@Module({ imports: [processesOf([scholarships])] })
class Processes {}

const WORKER = {
  channel: 'BRANCH',
  payer: 'SELF',
  district: '321605',
  sector: 'OTHER',
  declaredIncomeIdr: 900_000,
  registeredOn: '2023-11-02',
  person: {
    nik: '0000055205900001',
    name: 'Siti Contoh',
    birthDate: '1990-05-12',
    sex: 'FEMALE',
    occupation: 'kuli panggul',
    workplace: 'Pasar Contoh',
  },
};

const PAPERS = [
  'FORM_4',
  'KPJ_CARD',
  'E_KTP',
  'HEIR_KTP',
  'KK',
  'DEATH_CERTIFICATE',
  'HEIR_CERTIFICATE',
  'ACCOUNT_BOOK',
].map((kind) => ({ kind, reference: `archive/${kind}` }));

const HEIR = {
  claimantName: 'Budi Contoh',
  account: { bank: 'Bank Contoh', number: '0000011111', holder: 'Budi Contoh' },
};

describe('A child that is named after the death claim was approved', () => {
  let app: ContextApp;
  beforeAll(async () => {
    app = await startContextApp(
      [participants, accidents, claims, scholarships, Processes],
      scholarshipReadModel,
    );
  });
  afterAll(() => app.stop());

  async function done(path: string, body: object, ask: Ask = {}): Promise<Record<string, unknown>> {
    const answer = await app.post(path, body, ask);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return answer.body;
  }

  it('gets the scholarship that the claim would have given it', async () => {
    const { id } = await done('/participants', WORKER);
    const participant = String(id);
    for (const year of [2023, 2024, 2025, 2026]) {
      const payment = {
        period: `${year}-11`,
        months: 12,
        payer: 'SELF',
        paidOn: `${year}-11-02`,
        receipt: 'R',
      };
      await done(`/participants/${participant}/contributions`, payment);
    }
    const death = { diedOn: '2026-11-10', certificate: 'SKM 1', health: { cause: 'illness' } };
    await done(`/participants/${participant}/death`, death);
    const claim = await done('/claims/jkm', { participantId: participant, documents: PAPERS, person: HEIR });
    await done(`/claims/${String(claim.id)}/calculation`, {}, { role: 'adjudicator' });
    await done(`/claims/${String(claim.id)}/approval`, {}, { role: 'supervisor' });

    const { childId } = await done(`/participants/${participant}/children`, {
      school: { level: 'SMA', yearInLevel: 3 },
      person: { name: 'Anak Contoh', birthDate: '2009-02-14' },
    });
    await eventually('the scholarship is granted', async () => {
      const { body } = await app.get(`/scholarships?participantId=${participant}`, { role: 'adjudicator' });
      const [granted] = body.items as Record<string, unknown>[];
      if (!granted) return false;
      expect(granted).toMatchObject({ childId, claimId: claim.id, projectedIdr: 63_000_000 });
      return true;
    });
  });
});
