import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { claims } from '#contexts/claims/context';
import { type Clerks, clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { payouts } from '#contexts/payouts/context';
import { payoutReadModel } from '#contexts/payouts/read-models/payout/payout.read-model';
import { providers } from '#contexts/providers/context';
import { processesOf } from '#runtime';
import { eventually } from '#testing';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { billing } from './context.js';
import { invoiceReadModel } from './read-models/invoice/invoice.read-model.js';

const AGREEMENT = {
  reference: 'PKS/1',
  validFrom: '2026-01-01',
  validUntil: '2099-12-31',
  terms: {
    services: ['INPATIENT'],
    tariff: [{ item: 'KAMAR-I', priceIdr: 450_000 }],
    beds: 4,
    registersWorkers: true,
    takesPayments: true,
  },
};

const room = (line: number, serviceDate: string) => ({
  line,
  serviceDate,
  kind: 'ROOM_DAY',
  tariffItem: 'KAMAR-I',
  description: 'Rawat inap kelas I',
  quantity: 1,
  unitPriceIdr: 500_000,
  amountIdr: 500_000,
});

const INVOICE = {
  invoiceNumber: 'INV-7',
  benefit: 'CARE',
  careKind: 'INPATIENT',
  roomClass: 'I',
  interim: false,
  admittedOn: '2026-09-01',
  dischargedOn: '2026-09-03',
  totalIdr: 1_000_000,
  health: {
    mainDiagnosis: 's61.0',
    otherDiagnoses: [],
    externalCause: 'W29',
    procedures: ['86.59'],
    lines: [room(1, '2026-09-01'), room(2, '2026-09-02')],
  },
};

describe('The desk of a PLKK and its invoices', () => {
  let app: ContextApp;
  let clerks: Clerks;
  let here: string;
  let elsewhere: string;
  let accidentId: string;
  const desk = () => ({ role: 'plkk', facility: here }) as const;
  const other = () => ({ role: 'plkk', facility: elsewhere }) as const;

  async function plkk(name: string): Promise<string> {
    const facilityId = await clerks.registerFacility({ name });
    await clerks.makePlkk(facilityId, AGREEMENT);
    return facilityId;
  }

  beforeAll(async () => {
    app = await startContextApp(
      [participants, providers, accidents, claims, billing, payouts, processesOf([claims, payouts])],
      [invoiceReadModel, payoutReadModel],
    );
    clerks = clerksOf(app);
    here = await plkk('RS Contoh');
    elsewhere = await plkk('RS Lain');
    accidentId = await clerks.notify(await clerks.coveredWorker());
    await clerks.reportStageOne(accidentId);
    for (const letter of ['referrals', 'guarantee-letters']) {
      await clerks.done('registrar', `/accidents/${accidentId}/${letter}`, {
        facilityId: here,
        issuedOn: '2026-09-01',
      });
    }
    await clerks.conclude(accidentId);
  });
  afterAll(() => app.stop());

  it('sends it with its lines; two people decide; the money arrives; the advice tells it, to the facility alone', async () => {
    const path = `/accidents/${accidentId}/invoices`;
    const invoice = { ...INVOICE, facilityId: here };
    expect((await app.post(path, invoice, other())).body.code).toBe('NOT_YOUR_INVOICE');
    expect((await app.post(path, { ...invoice, facilityId: elsewhere }, other())).body.code).toBe(
      'ACCIDENT_NOT_FOUND',
    );
    const sent = await app.post(path, invoice, desk());
    expect(sent).toMatchObject({ status: 200, body: { events: ['InvoiceSubmitted'] } });
    const another = await clerks.notify(await clerks.coveredWorker());
    await clerks.reportStageOne(another);
    const twice = await app.post(`/accidents/${another}/invoices`, invoice, { role: 'registrar' });
    expect(twice.body.code).toBe('BILL_OF_ANOTHER_ACCIDENT');
    const invoiceId = String(sent.body.invoiceId);
    const own = `${path}/${invoiceId}`;
    expect((await app.post(`${own}/verification`, { lines: [] }, desk())).status).toBe(403);
    const verified = await app.post(`${own}/verification`, { lines: [] }, { role: 'adjudicator' });
    expect(verified).toMatchObject({ status: 200, body: { events: ['InvoiceVerified'] } });
    const approved = await app.post(`${own}/approval`, {}, { role: 'supervisor' });
    expect(approved).toMatchObject({ status: 200, body: { events: ['InvoiceApproved'] } });
    const shown = await app.get(`/invoices/${invoiceId}?after=${String(approved.body.position)}`, desk());
    expect(shown.body).toMatchObject({
      status: 'APPROVED',
      totalIdr: 1_000_000,
      acceptedIdr: 900_000,
      approvedIdr: 900_000,
      cuts: [{ reason: 'V-07', cutIdr: 100_000 }],
      health: { mainDiagnosis: 'S61.0', lines: [{ amountIdr: 500_000 }, { amountIdr: 500_000 }] },
    });
    expect((await app.get(`/invoices/${invoiceId}`, other())).status).toBe(404);
    expect((await app.get('/invoices', other())).body.items).toEqual([]);
    const finance = await app.get(`/invoices/${invoiceId}`, { role: 'finance' });
    expect(finance.body).toMatchObject({ health: null, benefit: null });

    const payoutId = await orderedPayout(invoiceId);
    const bank = { role: 'finance' } as const;
    const said = (result: object) => app.post(`/payouts/${payoutId}/bank-results`, result, bank);
    const instructed = { instructionNumber: 'INS-1', instructedOn: '2026-11-20' };
    expect((await app.post(`/payouts/${payoutId}/instructions`, instructed, bank)).status).toBe(200);
    await said({ result: 'ACCEPTED', bankReference: 'BR-1', on: '2026-11-20' });
    const settled = await said({
      result: 'SETTLED',
      bankReference: 'BR-1',
      on: '2026-11-20',
      amountIdr: 900_000,
    });
    expect(settled.status).toBe(200);
    const advice = await app.get(
      `/invoices/statement?from=2026-11-01&until=2026-11-30&after=${String(settled.body.position)}`,
      desk(),
    );
    expect(advice.body).toMatchObject({
      billedIdr: 1_000_000,
      acceptedIdr: 900_000,
      cutIdr: 100_000,
      paidIdr: 900_000,
      open: { days0To30: 0, over90: 0 },
      paid: [{ invoiceNumber: 'INV-7', paidIdr: 900_000, paidOn: '2026-11-20', bankReference: 'BR-1' }],
    });
    const part = {
      from: 'PAYEE',
      bankReference: 'BR-2',
      on: '2026-11-20',
      amountIdr: 100_000,
      reference: 'BA/2/2026',
    };
    const back = await app.post(`/payouts/${payoutId}/money-back/part`, part, bank);
    expect(back.body.events).toEqual(['PayoutPartReturned']);
    const stayed = await app.get(
      `/invoices/statement?from=2026-11-01&until=2026-11-30&after=${String(back.body.position)}`,
      desk(),
    );
    expect(stayed.body).toMatchObject({ paidIdr: 800_000, paid: [{ paidIdr: 800_000 }] });
    await creditedFor(accidentId, invoiceId, 150_000);
    const theirs = await app.get(
      `/invoices/statement?facilityId=${here}&from=2026-11-01&until=2026-11-30`,
      other(),
    );
    expect(theirs.body.code).toBe('STATEMENT_OF_ANOTHER');
    const money = await app.get('/payouts', desk());
    expect((money.body.items as { payoutId: string }[]).map((one) => one.payoutId)).toEqual([payoutId]);
    expect((await app.get('/payouts', other())).body.items).toEqual([]);
  });

  /** Of what is credited a part came back before. */
  async function creditedFor(accidentId: string, invoiceId: string, amountIdr: number) {
    const note = { amountIdr, reason: 'V-07', reference: 'NK/1/2026' };
    const supervisor = { role: 'supervisor', subject: 'head' } as const;
    const path = `/accidents/${accidentId}/invoices/${invoiceId}/credit`;
    const credited = await app.post(path, note, supervisor);
    expect(credited.body.events).toEqual(['InvoiceCredited']);
    const after = `after=${String(credited.body.position)}`;
    const owed = { creditedIdr: 150_000, owedBackIdr: 50_000 };
    expect((await app.get(`/invoices/${invoiceId}?${after}`, desk())).body).toMatchObject(owed);
    const statement = `/invoices/statement?from=2026-11-01&until=2026-11-30&${after}`;
    expect((await app.get(statement, desk())).body).toMatchObject(owed);
  }

  async function orderedPayout(invoiceId: string): Promise<string> {
    let payoutId: string | null = null;
    await eventually('the payment is ordered', async () => {
      const { body } = await app.get(`/invoices/${invoiceId}`, { role: 'finance' });
      payoutId = (body.payments as { payoutId: string | null }[])[0]?.payoutId ?? null;
      return payoutId !== null;
    });
    return String(payoutId);
  }
});
