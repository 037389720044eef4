import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '#testing';
import { type Standalone, startStandalone } from '../../apps/standalone/src/start-standalone.js';
import { asking } from './asking.js';

/** Everybody joins one by one, on machines that do other things as well. */
jest.setTimeout(240_000);

/** Two thousand with `FACTORY_WORKERS=2000`; fewer where every change is tried. */
const WORKERS = Number(process.env['FACTORY_WORKERS'] ?? 100);

const AT_ONCE = 16;

/** A wage of 5,200,000 in class of risk 3: 46,280 + 15,600 + 192,400 + 104,000 + 104,000 + 52,000 (reference, 2.1). */
const A_MONTH = 514_280 * WORKERS;

/** At 0.89 % and the cap of JP in 2026, for 12,000,000: 106,800 + 36,000 + 444,000 + 240,000 + 221,726 + 110,863. */
const OF_THE_DIRECTOR = 1_159_389;

type Item = Record<string, unknown>;

const nikOf = (nth: number) => `000005520590${String(nth + 1).padStart(4, '0')}`;

describe('A factory that reports its wages month by month, two of them late', () => {
  let dataDir: string;
  let system: Standalone;
  let employerId: string;
  const { post, query } = asking(() => system);

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'lindung-factory-'));
    system = await startStandalone({
      dataDir,
      durable: false,
      freePorts: true,
      allowClockHeader: true,
      logLevel: 'error',
    });
    const factory = {
      segment: 'PU',
      npp: 'NN020002',
      kind: 'COMPANY',
      name: 'PT Contoh Garmen Cikarang',
      district: '321605',
      branch: 'J03',
      riskClass: 3,
      size: 'LARGE',
      startedOn: '2026-07-01',
    };
    employerId = String((await post('/employers', factory, { at: '2026-07-01T08:00:00+07:00' })).body['id']);
    const waiting = Array.from({ length: WORKERS }, (_, nth) => nth).values();
    const work = async () => {
      for (const nth of waiting) await joined(nth, '2026-07-01', '2026-07-02T09:00:00+07:00');
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  });

  afterAll(async () => {
    await system.stop();
    await rm(dataDir, { recursive: true });
  });

  const joined = async (nth: number, startedOn: string, at: string) =>
    (
      await post(
        `/employers/${employerId}/members`,
        {
          wageIdr: 5_200_000,
          startedOn,
          district: '321605',
          person: {
            nik: nikOf(nth),
            name: `Pekerja ${String.fromCodePoint(65 + (nth % 26))}`,
            birthDate: '1990-05-12',
            sex: 'FEMALE',
            occupation: 'penjahit',
            workplace: 'PT Contoh Garmen Cikarang',
          },
        },
        { at },
      )
    ).body;

  /** Hands the file of a month in, and waits until it is billed. */
  async function report(month: string, at: string, rows: readonly string[], nthReport = 1) {
    const response = await fetch(
      `${system.commandApiUrl}/employers/${employerId}/wage-reports/file?period=${month}`,
      {
        method: 'POST',
        headers: {
          'content-type': 'text/csv',
          'x-lindung-clock': at,
          authorization: `Bearer ${await system.tokenFor('registrar')}`,
        },
        body: ['nik,wage', ...rows].join('\n'),
      },
    );
    const lines = (await response.text()).trim().split('\n');
    const { report: told } = JSON.parse(lines.at(-1) ?? '') as { report: Item };
    await eventually('the month is billed', async () => (await bill(month))?.['reports'] === nthReport);
    return told;
  }
  const everybody = (wage = 5_200_000) =>
    Array.from({ length: WORKERS }, (_, nth) => `${nikOf(nth)},${wage}`);
  const bill = async (month: string) => {
    const { body } = await query(`/employers/${employerId}/bills?from=${month}&limit=1`, 'finance');
    const [first] = (body['items'] ?? []) as Item[];
    return first?.['period'] === month ? first : undefined;
  };
  const pay = (amountIdr: number, bankReference: string, paidOn: string) =>
    post(
      `/employers/${employerId}/payments`,
      { amountIdr, bankReference, paidOn },
      { role: 'finance', at: `${paidOn}T15:00:00+07:00` },
    );

  it('registers everybody', async () => {
    await eventually('everybody is shown', async () => {
      const { body } = await query(`/employers/${employerId}/members?on=2026-07-31&limit=200`, 'registrar');
      return (body['items'] as Item[] | undefined)?.length === Math.min(WORKERS, 200);
    });
    const { body } = await query(`/employers/${employerId}/members?on=2026-06-30`, 'registrar');
    expect(body).toMatchObject({ items: [] });
  });

  it('is billed for July and pays in time, to the rupiah', async () => {
    const told = await report('2026-07', '2026-08-03T09:00:00+07:00', everybody());
    expect(told).toMatchObject({ rows: WORKERS, taken: WORKERS, rejected: [], changeIdr: A_MONTH });
    expect(await bill('2026-07')).toMatchObject({ billedIdr: A_MONTH, dueOn: '2026-08-18' });
    expect((await pay(A_MONTH, 'BRI/7', '2026-08-14')).body).toMatchObject({
      events: ['DuesPaid', 'MonthSettled'],
    });
  });

  it('reports August and September late, with a director whose pension is capped, and owes a fine for each', async () => {
    const director = await joined(WORKERS, '2026-08-03', '2026-08-20T09:00:00+07:00');
    const rows = [...everybody(), `${nikOf(WORKERS)},12000000`];
    const withDirector = A_MONTH + OF_THE_DIRECTOR;
    for (const month of ['2026-08', '2026-09']) {
      expect(await report(month, '2026-11-18T09:00:00+07:00', rows)).toMatchObject({
        changeIdr: withDirector,
      });
    }
    // August was due on 15 September: three months have begun on 18 November. September on 15 October: two.
    const fines = Math.round(withDirector * 0.06) + Math.round(withDirector * 0.04);
    expect((await query(`/employers/${employerId}/dues`, 'finance')).body).toMatchObject({
      outstandingIdr: 2 * withDirector,
      arrears: ['2026-08', '2026-09'],
    });
    expect((await pay(2 * withDirector + fines + 1_000_000, 'BRI/89', '2026-11-18')).body).toMatchObject({
      events: ['DuesPaid', 'MonthSettled', 'MonthSettled'],
    });
    await eventually('both are settled', async () => (await bill('2026-09'))?.['settledOn'] === '2026-11-18');
    expect((await query(`/employers/${employerId}/dues`, 'finance')).body).toMatchObject({
      creditIdr: 1_000_000,
      outstandingIdr: 0,
      fineIdr: 0,
    });
    const cover = async (on: string) =>
      (
        (await query(`/participants/${String(director['participantId'])}/cover?on=${on}`, 'adjudicator'))
          .body['memberships'] as Item[]
      )[0];
    // BPJS stands for the director although nothing had been paid for him by then: the employer paid for others.
    expect(await cover('2026-10-20')).toMatchObject({ coverage: 'ACTIVE', reason: 'EMPLOYER_IN_ARREARS' });
    expect(await cover('2026-11-18')).toMatchObject({ coverage: 'ACTIVE', paidThrough: '2026-09' });
  });

  it('corrects October downwards after it was paid, and gets the rest as credit', async () => {
    await report('2026-10', '2026-11-10T09:00:00+07:00', everybody());
    const billed = await bill('2026-10');
    expect(billed).toMatchObject({ billedIdr: A_MONTH });
    await pay(A_MONTH, 'BRI/10', '2026-11-16');
    const told = await report('2026-10', '2026-11-17T09:00:00+07:00', [`${nikOf(0)},0`], 2);
    expect(told).toMatchObject({ taken: 1, changeIdr: -514_280 });
    expect(await bill('2026-10')).toMatchObject({ billedIdr: A_MONTH - 514_280, outstandingIdr: 0 });
  });
});
