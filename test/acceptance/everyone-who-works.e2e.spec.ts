import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { signedByTwo } from '#contexts/journey.examples';
import type { Role } from '#kernel';
import { eventually } from '#testing';
import { type Standalone, startStandalone } from '../../apps/standalone/src/start-standalone.js';
import { afterDecisions } from './after-decision.stories.js';
import { asking } from './asking.js';

/** Thousands with `SEGMENTS_WORKERS=all`; a handful where every change is tried. */
const isWhole = process.env['SEGMENTS_WORKERS'] === 'all';

/** How many there really were, and how many take part in a trial. */
const many = (really: number, inATrial: number): number => (isWhole ? really : inATrial);

if (isWhole) jest.setTimeout(3_600_000);

/** JKK 1 % of the lowest base, 1,000,000, and JKM 6,800: what a self-employed worker pays a month before any relief. */
const A_MONTH = 16_800;

const AT_ONCE = 16;

type Item = Record<string, unknown>;

const at = (day: string) => `${day}T09:00:00+07:00`;

/** An invented NIK of somebody born on 12 May 1990; those of a scene are of a region of their own. */
function nikOf(scene: number, nth: number): string {
  const region = String(scene * 100 + Math.floor(nth / 9999)).padStart(6, '0');
  return `${region}520590${String((nth % 9999) + 1).padStart(4, '0')}`;
}

const personOf = (scene: number, nth: number, occupation: string) => ({
  nik: nikOf(scene, nth),
  name: `Pekerja ${String.fromCodePoint(65 + (nth % 26))}`,
  birthDate: '1990-05-12',
  sex: 'FEMALE',
  occupation,
  workplace: 'Bekasi',
});

const HEADER = 'nik,name,birth_date,sex,occupation,workplace,district,monthly_income,occupation_group';

/** A list of a sponsor. */
const listOf = (scene: number, from: number, count: number, group: string): string =>
  [
    HEADER,
    ...Array.from(
      { length: count },
      (_, nth) =>
        `${nikOf(scene, from + nth)},Pekerja ${from + nth},1990-05-12,P,pekerja,Bekasi,321605,900000,${group}`,
    ),
  ].join('\n');

describe('Everyone who works', () => {
  let dataDir: string;
  let system: Standalone;
  const { post, query } = asking(() => system);

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'lindung-segments-'));
    system = await startStandalone({
      dataDir,
      durable: false,
      freePorts: true,
      allowClockHeader: true,
      logLevel: 'error',
    });
  });
  afterAll(async () => {
    await system.stop();
    await rm(dataDir, { recursive: true });
  });

  describe('and is not content with a decision', () => {
    afterDecisions(() => system);
  });

  const idOf = ({ body }: { readonly body: Item }): string => {
    if (typeof body['id'] !== 'string') throw new Error(JSON.stringify(body));
    return body['id'];
  };

  /** Does something for everybody, some at a time. */
  async function forEach(count: number, work: (nth: number) => Promise<unknown>): Promise<void> {
    const waiting = Array.from({ length: count }, (_, nth) => nth).values();
    const worker = async () => {
      for (const nth of waiting) await work(nth);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  /** Sends a file, and reads what came of it. */
  async function sendFile(path: string, terms: Item, file: string, day: string): Promise<Item> {
    const asked = new URLSearchParams(
      Object.entries(terms).map(([name, value]): [string, string] => [name, String(value)]),
    );
    const response = await fetch(`${system.commandApiUrl}${path}?${asked.toString()}`, {
      method: 'POST',
      headers: {
        'content-type': 'text/csv',
        'x-lindung-clock': at(day),
        authorization: `Bearer ${await system.tokenFor('registrar')}`,
      },
      body: file,
    });
    const last = (await response.text()).trim().split('\n').at(-1) ?? '';
    const said = JSON.parse(last) as { report?: Item };
    if (!said.report) throw new Error(last);
    return said.report;
  }

  async function sponsorOf(kind: string, name: string, agreement: Item, day: string): Promise<Item> {
    const sponsorId = idOf(await post('/sponsors', { kind, name, district: '321605' }, { at: at(day) }));
    const say = async (role: Role, path: string, body: object) =>
      (await post(path, body, { role, at: at(day) })).body;
    const signed = await signedByTwo(say, `/sponsors/${sponsorId}/agreements`, agreement);
    return { sponsorId, agreementId: signed['agreementId'] };
  }

  const detailOf = async (participantId: string, position: unknown) =>
    (await query(`/participants/${participantId}?after=${String(position)}`, 'registrar')).body;

  const participantsBy = async (filter: string, position: unknown) =>
    (await query(`/participants?limit=200&after=${String(position)}&${filter}`, 'registrar')).body[
      'items'
    ] as Item[];

  it('a trader, a private driver and a domestic worker register and pay at a PLKK, 16,800 each', async () => {
    const facility = '0f5c1a58-7d9b-5d0e-8f21-4c2b6f0a9e11';
    const token = await fetch(`${system.issuerUrl}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role: 'plkk', subject: 'desk', office: 'RS', facility }),
    });
    const { access_token: plkk } = (await token.json()) as { access_token: string };
    const asDesk = async (path: string, body: Item) => {
      const response = await fetch(system.commandApiUrl + path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-lindung-clock': at('2025-05-16'),
          authorization: `Bearer ${plkk}`,
        },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: (await response.json()) as Item };
    };
    for (const [nth, group] of ['TRADER', 'PRIVATE_DRIVER', 'DOMESTIC_WORKER'].entries()) {
      const registered = await asDesk('/participants', {
        channel: 'PLKK',
        payer: 'SELF',
        district: '321605',
        sector: 'OTHER',
        occupationGroup: group,
        declaredIncomeIdr: 900_000,
        registeredOn: '2025-05-16',
        person: personOf(1, nth, 'pekerja mandiri'),
      });
      const id = idOf(registered);
      const paid = await asDesk(`/participants/${id}/contributions`, {
        period: '2025-05',
        months: 1,
        payer: 'SELF',
        amountIdr: A_MONTH,
        paidOn: '2025-05-16',
        receipt: `PLKK-${nth}`,
      });
      expect(paid).toMatchObject({ status: 200 });
      expect(await detailOf(id, paid.body['position'])).toMatchObject({
        channel: 'PLKK',
        occupationGroup: group,
        contributedIdr: A_MONTH,
        paidThrough: '2025-05',
      });
    }
  });

  it.each([
    {
      who: 'workers of a chamber of commerce',
      scene: 2,
      count: many(1_000, 10),
      kind: 'CHAMBER',
      agreement: { basis: 'MOU', reference: 'MoU 8/2023', governmentPaid: false },
      group: 'OTHER',
      channel: 'CSR',
      day: '2023-08-31',
      wholeIdr: 16_800_000,
    },
    {
      who: 'farmers of a regency',
      scene: 3,
      count: many(26_000, 26),
      kind: 'LOCAL_GOV',
      agreement: { basis: 'DECREE', reference: 'SK 520/2025', governmentPaid: true },
      group: 'FARMER',
      channel: 'REGENT_DECREE',
      day: '2025-03-03',
      wholeIdr: 436_800_000,
    },
  ])('$who are registered and paid by file, 16,800 each', async (scene) => {
    const { count, day } = scene;
    const terms = { validFrom: day, validUntil: '2026-12-31', ...scene.agreement };
    const sponsor = await sponsorOf(scene.kind, 'Badan Contoh', terms, day);
    const paid = { ...sponsor, period: day.slice(0, 7), months: 1, paidOn: day, receipt: 'TRF 1' };
    const file = listOf(scene.scene, 0, count, scene.group);
    const stated = { ...paid, channel: scene.channel, branch: 'J03' };
    const tried = await sendFile('/participants/imports', { ...stated, dryRun: true }, file, day);
    expect(tried).toMatchObject({ owedIdr: count * A_MONTH });
    if (isWhole) expect(tried).toMatchObject({ owedIdr: scene.wholeIdr });
    const report = await sendFile('/participants/imports', stated, file, day);
    expect(report).toMatchObject({ rows: count, registered: count, rejected: [] });
    const filter = `agreementId=${String(sponsor['agreementId'])}&occupationGroup=${scene.group}&branch=J03`;
    expect(await participantsBy(filter, report['position'])).toHaveLength(Math.min(count, 200));
  });

  it('officials named by a decree are found as candidates, then registered; who is left is known', async () => {
    const count = many(19_000, 12);
    const officials = Math.floor(count / 2);
    const list = await post(
      '/candidate-lists',
      {
        name: 'Perangkat desa, ketua RT dan RW, pekerja rentan',
        source: 'DECREE',
        reference: 'SK 141/2025',
        district: '3216',
        branch: 'J03',
        expectedPersons: count,
      },
      { at: at('2025-02-03') },
    );
    const candidateListId = idOf(list);
    await forEach(count, async (nth) => {
      const { nik, name } = personOf(4, nth, '');
      const found = await post(
        `/candidate-lists/${candidateListId}/candidates`,
        { district: '321605', person: { nik, name, work: nth < officials ? 'ketua RT' : 'petani' } },
        { at: at('2025-02-10') },
      );
      expect(found.status).toBe(201);
    });
    const village = await post(
      '/employers',
      {
        segment: 'PU',
        npp: 'DS250001',
        kind: 'VILLAGE_GOVERNMENT',
        name: 'Pemerintah Desa Sukamaju',
        district: '321605',
        branch: 'J03',
        riskClass: 1,
        size: 'MICRO',
        startedOn: '2025-02-03',
      },
      { at: at('2025-02-03') },
    );
    const employerId = idOf(village);
    const { body: decree } = await post(
      `/employers/${employerId}/decrees`,
      {
        reference: 'SK 141/2025',
        decidedOn: '2025-01-27',
        validFrom: '2025-02-03',
        validUntil: '2025-12-31',
      },
      { at: at('2025-02-03') },
    );
    let joined: Item = {};
    await forEach(officials, async (nth) => {
      const member = await post(
        `/employers/${employerId}/members`,
        {
          wageIdr: 2_022_200,
          startedOn: '2025-02-17',
          decreeId: decree['decreeId'],
          district: '321605',
          person: personOf(4, nth, 'ketua RT'),
        },
        { at: at('2025-02-17') },
      );
      expect(member.status).toBe(201);
      joined = member.body;
    });
    await eventually('everybody who was registered is known to be', async () => {
      const { body } = await query('/candidate-lists', 'registrar');
      const [first] = (body['items'] ?? []) as Item[];
      return first?.['registered'] === officials && first['stillToRegister'] === count - officials;
    });
    const left = await query(
      `/candidate-lists/${candidateListId}/candidates?stillToRegister=true&limit=200`,
      'supervisor',
    );
    expect(left.body['items']).toHaveLength(Math.min(200, count - officials));
    const cover = async (on: string) =>
      (
        (
          await query(
            `/participants/${String(joined['participantId'])}/cover?on=${on}&after=${String(joined['position'])}`,
            'adjudicator',
          )
        ).body['memberships'] as Item[]
      )[0];
    expect(await cover('2026-01-01')).toMatchObject({ coverage: 'NEVER', programmes: ['JKK', 'JKM'] });
    const members = `/employers/${employerId}/members?limit=200&after=${String(joined['position'])}`;
    expect((await query(`${members}&on=2025-12-31`, 'registrar')).body['items']).not.toEqual([]);
    expect((await query(`${members}&on=2026-01-01`, 'registrar')).body['items']).toEqual([]);
  });

  it('a village pays twelve months in turn, with joiners, a leaver and a month that was missed and made good', async () => {
    const village = await sponsorOf(
      'VILLAGE',
      'Desa Sukamaju',
      {
        basis: 'APBDES',
        reference: 'APBDes 1/2025',
        governmentPaid: true,
        validFrom: '2025-01-01',
        validUntil: '2026-12-31',
      },
      '2025-01-02',
    );
    const count = many(600, 8);
    const first = { ...village, period: '2025-01', months: 1, paidOn: '2025-01-06', receipt: 'SP2D-01' };
    const stated = { ...first, channel: 'VILLAGE' };
    const everybody = listOf(5, 0, count, 'FARMER');
    await sendFile('/participants/imports', stated, everybody, '2025-01-06');
    const february = { ...village, period: '2025-02', months: 1, paidOn: '2025-02-05', receipt: 'SP2D-02' };
    let list = await sendFile(
      '/payment-lists',
      { ...february, amountIdr: count * A_MONTH },
      everybody,
      '2025-02-05',
    );
    expect(list).toMatchObject({ paid: count, remainderIdr: 0 });

    // Two join in March: registered and paid by a file of their own, and by the list from April on.
    const joining = {
      ...first,
      period: '2025-03',
      paidOn: '2025-03-05',
      receipt: 'SP2D-03B',
      channel: 'VILLAGE',
    };
    const joined = await sendFile(
      '/participants/imports',
      joining,
      listOf(5, count, 2, 'TRADER'),
      '2025-03-05',
    );
    const newcomers = await participantsBy(
      `agreementId=${String(village['agreementId'])}&occupationGroup=TRADER`,
      joined['position'],
    );
    const joiners = newcomers.map(({ participantId }) => participantId);
    expect(joiners).toHaveLength(2);

    let members = count;
    const payAgain = async (
      month: string,
      paidOn: string,
      changes: { joiners?: unknown[]; leavers?: unknown[] } = {},
    ) => {
      members += (changes.joiners ?? []).length - (changes.leavers ?? []).length;
      const { body } = await post(
        `/payment-lists/${String(list['listId'])}/again`,
        {
          period: month,
          months: 1,
          paidOn,
          receipt: `SP2D-${month}`,
          amountIdr: members * A_MONTH,
          ...changes,
        },
        { at: at(paidOn) },
      );
      expect(body).toMatchObject({ paid: members, remainderIdr: 0, rejected: [] });
      list = body;
    };
    await payAgain('2025-03', '2025-03-05');
    await payAgain('2025-04', '2025-04-07', { joiners });
    await payAgain('2025-05', '2025-05-05');
    // June is missed, and made good in July before July itself.
    await payAgain('2025-06', '2025-07-07');
    await payAgain('2025-07', '2025-07-07');
    await payAgain('2025-08', '2025-08-05');
    await payAgain('2025-09', '2025-09-05', { leavers: joiners.slice(0, 1) });
    await payAgain('2025-10', '2025-10-06');
    await payAgain('2025-11', '2025-11-05');
    await payAgain('2025-12', '2025-12-05');

    const farmers = await participantsBy(
      `agreementId=${String(village['agreementId'])}&occupationGroup=FARMER`,
      list['position'],
    );
    expect(farmers).toHaveLength(Math.min(count, 200));
    const detailsOf = (ids: readonly unknown[]) =>
      Promise.all(ids.map((id) => detailOf(String(id), list['position'])));
    const paidMonths = (all: readonly Item[]) => all.map(({ paidMonths: months }) => months);
    expect(paidMonths(await detailsOf(joiners))).toEqual([6, 10]);
    const details = await detailsOf(farmers.map(({ participantId }) => participantId));
    expect(new Set(paidMonths(details))).toEqual(new Set([12]));
    const [longest] = details;
    expect(longest).toMatchObject({ paidThrough: '2025-12', contributedIdr: 12 * A_MONTH });
  });

  it('a building project is billed by its value, pays in stages, is extended, and covers whoever is named on it', async () => {
    const project = await post(
      '/projects',
      {
        registrationNumber: 'JK2500001',
        name: 'Gedung Serba Guna Contoh',
        owner: 'Dinas Pekerjaan Umum Contoh',
        contractor: 'PT Contoh Bangun',
        district: '321605',
        branch: 'J03',
        reference: 'KTR/7/2025',
        contractedOn: '2025-03-03',
        base: 'VALUE_INCL_VAT',
        baseIdr: 2_220_000_000,
        workers: 40,
        startsOn: '2025-03-10',
        endsOn: '2025-09-30',
        stages: [
          { dueOn: '2025-03-10', percent: 50 },
          { dueOn: '2025-06-10', percent: 50 },
        ],
      },
      { at: at('2025-03-04') },
    );
    const projectId = idOf(project);
    const pay = (amountIdr: number, paidOn: string) =>
      post(
        `/projects/${projectId}/payments`,
        { amountIdr, paidOn, bankReference: `BRI ${paidOn}` },
        { role: 'finance', at: at(paidOn) },
      );
    // 2,000 million without VAT: 2,640,000 for JKK and 310,000 for JKM.
    await pay(1_475_000, '2025-03-07');
    const named = await post(
      `/projects/${projectId}/workers`,
      {
        wageIdr: 4_500_000,
        startedOn: '2025-03-17',
        district: '321605',
        occupationGroup: 'OTHER',
        person: personOf(6, 0, 'tukang batu'),
      },
      { at: at('2025-03-18') },
    );
    const { participantId } = named.body;
    await post(
      `/projects/${projectId}/extensions`,
      { reference: 'ADD/1', endsOn: '2025-11-28', dueOn: '2025-09-30' },
      { at: at('2025-09-01') },
    );
    const { body: last } = await pay(1_475_000, '2025-07-01');
    expect(
      (await query(`/projects/${projectId}?after=${String(last['position'])}&on=2025-10-01`, 'finance')).body,
    ).toMatchObject({
      amountIdr: 2_950_000,
      receivedIdr: 2_950_000,
      owedIdr: 0,
      lastDay: '2025-11-28',
      coverage: 'ACTIVE',
    });
    const cover = async (on: string) =>
      (
        (
          await query(
            `/participants/${String(participantId)}/cover?on=${on}&after=${String(last['position'])}`,
            'adjudicator',
          )
        ).body['memberships'] as Item[]
      )[0];
    expect(await cover('2025-03-14')).toMatchObject({ segment: 'JAKON', reason: 'NOT_STARTED' });
    expect(await cover('2025-03-17')).toMatchObject({ coverage: 'ACTIVE', programmes: ['JKK', 'JKM'] });
    expect(await cover('2025-06-20')).toMatchObject({ reason: 'PROJECT_IN_ARREARS' });
    expect(await cover('2025-10-01')).toMatchObject({ coverage: 'ACTIVE' });
    expect(await cover('2025-11-29')).toMatchObject({ coverage: 'INACTIVE', reason: 'ENDED' });
  });

  it('the mobile car stands two days at the market, and it is known who was registered on it', async () => {
    const count = many(200, 6);
    const plan = {
      name: 'Pasar Tanah Abang',
      district: '317101',
      branch: 'J03',
      car: 'B 1234 XYZ',
      startsOn: '2024-10-09',
      endsOn: '2024-10-10',
      targetGroup: 'TRADER',
      targetPersons: count,
    };
    const fieldActionId = idOf(await post('/field-actions', plan, { at: at('2024-10-07') }));
    const register = (nth: number, day: string) =>
      post(
        '/participants',
        {
          channel: 'MOBILE_CAR',
          payer: 'SELF',
          fieldActionId,
          district: '317101',
          sector: 'OTHER',
          occupationGroup: 'TRADER',
          declaredIncomeIdr: 900_000,
          registeredOn: day,
          person: personOf(7, nth, 'pedagang'),
        },
        { at: at(day) },
      );
    let position = '0';
    await forEach(count, async (nth) => {
      const day = nth % 2 === 0 ? '2024-10-09' : '2024-10-10';
      const id = idOf(await register(nth, day));
      const { body } = await post(
        `/participants/${id}/contributions`,
        {
          period: '2024-10',
          months: 1,
          payer: 'SELF',
          amountIdr: A_MONTH,
          paidOn: day,
          receipt: `MBL-${nth}`,
        },
        { at: at(day) },
      );
      expect(body).toMatchObject({ events: ['ContributionPaid'] });
      position = String(Math.max(Number(position), Number(body['position'])));
    });
    expect((await register(count, '2024-10-11')).body).toMatchObject({ code: 'NOT_ON_FIELD_ACTION' });
    await eventually('all are counted', async () => {
      const { body } = await query('/field-actions', 'registrar');
      return ((body['items'] ?? []) as Item[])[0]?.['registered'] === count;
    });
    const found = await participantsBy(`fieldActionId=${fieldActionId}&channel=MOBILE_CAR`, position);
    expect(found).toHaveLength(Math.min(count, 200));
  });

  it('partners of a state body who are no civil servants are billed and covered for JKK and JKM', async () => {
    const count = many(21_000, 12);
    const body = await post(
      '/employers',
      {
        segment: 'PU',
        npp: 'PB250001',
        kind: 'STATE_BODY',
        name: 'Pemerintah Kabupaten Contoh',
        district: '321605',
        branch: 'J03',
        riskClass: 1,
        size: 'MICRO',
        startedOn: '2025-03-03',
      },
      { at: at('2025-03-03') },
    );
    const employerId = idOf(body);
    const columns = 'nik,name,birth_date,sex,occupation,workplace,district,wage,started_on';
    const rows = Array.from(
      { length: count },
      (_, nth) =>
        `${nikOf(8, nth)},Pegawai ${nth},1990-05-12,P,tenaga administrasi,Kantor,321605,3000000,2025-03-03`,
    );
    const joined = await sendFile(
      `/employers/${employerId}/members/file`,
      {},
      [columns, ...rows].join('\n'),
      '2025-03-04',
    );
    expect(joined).toMatchObject({ rows: count, rejected: [] });
    const wages = ['nik,wage', ...rows.map((row) => `${row.slice(0, 16)},3000000`)].join('\n');
    const reported = await sendFile(
      `/employers/${employerId}/wage-reports/file`,
      { period: '2025-03' },
      wages,
      '2025-04-07',
    );
    // 0.24 % for JKK in the lowest class and 0.30 % for JKM, of 3,000,000.
    expect(reported).toMatchObject({ taken: count, changeIdr: count * 16_200 });
    await eventually('the month is billed', async () => {
      const bills = await query(`/employers/${employerId}/bills?from=2025-03&limit=1`, 'finance');
      return ((bills.body['items'] ?? []) as Item[])[0]?.['billedIdr'] === count * 16_200;
    });
    const paid = await post(
      `/employers/${employerId}/payments`,
      { amountIdr: count * 16_200, bankReference: 'SP2D 3', paidOn: '2025-04-14' },
      { role: 'finance', at: at('2025-04-14') },
    );
    expect(paid.body).toMatchObject({ events: ['DuesPaid', 'MonthSettled'] });
    const search = { nik: nikOf(8, 0) };
    const { body: found } = await query(
      `/participants/search?after=${String(paid.body['position'])}`,
      'registrar',
      search,
    );
    const [{ participantId }] = found['items'] as [Item];
    const cover = await query(`/participants/${String(participantId)}/cover?on=2025-04-20`, 'adjudicator');
    expect(cover.body['memberships']).toMatchObject([
      { segment: 'PU', programmes: ['JKK', 'JKM'], coverage: 'ACTIVE', paidThrough: '2025-03' },
    ]);
  });
});
