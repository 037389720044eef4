import { Module } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { participants } from '#contexts/participants/context';
import { providers } from '#contexts/providers/context';
import { localDate } from '#kernel';
import { processesOf } from '#runtime';
import { eventually } from '#testing';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { testContext } from '#testing/decisions';
import { NoteLateInvoices } from './commands/note-late-invoices.js';
import { claims } from './context.js';
import { type Clerks, clerksOf } from '#contexts/journey.examples';
import { claimReadModel } from './read-models/claim/claim.read-model.js';

const HEALED = { condition: 'HEALED', diagnosis: 'Injury', dominantHand: 'RIGHT', injuries: [] };

interface Case {
  readonly claim: string;
  /** Hands an invoice in, and tells the code of the refusal if it is refused. */
  readonly invoice: (invoiceNumber: string) => Promise<unknown>;
  readonly facilityId: string;
}

/** A porter whose care was invoiced once, with a calculated claim for it. */
async function calculatedClaim(app: ContextApp, clerks: Clerks): Promise<Case> {
  const facilityId = await clerks.registerFacility();
  const participant = await clerks.coveredWorker();
  const accident = await clerks.accidentOf(participant, { health: HEALED });
  const care = { facilityId, admittedOn: '2026-09-01', dischargedOn: '2026-09-02' };
  const invoice = async (invoiceNumber: string) => {
    // The same days and the same sum would be the same bill.
    const invoiceIdr = 999_999 + Number(invoiceNumber.slice('INV-'.length));
    const body = { ...care, invoiceNumber, invoiceIdr, apart: true, health: { procedures: 'Care' } };
    return (await app.post(`/accidents/${accident}/care`, body)).body.code;
  };
  expect(await invoice('INV-1')).toBeUndefined();
  const claim = await clerks.submitJkk({ participantId: participant, accidentId: accident });
  await clerks.calculate(claim);
  return { claim, invoice, facilityId };
}

const approve = (app: ContextApp, { claim }: Case) =>
  app.post(`/claims/${claim}/approval`, {}, { role: 'supervisor' });

async function lateInvoicesOf(app: ContextApp, { claim }: Case): Promise<unknown[]> {
  const { body } = await app.get(`/claims/${claim}`, { role: 'adjudicator' });
  // The read model may not have come to the claim yet.
  return (body.lateInvoices ?? []) as unknown[];
}

describe('An invoice that comes after the approval', () => {
  let app: ContextApp;
  let clerks: Clerks;
  beforeAll(async () => {
    app = await startContextApp(
      [participants, providers, accidents, claims, processesOf([accidents, claims])],
      claimReadModel,
    );
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  it('is refused once the billing is closed; what comes in between is noted on the claim', async () => {
    const porter = await calculatedClaim(app, clerks);
    const taken: string[] = [];
    expect((await approve(app, porter)).status).toBe(200);
    await eventually('the billing is closed', async () => {
      const number = `INV-${taken.length + 2}`;
      const refusal = await porter.invoice(number);
      if (refusal === undefined) taken.push(number);
      return refusal === 'CLAIM_ALREADY_APPROVED';
    });
    await eventually(
      'each is noted',
      async () => (await lateInvoicesOf(app, porter)).length === taken.length,
    );
  });

  it('is in the approval, or makes it calculate again, or is refused, or is noted: never lost', async () => {
    const porter = await calculatedClaim(app, clerks);
    const [approval, ...refusals] = await Promise.all([
      approve(app, porter),
      ...['INV-2', 'INV-3', 'INV-4'].map(porter.invoice),
    ]);
    const taken = refusals.filter((refusal) => refusal === undefined).length;
    if (approval.status !== 200) {
      expect(approval.body.code).toBe('CALCULATION_OUTDATED');
      return;
    }
    for (const refusal of refusals) expect([undefined, 'CLAIM_ALREADY_APPROVED']).toContain(refusal);
    await eventually('each is noted', async () => (await lateInvoicesOf(app, porter)).length === taken);
  });

  it('is not needed of care that another payer refuses after the approval: the claim opens by itself and pays the hospital', async () => {
    const facilityId = await clerks.registerFacility();
    await clerks.makePlkk(facilityId, {
      reference: 'PKS 1/2026',
      validFrom: '2026-01-01',
      validUntil: '2027-12-31',
    });
    const participantId = await clerks.coveredWorker();
    const traffic = { kind: 'COMMUTE', placeKind: 'TRAFFIC' };
    const accidentId = await clerks.notify(participantId, traffic);
    await clerks.reportStageOne(accidentId, { evidence: ['CHRONOLOGY', 'POLICE_LETTER'] });
    await clerks.conclude(accidentId);
    const of = (path: string, body: object, role: 'registrar' | 'adjudicator' | 'supervisor' = 'registrar') =>
      app.post(path, body, { role, subject: `${role}-of-traffic` });
    const jasaRaharja = (answer: object) =>
      of(`/accidents/${accidentId}/other-payer`, {
        payer: 'JASA_RAHARJA',
        reference: 'JR/1',
        ...answer,
      });
    for (const letter of ['referrals', 'guarantee-letters']) {
      await of(`/accidents/${accidentId}/${letter}`, { facilityId, issuedOn: '2026-09-01' });
    }
    await of(`/accidents/${accidentId}/care`, {
      facilityId,
      admittedOn: '2026-09-01',
      dischargedOn: '2026-09-04',
      invoiceNumber: 'INV-1',
      invoiceIdr: 15_000_000,
      health: { procedures: 'Care' },
    });
    await jasaRaharja({ status: 'GUARANTEED', amountIdr: 20_000_000 });
    await clerks.stateOutcome(accidentId);
    await clerks.reportStageTwo(accidentId);
    const claim = await clerks.submitJkk({ participantId, accidentId });
    await clerks.calculate(claim);
    expect((await of(`/claims/${claim}/approval`, {}, 'supervisor')).status).toBe(200);
    expect((await jasaRaharja({ status: 'REFUSED' })).status).toBe(200);
    await eventually('somebody is to look at it again', async () => {
      const { body } = await app.get(`/claims/${claim}`, { role: 'adjudicator' });
      return (body.reassessment ?? undefined) !== undefined;
    });
    expect((await of(`/claims/${claim}/reassessment`, {}, 'adjudicator')).status).toBe(200);
    const approved = await of(`/claims/${claim}/reassessment/approval`, {}, 'supervisor');
    expect(approved.body.events).toEqual(['DifferenceApproved']);
    const { body } = await app.get(`/claims/${claim}?after=${String(approved.body.position)}`, {
      role: 'adjudicator',
    });
    expect(body.components).toContainEqual(
      expect.objectContaining({ code: 'JKK_MEDICAL_PLKK', payee: 'PLKK', amountIdr: 15_000_000 }),
    );
  });
});

describe('An invoice that comes between the approval and the closing of the billing', () => {
  let app: ContextApp;
  let clerks: Clerks;
  let commands: CommandBus;

  /** No process runs here: the spec does what late-invoices would, when it wants it. */
  @Module({ imports: [CqrsModule], providers: [NoteLateInvoices.handler] })
  class ByHand {
    constructor(bus: CommandBus) {
      commands = bus;
    }
  }

  beforeAll(async () => {
    app = await startContextApp([participants, providers, accidents, claims, ByHand], claimReadModel);
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  it('is noted once, beside what the approval contains', async () => {
    const porter = await calculatedClaim(app, clerks);
    const { claim, invoice, facilityId } = porter;
    const recorded = { facilityId, invoiceNumber: 'INV-2', on: localDate('2026-11-20') };
    let sent = 0;
    const note = async (of?: typeof recorded) => {
      const commandId = `00000000-0000-4000-8000-00000000000${++sent}`;
      const input = { claimId: claim, ...(of && { recorded: of }) };
      return commands.execute(new NoteLateInvoices(input, { context: testContext({ commandId }) }));
    };
    expect((await note(recorded)).events).toEqual([]);
    expect((await approve(app, porter)).status).toBe(200);
    expect((await note()).events).toEqual([]);
    expect(await invoice('INV-2')).toBeUndefined();
    expect((await note(recorded)).events).toEqual(['InvoiceCameLate']);
    expect((await note(recorded)).events).toEqual([]);
    await eventually('it is shown', async () => (await lateInvoicesOf(app, porter)).length === 1);
    const { body } = await app.get(`/claims/${claim}`, { role: 'adjudicator' });
    expect(body).toMatchObject({
      status: 'APPROVED',
      totalIdr: 1_000_000,
      lateInvoices: [{ facilityId, invoiceNumber: 'INV-2', invoiceIdr: 1_000_001, notedOn: '2026-11-20' }],
    });
    expect((body.timeline as { type: string }[]).map(({ type }) => type)).toContain('InvoiceCameLate');
  });
});
