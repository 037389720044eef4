import { Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { providers } from '#contexts/providers/context';
import type { Process } from '#kernel';
import { processesOf } from '#runtime';
import { eventually } from '#testing';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { accidents } from './context.js';
import type { AccidentEvent, CloseBillingInput } from './facts.js';
import { accidentReadModel } from './read-models/accident/accident.read-model.js';

const CLAIM_ID = 'ff73b756-01bb-56f9-832b-ac5d40d31cca';

/** The floor above in short: the claim is approved once stage II is in. */
const approval: Process<AccidentEvent, { CloseBilling: CloseBillingInput }> = {
  name: 'approval',
  version: 1,
  categories: ['accident'],
  on: {
    StageTwoReported: ({ data: { accidentId, effectiveOn } }) => [
      {
        key: 'billing',
        command: 'CloseBilling',
        input: { accidentId, claimId: CLAIM_ID, closedOn: effectiveOn },
      },
    ],
  },
};

@Module({ imports: [processesOf([{ ...accidents, processes: [approval] }])] })
class Processes {}

describe('The billing of an accident, closed by a process', () => {
  let app: ContextApp;
  beforeAll(async () => {
    app = await startContextApp([participants, providers, accidents, Processes], accidentReadModel);
  });
  afterAll(() => app.stop());

  it('takes no invoice any more, and says so', async () => {
    const clerks = clerksOf(app);
    const facilityId = await clerks.registerFacility();
    const accidentId = await clerks.notify(await clerks.register());
    const accident = `/accidents/${accidentId}`;
    const invoice = (invoiceNumber: string, language = 'en') =>
      app.post(
        `${accident}/care`,
        {
          facilityId,
          admittedOn: '2026-09-02',
          dischargedOn: '2026-09-05',
          invoiceNumber,
          invoiceIdr: 500_000,
          health: { procedures: 'Dressing' },
        },
        { headers: { 'accept-language': language } },
      );
    await clerks.reportStageOne(accidentId);
    await clerks.stateOutcome(accidentId, {
      condition: 'HEALED',
      diagnosis: 'Bruised hand',
      dominantHand: 'RIGHT',
      injuries: [],
    });
    expect((await invoice('INV-1')).status).toBe(200);
    await clerks.reportStageTwo(accidentId);

    const shown = async () => (await app.get(accident)).body;
    await eventually('the billing is closed', async () => (await shown()).billingClosedOn === '2026-11-20');
    expect((await shown()).timeline).toMatchObject([
      { type: 'AccidentNotified' },
      { type: 'StageOneReported' },
      { type: 'DoctorStatementIssued' },
      { type: 'CareProvided' },
      { type: 'StageTwoReported' },
      { type: 'BillingClosed', effectiveOn: '2026-11-20' },
    ]);
    expect(await invoice('INV-2')).toMatchObject({
      status: 409,
      body: {
        code: 'CLAIM_ALREADY_APPROVED',
        detail: 'The JKK claim was approved without this invoice, and does not pay it any more',
        facts: { rule: 'before-the-claim-is-approved' },
      },
    });
    expect((await invoice('INV-2', 'id')).body.detail).toMatch(
      /^Klaim JKK sudah disetujui tanpa tagihan ini/,
    );
  });
});
