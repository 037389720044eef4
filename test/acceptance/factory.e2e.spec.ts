import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JKK_PAPERS, clerksOf, papers } from '#contexts/journey.examples';
import { eventually } from '#testing';
import { type Standalone, startStandalone } from '../../apps/standalone/src/start-standalone.js';
import { asking } from './asking.js';

/** Two thousand with `FACTORY_WORKERS=2000`; fewer where every change is tried. */
const WORKERS = Number(process.env['FACTORY_WORKERS'] ?? 100);

const AT_ONCE = 16;

/** A wage of 5,200,000 in class of risk 3: 46,280 + 15,600 + 192,400 + 104,000 + 104,000 + 52,000 (reference, 2.1). */
const A_MONTH = 514_280 * WORKERS;

/** At 0.89 % and the cap of JP in 2026, for 12,000,000: 106,800 + 36,000 + 444,000 + 240,000 + 221,726 + 110,863. */
const OF_THE_DIRECTOR = 1_159_389;

type Item = Record<string, unknown>;

const nikOf = (nth: number) => `000005520590${String(nth + 1).padStart(4, '0')}`;

describe('A factory that reports its wages month by month, two of them late, and what happens to its workers', () => {
  let dataDir: string;
  let system: Standalone;
  let employerId: string;
  /** The ids of the workers, by their number. */
  const people: string[] = [];
  const { post, query, report: reportOn } = asking(() => system);
  const clerks = clerksOf({ post });

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'lindung-factory-'));
    system = await startStandalone({
      dataDir,
      durable: false,
      freePorts: true,
      allowClockHeader: true,
      logLevel: 'error',
    });
    employerId = await employer('NN020002', 'PT Contoh Garmen Cikarang', '2026-07-01');
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

  const employer = async (npp: string, name: string, startedOn: string, kind = 'COMPANY') => {
    const factory = {
      segment: 'PU',
      npp,
      kind,
      name,
      district: '321605',
      branch: 'J03',
      riskClass: 3,
      size: 'LARGE',
      startedOn,
    };
    return String((await post('/employers', factory, { at: `${startedOn}T08:00:00+07:00` })).body['id']);
  };

  const joined = async (nth: number, startedOn: string, at: string, wageIdr = 5_200_000, to = employerId) => {
    const { body } = await post(
      `/employers/${to}/members`,
      {
        wageIdr,
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
    );
    people[nth] = String(body['participantId']);
    return body;
  };

  /** Hands the file of a month in, and waits until it is billed. */
  async function report(month: string, at: string, rows: readonly string[], nthReport = 1, of = employerId) {
    const response = await fetch(
      `${system.commandApiUrl}/employers/${of}/wage-reports/file?period=${month}`,
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
    await eventually('the month is billed', async () => (await bill(month, of))?.['reports'] === nthReport);
    return told;
  }
  const everybody = (wage = 5_200_000) =>
    Array.from({ length: WORKERS }, (_, nth) => `${nikOf(nth)},${wage}`);
  const bill = async (month: string, of = employerId) => {
    const { body } = await query(`/employers/${of}/bills?from=${month}&limit=1`, 'finance');
    const [first] = (body['items'] ?? []) as Item[];
    return first?.['period'] === month ? first : undefined;
  };
  const pay = (amountIdr: number, bankReference: string, paidOn: string, of = employerId) =>
    post(
      `/employers/${of}/payments`,
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

  const claim = async (claimId: string) => {
    const { body } = await query(`/claims/${claimId}`, 'adjudicator');
    return body;
  };
  const amounts = ({ components }: Record<string, unknown>) =>
    Object.fromEntries((components as Item[]).map(({ code, amountIdr }) => [code, amountIdr]));

  it('is two months in arrears when a worker with two employers has an accident there: BPJS pays at the wage of this one', async () => {
    const shop = await employer('NN020003', 'PT Contoh Toko', '2026-10-01');
    for (const nth of [1, 2]) await joined(nth, '2026-10-05', '2026-10-06T09:00:00+07:00', 2_000_000, shop);
    await report(
      '2026-10',
      '2026-11-05T09:00:00+07:00',
      [1, 2].map((nth) => `${nikOf(nth)},2000000`),
      1,
      shop,
    );
    await pay(10_000_000, 'BRI/T1', '2026-11-06', shop);

    const participantId = String(people[1]);
    const notice = { occurredOn: '2026-11-02', notifiedBy: 'EMPLOYER' };
    await expect(clerks.notify(participantId, notice)).rejects.toThrow('EMPLOYER_MISSING');
    const accidentId = await clerks.notify(participantId, { ...notice, employerId });
    const reportedAt = '2026-11-03T15:00:00+07:00';
    await clerks.reportStageOne(accidentId, { reportedBy: 'EMPLOYER', reportedAt });
    await clerks.conclude(accidentId);
    const injuries = [{ item: 'JARI_LAIN_TANGAN', side: 'RIGHT', kind: 'ANATOMIC', functionLossPct: 100 }];
    const unable = { unableFrom: '2026-11-02', unableUntil: '2026-11-19' };
    await clerks.stateOutcome(
      accidentId,
      { condition: 'PARTIAL_ANATOMIC', diagnosis: 'Amputation', dominantHand: 'RIGHT', injuries, ...unable },
      '2026-11-19',
    );
    await clerks.reportStageTwo(accidentId, {
      reportedBy: 'EMPLOYER',
      transport: [{ mode: 'LAND', amountIdr: 350_000 }],
      wageContinued: false,
    });
    const documents = [...JKK_PAPERS, ...papers('TRANSPORT_RECEIPTS')];
    const claimId = await clerks.submitJkk({ participantId, accidentId }, { documents });
    await clerks.calculate(claimId);
    await clerks.approve(claimId);
    await eventually(
      'its payment is ordered',
      async () => (await claim(claimId))['status'] === 'PAYMENT_ORDERED',
    );
    const shown = await claim(claimId);
    // As WE-31 has it, of 18 days: 18/30 and 4 % of 80 months of the 5,200,000 that the factory reported for October.
    expect(amounts(shown)).toEqual({
      JKK_TRANSPORT_LAND: 350_000,
      JKK_STMB: 3_120_000,
      JKK_PARTIAL_ANATOMIC: 16_640_000,
    });
    expect(shown).toMatchObject({ totalIdr: 20_110_000, orderedIdr: 20_110_000, owedByEmployer: [] });
  });

  it('reports more for October after that claim was approved: it is looked at again, and no other', async () => {
    await report('2026-10', '2026-11-25T09:00:00+07:00', [`${nikOf(1)},6000000`], 3);
    const open = async () => {
      const { body } = await query('/reviews?status=OPEN', 'adjudicator');
      return (body['items'] as Item[]).map(({ participantId, facts }) => ({ participantId, facts }));
    };
    await eventually('a review is open', async () => (await open()).length > 0);
    expect(await open()).toEqual([{ participantId: people[1], facts: ['WAGE'] }]);
  });

  it('is one of two employers of a worker who dies: each counts for the lump sum and the monthly money, the funeral once', async () => {
    const participantId = String(people[2]);
    await clerks.reportDeath(participantId, { diedOn: '2026-11-10' });
    const claimId = await clerks.submitJkm(participantId);
    await clerks.calculate(claimId);
    await clerks.approve(claimId);
    await eventually(
      'its payment is ordered',
      async () => (await claim(claimId))['status'] === 'PAYMENT_ORDERED',
    );
    const shown = await claim(claimId);
    // As WE-67 has it, of two.
    expect(amounts(shown)).toEqual({
      JKM_DEATH: 40_000_000,
      JKM_PERIODIC: 24_000_000,
      JKM_FUNERAL: 10_000_000,
    });
    expect(shown).toMatchObject({ totalIdr: 74_000_000, orderedIdr: 74_000_000 });
  });

  it('beside a workshop that never paid: its worker is owed everything by it, and the claim says so', async () => {
    const workshop = await employer('NN020004', 'PT Contoh Bengkel', '2026-06-01');
    const nth = WORKERS + 1;
    await joined(nth, '2026-06-01', '2026-06-02T09:00:00+07:00', 3_750_000, workshop);
    await clerks.reportDeath(String(people[nth]), { diedOn: '2026-11-12' });
    const claimId = await clerks.submitJkm(String(people[nth]));
    await clerks.calculate(claimId);
    await clerks.done('supervisor', `/claims/${claimId}/denial`);
    await eventually('it is denied', async () => (await claim(claimId))['status'] === 'DENIED');
    expect(await claim(claimId)).toMatchObject({
      totalIdr: 0,
      refusal: { decision: 'REJECTED_NOT_REGISTERED' },
      owedByEmployerIdr: 42_000_000,
      owedByEmployer: ['JKM_DEATH', 'JKM_PERIODIC', 'JKM_FUNERAL'].map((code) => ({
        employerId: workshop,
        code,
        ground: 'NEVER_REGISTERED',
        reimbursable: false,
      })),
    });
    const { body } = await query(`/claims/${claimId}/explanation`, 'adjudicator');
    expect(JSON.stringify(body)).toContain('NEVER_REGISTERED');
  });

  it('beside a foundation that leaves one of ten out of its reports: people and reports tell the same of each of them', async () => {
    const foundation = await employer('NN020005', 'Yayasan Contoh', '2026-03-02', 'FOUNDATION');
    const ten = Array.from({ length: 10 }, (_, nth) => WORKERS + 10 + nth);
    for (const nth of ten)
      await joined(nth, '2026-03-02', '2026-03-03T09:00:00+07:00', 5_200_000, foundation);
    const nine = ten.slice(1);
    const rows = nine.map((nth) => `${nikOf(nth)},5200000`);
    await report('2026-06', '2026-07-06T09:00:00+07:00', rows, 1, foundation);
    const { body } = await pay(9 * 514_280, 'BRI/Y6', '2026-07-10', foundation);
    expect(body).toMatchObject({ events: ['DuesPaid', 'MonthSettled'] });
    const after = String(body['position']);

    const coveredOn = async (day: string) => {
      const all = ten.map(async (nth) => {
        const path = `/participants/${String(people[nth])}/cover?on=${day}&after=${after}`;
        const [membership] = (await query(path, 'adjudicator')).body['memberships'] as Item[];
        return membership?.['coverage'] === 'ACTIVE';
      });
      return (await Promise.all(all)).filter(Boolean).length;
    };
    const countedOn = async (day: string) => {
      const asked = `/reports/active-participants?employerKind=FOUNDATION&on=${day}&after=${after}`;
      return ((await reportOn(asked)).body['total'] as Item)['figures'];
    };
    // The fourth month of the one who was left out, June, was due on 15 July. Of nobody anything is paid after June.
    for (const [day, persons] of [
      ['2026-07-09', 0],
      ['2026-07-10', 10],
      ['2026-07-15', 10],
      ['2026-07-16', 9],
      ['2026-11-16', 9],
      ['2026-11-17', 0],
    ] as const) {
      expect([day, await coveredOn(day)]).toEqual([day, persons]);
      expect([day, await countedOn(day)]).toEqual([day, { persons, memberships: persons }]);
    }
  });
});
