import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { processesOf } from '#runtime';
import { eventually } from '#testing';
import { type Ask, type ContextApp, startContextApp } from '#testing/context-app';
import { employers } from '../employers/context.js';
import { employerReadModel } from '../employers/read-models/employer/employer.read-model.js';
import { participants } from '../participants/context.js';
import { participantReadModel } from '../participants/read-models/participant/participant.read-model.js';
import { dues } from './context.js';
import { duesReadModel } from './read-models/dues/dues.read-model.js';

/** Bills what was reported. */
@Module({ imports: [processesOf([dues])] })
class Billing {}

const FINANCE: Ask = { role: 'finance' };

/** Three workers, in the factory since 1 September 2026. */
const NIKS = ['0000055205900001', '0000055205900002', '0000055205900003'] as const;

type Item = Record<string, unknown>;

describe('Wages, bills and payments over HTTP', () => {
  let app: ContextApp;
  let employerId: string;
  let ids: string[];

  beforeAll(async () => {
    app = await startContextApp(
      [employers, participants, dues, Billing],
      [employerReadModel, participantReadModel, duesReadModel],
    );
    const factory = {
      segment: 'PU',
      npp: 'NN010001',
      kind: 'COMPANY',
      name: 'PT Contoh Garmen',
      district: '321605',
      branch: 'J03',
      riskClass: 3,
      size: 'MEDIUM',
      startedOn: '2026-09-01',
    };
    employerId = String((await app.post('/employers', factory, { at: '2026-09-01T08:00:00+07:00' })).body.id);
    ids = [];
    for (const [nth, nik] of NIKS.entries()) {
      const worker = {
        wageIdr: 5_200_000,
        startedOn: '2026-09-01',
        district: '321605',
        person: {
          nik,
          name: `Pekerja ${'ABC'[nth]}`,
          birthDate: '1990-05-12',
          sex: 'FEMALE',
          occupation: 'penjahit',
          workplace: 'PT Contoh Garmen',
        },
      };
      const joined = await app.post(`/employers/${employerId}/members`, worker, {
        at: '2026-09-01T09:00:00+07:00',
      });
      ids.push(String(joined.body.participantId));
    }
  });
  afterAll(() => app.stop());

  const path = (rest: string) => `/employers/${employerId}/${rest}`;
  /** Where the last report was recorded: what is asked afterwards waits for it. */
  let reported = '';
  const report = async (period: string, wages: readonly object[], at: string, key: string = randomUUID()) => {
    const answer = await app.post(
      path('wage-reports'),
      { period, wages },
      { at, headers: { 'idempotency-key': key } },
    );
    reported = String(answer.body.position);
    return answer;
  };
  /** None as long as the read model has not begun. */
  const bill = async (period: string) => {
    const { body } = await app.get(path(`bills?from=${period}`), { at: '2026-11-20T10:00:00+07:00' });
    return (body['items'] as Item[] | undefined)?.[0];
  };
  const billOf = async (period: string, reports: number) => {
    await eventually('the month is billed', async () => {
      const found = await bill(period);
      return found?.['period'] === period && found['reports'] === reports;
    });
    return bill(period);
  };
  const dueOf = async () => (await app.get(path('dues'), { at: '2026-11-20T10:00:00+07:00' })).body;
  const wagesOf = (...amounts: readonly number[]) =>
    amounts.map((wageIdr, nth) => ({ participantId: ids[nth], wageIdr }));

  it('takes the wages of a month, bills them, and is never billed twice for them', async () => {
    const sent = wagesOf(5_200_000, 5_200_000, 12_000_000);
    const key = randomUUID();
    const answer = await report('2026-09', sent, '2026-10-05T09:00:00+07:00', key);
    expect(answer).toMatchObject({
      status: 200,
      body: { rows: 3, taken: 3, rejected: [], wagesIdr: 22_400_000, changeIdr: 2_187_949, repeated: false },
    });
    const again = await report('2026-09', sent, '2026-10-06T09:00:00+07:00', key);
    expect(again.body).toMatchObject({
      repeated: true,
      reportId: answer.body.reportId,
      changeIdr: 2_187_949,
    });
    expect(await billOf('2026-09', 1)).toMatchObject({
      billedIdr: 2_187_949,
      dueOn: '2026-10-15',
      settledOn: null,
      outstandingIdr: 2_187_949,
    });
  });

  it('tells line by line what was not taken, and can be read again', async () => {
    const stranger = '6a2b7f0c-0d7a-4f5a-8a53-2f1f5d0a9b22';
    const answer = await report(
      '2026-10',
      [
        ...wagesOf(5_200_000, 4_000_000),
        { participantId: ids[0], wageIdr: 1 },
        { participantId: stranger, wageIdr: 1 },
      ],
      '2026-11-05T09:00:00+07:00',
    );
    const rejected = [
      { line: 3, code: 'TWICE_IN_REPORT' },
      { line: 4, code: 'NOT_A_MEMBER' },
    ];
    expect(answer.body).toMatchObject({
      rows: 4,
      taken: 2,
      rejected,
      warnings: [{ line: 2, code: 'WAGE_FELL' }],
    });
    const remarks = path(
      `wage-reports/${String(answer.body.reportId)}/remarks?after=${String(answer.body.position)}`,
    );
    expect((await app.get(remarks)).body).toMatchObject({
      items: [
        { line: 2, code: 'WAGE_FELL', rejected: false },
        ...rejected.map((one) => ({ ...one, rejected: true })),
      ],
    });
    expect((await app.get(path('wage-reports?period=2026-10'))).body).toMatchObject({
      items: [{ rows: 4, taken: 2, rejected: 2, warnings: 1 }],
    });
  });

  it('takes a file that corrects the month, and names its faults', async () => {
    await billOf('2026-10', 1);
    const file = `nik;wage\n${NIKS[1]};5.200.000\n${NIKS[2]};12.000.000\n0000055205900009;5000000\n12;1\n`;
    const answer = await app.ask(
      path('wage-reports/file?period=2026-10'),
      { method: 'POST', headers: { 'content-type': 'text/csv' }, body: file },
      { at: '2026-11-06T09:00:00+07:00' },
    );
    const last = JSON.parse(answer.text.trim().split('\n').at(-1) ?? '') as { report: Item };
    expect(last.report).toMatchObject({
      rows: 4,
      taken: 2,
      rejected: [
        { line: 4, code: 'NOT_A_MEMBER' },
        { line: 5, code: 'NIK_MALFORMED' },
      ],
      repeated: false,
    });
    expect(await billOf('2026-10', 2)).toMatchObject({ billedIdr: 2_187_949, dueOn: '2026-11-16' });
  });

  it('is paid in one sum, the oldest month first with its fine, and keeps the rest', async () => {
    // On 16 November September is late by two months that have begun, October by none: 4 % of 2,187,949.
    expect(await dueOf()).toMatchObject({ outstandingIdr: 4_375_898, arrears: ['2026-09', '2026-10'] });
    const payment = { amountIdr: 3_000_000, bankReference: 'BCA/1', paidOn: '2026-11-16' };
    const paid = await app.post(path('payments'), payment, FINANCE);
    expect(paid).toMatchObject({ status: 200, body: { events: ['DuesPaid', 'MonthSettled'] } });
    expect(await app.post(path('payments'), payment, FINANCE)).toMatchObject({
      status: 409,
      body: { code: 'BANK_REFERENCE_KNOWN' },
    });
    const position = String(paid.body.position);
    await app.get(path(`dues?after=${position}`));
    expect(await dueOf()).toMatchObject({
      creditIdr: 724_533,
      outstandingIdr: 2_187_949,
      arrears: ['2026-10'],
    });
    expect(await bill('2026-09')).toMatchObject({ settledOn: '2026-11-16', finesPaidIdr: 87_518 });
    const rest = { amountIdr: 1_463_416, bankReference: 'BCA/2', paidOn: '2026-11-16' };
    const second = await app.post(path('payments'), rest, FINANCE);
    expect(second.body).toMatchObject({ events: ['DuesPaid', 'MonthSettled'] });
    expect((await app.get(path(`payments?after=${String(second.body.position)}`))).body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ bankReference: 'BCA/1', amountIdr: 3_000_000 }),
        expect.objectContaining({ bankReference: 'BCA/2' }),
      ]),
    });
    const { items } = (await app.get(path('payments'))).body;
    const [{ paymentId }] = items as [{ paymentId: string }];
    const receipt = await app.get(path(`payments/${paymentId}/receipt.pdf`));
    expect(receipt.headers.get('content-type')).toBe('application/pdf');
    expect(receipt.text).toMatch(/Tanda Terima Iuran Pemberi Kerja/);
  });

  it('puts back what was reported before a correction', async () => {
    const wage = (wageIdr: number) =>
      report('2026-11', [{ participantId: ids[0], wageIdr }], '2026-11-20T09:00:00+07:00');
    const changes = [];
    for (const amount of [5_200_000, 0, 5_200_000, 0]) changes.push((await wage(amount)).body['changeIdr']);
    expect(changes).toEqual([514_280, -514_280, 514_280, -514_280]);
  });

  it('covers a member from the first payment of the employer on, and says why', async () => {
    const coverOn = async (nth: number, on: string) => {
      const { body } = await app.get(`/participants/${ids[nth] ?? ''}/cover?on=${on}&after=${reported}`);
      return (body['memberships'] as Item[])[0];
    };
    expect(await coverOn(0, '2026-11-15')).toMatchObject({
      coverage: 'NEVER',
      reason: 'EMPLOYER_NEVER_PAID',
    });
    expect(await coverOn(0, '2026-11-16')).toMatchObject({
      npp: 'NN010001',
      programmes: ['JKK', 'JKM', 'JHT', 'JP'],
      coverage: 'ACTIVE',
      reason: 'NOT_DUE_YET',
      employerArrearsMonths: 0,
      paidThrough: '2026-10',
    });
    expect(await coverOn(0, '2027-04-16')).toMatchObject({
      coverage: 'INACTIVE',
      reason: 'EMPLOYER_PAYS_FIRST',
    });
    const card = { nik: NIKS[0], name: 'Pekerja A' };
    const asked = await app.post('/participants/eligibility', card, {
      role: 'plkk',
      at: '2026-11-20T10:00:00+07:00',
    });
    expect(asked.body).toMatchObject({
      identityMatches: true,
      on: '2026-11-20',
      coverage: 'ACTIVE',
      segment: 'PU',
      employerName: 'PT Contoh Garmen',
      paidThrough: '2026-10',
      care: 'GUARANTEED',
      checkedAt: '2026-11-20T03:00:00.000Z',
      validUntil: '2026-11-21T03:00:00.000Z',
    });
  });

  it('shows who was not reported', async () => {
    const missing = async (month: string) =>
      ((await app.get(path(`members?unreported=${month}&after=${reported}`))).body['items'] as Item[]).length;
    expect([await missing('2026-08'), await missing('2026-10'), await missing('2026-11')]).toEqual([0, 0, 3]);
  });

  it('marks a due day of a year whose days off are not decreed yet', async () => {
    await report('2026-12', wagesOf(5_200_000), '2027-01-05T09:00:00+07:00');
    expect(await billOf('2026-12', 1)).toMatchObject({ dueOn: '2027-01-15', calendar: 'CALENDAR_MISSING' });
    expect(await bill('2026-10')).toMatchObject({ calendar: null });
  });

  it('takes a payment back that bounced: the month is owed again, and covers nobody any more', async () => {
    const { body: payments } = await app.get(path(`payments?after=${reported}`));
    const items = payments['items'] as {
      paymentId: string;
      bankReference: string;
      reversal: string | null;
    }[];
    // Of two payments of one day either may stand first.
    const payment = items.find(({ bankReference }) => bankReference === 'BCA/1');
    const reversal = { reason: 'BOUNCED', bankReference: 'BCA/R1' };
    const reversing = path(`payments/${payment?.paymentId}/reversal`);
    const asked = await app.post(reversing, reversal, FINANCE);
    expect([asked.status, payment?.reversal]).toEqual([200, null]);
    const correction = path(`payment-corrections/${String(asked.body['correctionId'])}`);
    const made = await app.post(`${correction}/confirmation`, {}, { role: 'supervisor' });
    expect(made.status).toBe(200);
    const after = String(made.body['position']);
    expect((await app.get(path(`bills?from=2026-10&after=${after}`))).body['items']).toMatchObject([
      { period: '2026-10', paidIdr: 0, settledOn: null },
      {},
      {},
    ]);
    const { body: cover } = await app.get(`/participants/${ids[0] ?? ''}/cover?on=2026-11-16&after=${after}`);
    expect(cover['memberships']).toMatchObject([{ coverage: 'NEVER', reason: 'EMPLOYER_NEVER_PAID' }]);
    const { body: listed } = await app.get(path('payment-corrections?status=MADE'));
    expect(listed['items']).toMatchObject([{ kind: 'REVERSAL', reason: 'BOUNCED', status: 'MADE' }]);
  });

  it('of an employer that nobody registered is refused', async () => {
    const nobody = '/employers/6a2b7f0c-0d7a-4f5a-8a53-2f1f5d0a9b22';
    const body = { period: '2026-10', wages: wagesOf(1) };
    expect(await app.post(`${nobody}/wage-reports`, body)).toMatchObject({ status: 404 });
    const payment = { amountIdr: 1, bankReference: 'X', paidOn: '2026-11-16' };
    expect(await app.post(`${nobody}/payments`, payment, FINANCE)).toMatchObject({ status: 404 });
  });
});
