import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONTEXTS } from '#contexts';
import {
  CHILD,
  type Clerks,
  DIED_OF_IT,
  HEIR_PAPERS,
  JKK_PAPERS,
  WIDOWER,
  bothSign,
  clerksOf,
} from '#contexts/journey.examples';
import { ROLES, type Role } from '#kernel';
import { processesOf } from '#runtime';
import { eventually } from '#testing';
import { type Answer, type ContextApp, startContextApp } from '#testing/context-app';
import { type Route, queryRoutes } from '../property/routes.js';

const ROUTES = queryRoutes(CONTEXTS);
const nameOf = ({ method, path }: Route) => `${method} ${path}`;

/** What counts and sums. Whoever opens another route to reporting has to think of it here. */
const OPEN_TO_REPORTING = ['GET /claims', 'GET /payouts', 'GET /scholarships'];

const PAGE = 200;

/** What the requests of this spec say of persons. */
const PERSONAL = {
  names: ['Siti Contoh', 'Sari Contoh', 'Budi Contoh', 'Anak Contoh'],
  holders: ['Wali Contoh'],
  banks: ['Bank Contoh', 'Bank Lain', 'Bank Wali'],
  'account numbers': ['0000011111', '0000033333', '0000077777'],
  'their last digits': ['****1111', '****3333', '****7777'],
} as const;

/** Members of answers that tell of a person, wherever they stand. */
const OF_PERSONS =
  /^(participantId|childId|accidentId|claimantName|name|nik|person|health|account.*|bank|holder|componentCodes|components)$/;

const EVIDENCE = {
  year: 2026,
  ...CHILD.school,
  married: false,
  working: false,
  evidence: [
    { kind: 'SCHOOL_LETTER', reference: 'SK-12' },
    { kind: 'REPORT_CARD', reference: 'RPT-1' },
  ],
  payee: 'GUARDIAN',
  person: { account: { bank: 'Bank Wali', number: '0000077777', holder: 'Wali Contoh' } },
};

const FACTORY = {
  segment: 'PU',
  npp: 'NN020003',
  kind: 'COMPANY',
  name: 'PT Contoh Garmen',
  district: '321605',
  branch: 'J03',
  riskClass: 3,
  size: 'LARGE',
  startedOn: '2026-09-01',
};

const SEAMSTRESS = {
  wageIdr: 5_200_000,
  startedOn: '2026-09-01',
  district: '321605',
  person: {
    nik: '0000055205908888',
    name: 'Sari Contoh',
    birthDate: '1990-05-12',
    sex: 'FEMALE',
    occupation: 'penjahit',
    workplace: 'PT Contoh Garmen',
  },
};

const PLKK = {
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

const INVOICE = {
  invoiceNumber: 'INV-7',
  benefit: 'CARE',
  careKind: 'INPATIENT',
  roomClass: 'I',
  interim: false,
  admittedOn: '2026-09-01',
  dischargedOn: '2026-09-02',
  totalIdr: 500_000,
  health: {
    mainDiagnosis: 'S61.0',
    otherDiagnoses: [],
    externalCause: 'W29',
    procedures: ['86.59'],
    lines: [
      {
        line: 1,
        serviceDate: '2026-09-01',
        kind: 'ROOM_DAY',
        tariffItem: 'KAMAR-I',
        description: 'Rawat inap kelas I',
        quantity: 1,
        unitPriceIdr: 500_000,
        amountIdr: 500_000,
      },
    ],
  },
};

const BUILDING = {
  registrationNumber: 'JK2600009',
  name: 'Gedung Contoh',
  owner: 'Dinas Contoh',
  contractor: 'PT Contoh Bangun',
  district: '321605',
  branch: 'J03',
  reference: 'KTR/9/2026',
  contractedOn: '2026-10-05',
  base: 'VALUE_EX_VAT',
  baseIdr: 500_000_000,
  workers: 12,
  startsOn: '2026-11-02',
  endsOn: '2027-04-30',
};

const MASON = { ...SEAMSTRESS.person, nik: '0000055205908886', name: 'Tukang Contoh' };

/** Each member of an answer, by its name. */
function membersOf(value: unknown): [name: string, value: unknown][] {
  if (Array.isArray(value)) return value.flatMap(membersOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    [name, inner] as [string, unknown],
    ...membersOf(inner),
  ]);
}

/** The answer, and what its cursor says to whoever opens it. */
function legible({ text, body }: Answer): string {
  const { nextCursor } = body;
  return text + (typeof nextCursor === 'string' ? Buffer.from(nextCursor, 'base64url').toString() : '');
}

describe('Whoever only counts', () => {
  let app: ContextApp;
  let clerks: Clerks;
  /** What a part of an address may be, by its name. */
  const ids: Record<string, string[]> = {};
  /** By role, every answer to every route. */
  const answers = new Map<Role, { route: Route; answer: Answer }[]>();

  const known = (name: string, id: string) => (ids[name] ??= []).push(id);

  async function listed(path: string, name: string, atLeast: number): Promise<string[]> {
    let found: string[] = [];
    await eventually(`${path} lists ${atLeast}`, async () => {
      const { body } = await app.get(`${path}?limit=${PAGE}`, { role: 'auditor' });
      found = ((body.items ?? []) as Record<string, string>[]).map((item) => String(item[name]));
      return found.length >= atLeast;
    });
    return found;
  }

  /** Whom an accident killed, and who leaves a child; gives the claim of the widower. */
  async function claimOfTheKilled(participantId: string): Promise<string> {
    known('childId', await clerks.nameChild(participantId));
    const accidentId = await clerks.accidentOf(participantId, { effect: 'DEATH', health: DIED_OF_IT });
    await clerks.reportDeath(participantId, { diedOn: DIED_OF_IT.diedOn });
    await clerks.done('adjudicator', `/participants/${participantId}/death/accident`, { accidentId });
    known('accidentId', accidentId);
    const documents = [...JKK_PAPERS, ...HEIR_PAPERS];
    return clerks.submitJkk({ participantId, accidentId }, { claimant: 'HEIR', documents, person: WIDOWER });
  }

  /** The report of a file that is handed in: its last line. */
  async function reportOn(path: string, body: string): Promise<Record<string, unknown>> {
    const headers = { 'content-type': 'text/csv' };
    const { text } = await app.ask(path, { method: 'POST', headers, body });
    const { report } = JSON.parse(text.trim().split('\n').at(-1) ?? '') as {
      report: Record<string, unknown>;
    };
    return report;
  }

  /** Employs one person, and reports her wage beside that of somebody unknown. */
  async function tellOfAFactory(): Promise<void> {
    const at = '2026-09-01T09:00:00+07:00';
    const { body: factory } = await app.post('/employers', FACTORY, { at });
    const employerId = String(factory.id);
    known('employerId', employerId);
    const joined = await app.post(`/employers/${employerId}/members`, SEAMSTRESS, { at });
    known('participantId', String(joined.body.participantId));
    const wages = [SEAMSTRESS.person.nik, '0000055205908889'].map((nik) => ({ nik, wageIdr: 5_200_000 }));
    const reported = await app.post(
      `/employers/${employerId}/wage-reports`,
      { period: '2026-09', wages },
      { at: '2026-10-02T09:00:00+07:00' },
    );
    known('reportId', String(reported.body.reportId));
    const left = await reportOn(
      `/employers/${employerId}/leavings/file`,
      'nik,last_day,reason\n0000055205908889,2026-10-31,RESIGNED',
    );
    known('fileId', String(left.fileId));
  }

  /** Somebody builds on a project, and somebody is looked for and found. */
  async function tellOfABuilding(): Promise<void> {
    const projectId = String((await app.post('/projects', BUILDING)).body.id);
    known('projectId', projectId);
    const worker = { ...SEAMSTRESS, person: MASON, startedOn: '2026-11-02' };
    const placed = await app.post(`/projects/${projectId}/workers`, worker);
    known('participantId', String(placed.body.participantId));
    const list = {
      name: 'Tukang bangunan Cikarang',
      source: 'ASSOCIATION',
      reference: 'DAF/1',
      district: '3216',
      branch: 'J03',
      expectedPersons: 2,
    };
    const candidateListId = String((await app.post('/candidate-lists', list)).body.id);
    known('candidateListId', candidateListId);
    const person = { nik: '0000055205908887', name: 'Calon Contoh', phone: '081200000887' };
    await app.post(`/candidate-lists/${candidateListId}/candidates`, { district: '321605', person });
  }

  /** A village pays for one of its people, and for somebody unknown. */
  async function tellOfAVillage(member: string): Promise<void> {
    const village = { kind: 'VILLAGE', name: 'Desa Contoh', district: '321605' };
    const sponsorId = String((await app.post('/sponsors', village)).body.id);
    known('sponsorId', sponsorId);
    const agreement = await bothSign(app, `/sponsors/${sponsorId}/agreements`, {
      reference: 'APBDes 1/2026',
      governmentPaid: true,
      validFrom: '2026-01-01',
      validUntil: '2026-12-31',
    });
    known('agreementId', String(agreement['agreementId']));
    const terms = new URLSearchParams({
      sponsorId,
      agreementId: String(agreement['agreementId']),
      period: '2026-11',
      months: '1',
      paidOn: '2026-11-18',
      receipt: 'SP2D-1',
      amountIdr: '33600',
    });
    const report = await reportOn(
      `/payment-lists?${terms.toString()}`,
      `nik,participant_id\n,${member}\n0000055205908889,`,
    );
    known('importId', String(report.listId));
  }

  /** A hospital that treats somebody, and sends its invoice. */
  async function tellOfAHospital(): Promise<void> {
    const facilityId = await clerks.registerFacility();
    known('facilityId', facilityId);
    await clerks.makePlkk(facilityId, PLKK);
    const participantId = await clerks.coveredWorker();
    const accidentId = await clerks.notify(participantId);
    known('participantId', participantId);
    known('accidentId', accidentId);
    await clerks.reportStageOne(accidentId);
    for (const letter of ['referrals', 'guarantee-letters']) {
      const issued = { facilityId, issuedOn: '2026-09-01' };
      await clerks.done('registrar', `/accidents/${accidentId}/${letter}`, issued);
    }
    const invoice = { ...INVOICE, facilityId };
    const sent = await clerks.done('registrar', `/accidents/${accidentId}/invoices`, invoice);
    known('invoiceId', String(sent.invoiceId));
  }

  /** Somebody complains of how she was treated. */
  async function tellOfAComplaint(participantId: string): Promise<void> {
    const { id } = await clerks.done('registrar', '/complaints', {
      participantId,
      subject: 'SERVICE',
      topic: 'CONDUCT',
      complainant: 'PARTICIPANT',
      words: 'Sari Contoh was sent home three times without a word.',
    });
    known('complaintId', String(id));
  }

  /** All of them are called alike, and were born on one day. */
  async function tellOfAFinding(): Promise<void> {
    await app.post('/findings/look', {}, { role: 'auditor' });
    for (const finding of await listed('/findings', 'findingId', 1)) known('findingId', finding);
  }

  /** A finger lost, a death by accident and another one: claims, payments and a year at school. */
  async function tell(): Promise<void> {
    const people = [await clerks.coveredWorker(), await clerks.coveredWorker(), await clerks.coveredWorker()];
    const [hurt, killed, ill] = people as [string, string, string];
    const accidentId = await clerks.accidentOf(hurt);
    await clerks.reportDeath(ill, { diedOn: '2026-09-20' });
    await tellOfAFactory();
    await tellOfABuilding();
    await tellOfAVillage(hurt);
    await tellOfAHospital();
    await tellOfAComplaint(hurt);
    // Decisions are drawn once a month: of this one there is none.
    known('sampleId', '00000000-0000-4000-8000-000000000000');
    const officer = { workerId: 'adjudicator-11', roles: ['adjudicator'] };
    known('officerId', String((await clerks.done('supervisor', '/staff', officer)).id));
    const claims = [
      await clerks.submitJkk({ participantId: hurt, accidentId }),
      await claimOfTheKilled(killed),
      await clerks.submitJkm(ill),
    ];
    known('accidentId', accidentId);
    for (const person of people) known('participantId', person);
    let paid: readonly { readonly paymentId: string }[] = [];
    await eventually('her payment is shown', async () => {
      const { contributions = [] } = (await app.get(`/participants/${hurt}`)).body;
      paid = contributions as typeof paid;
      return paid.length > 0;
    });
    for (const { paymentId } of paid) known('paymentId', paymentId);
    for (const claim of claims) {
      await clerks.calculate(claim);
      await clerks.approve(claim);
      known('claimId', claim);
    }
    const [scholarship] = await listed('/scholarships', 'scholarshipId', 1);
    known('scholarshipId', scholarship!);
    await clerks.done('registrar', `/scholarships/${scholarship}/evidence`, EVIDENCE);
    await clerks.done('supervisor', `/scholarships/${scholarship}/years/2026/approval`);
    for (const payout of await listed('/payouts', 'payoutId', 4)) known('payoutId', payout);
    await eventually('its letter is there', async () => {
      const { text } = await app.get(`/claims/${claims[0]}/letters`, { role: 'auditor' });
      const letters = JSON.parse(text) as { letterId: string }[];
      for (const { letterId } of letters) known('letterId', letterId);
      return letters.length > 0;
    });
    await tellOfAFinding();
  }

  /** The addresses of a route, one for each thing that is there. */
  function addressesOf({ path, params, query }: Route): string[] {
    let paths = [path];
    for (const name of params.keys()) {
      const found = ids[name];
      if (!found) throw new Error(`The story has no ${name}`);
      paths = paths.flatMap((one) => found.map((id) => one.replace(`:${name}`, id)));
    }
    // A page that is followed by another one has a cursor.
    return query.has('cursor') ? paths.flatMap((one) => [one, `${one}?limit=1`]) : paths;
  }

  async function askEverything(role: Role): Promise<void> {
    const heard: { route: Route; answer: Answer }[] = [];
    for (const route of ROUTES)
      for (const address of addressesOf(route)) {
        const answer = await (route.method === 'GET'
          ? app.get(address, { role })
          : app.post(address, {}, { role }));
        heard.push({ route, answer });
      }
    answers.set(role, heard);
  }

  beforeAll(async () => {
    const models = CONTEXTS.flatMap(({ readModels = [] }) => readModels);
    app = await startContextApp([...CONTEXTS, processesOf(CONTEXTS)], models);
    clerks = clerksOf(app);
    await tell();
    for (const role of ROLES) await askEverything(role);
  });
  afterAll(() => app.stop());

  const heardBy = (role: Role) => answers.get(role)!;
  const told = (heard: readonly { answer: Answer }[]) =>
    heard.map(({ answer }) => legible(answer)).join('\n');

  /** Codes of benefits, as those read them who may. */
  const benefitCodes = () => {
    const members = heardBy('auditor').flatMap(({ answer }) => membersOf(answer.body));
    const codes = members.flatMap(([name, value]) =>
      name === 'componentCodes' ? (value as string[]) : name === 'code' ? [String(value)] : [],
    );
    return [...new Set(codes)].filter((code) => /^(JKK|JKM)_/.test(code));
  };

  it('is answered by the lists of claims, payments and scholarships, and by nothing else', () => {
    const heard = heardBy('reporting');
    const answering = heard.filter(({ answer }) => answer.status === 200).map(({ route }) => nameOf(route));
    expect([...new Set(answering)].sort()).toEqual(OPEN_TO_REPORTING);
    const others = heard.filter(({ route }) => !OPEN_TO_REPORTING.includes(nameOf(route)));
    expect(others.length).toBeGreaterThan(OPEN_TO_REPORTING.length);
    expect(new Set(others.map(({ answer }) => answer.status))).toEqual(new Set([403]));
    for (const { answer } of heard.filter(({ answer: { status } }) => status === 200))
      expect(answer.body.items).not.toEqual([]);
  });

  it.each(Object.entries(PERSONAL))('reads no %s, which others do', (_what, words) => {
    const everybody = told(ROLES.flatMap((role) => answers.get(role) ?? []));
    const here = told(heardBy('reporting'));
    for (const word of words) {
      expect(everybody).toContain(word);
      expect(here).not.toContain(word);
    }
  });

  it('reads of no participant, child or accident which it is, not in a cursor either', () => {
    const here = told(heardBy('reporting'));
    for (const name of ['participantId', 'childId', 'accidentId'])
      for (const id of ids[name]!) {
        expect(told(heardBy('supervisor'))).toContain(id);
        expect(here).not.toContain(id);
      }
  });

  it('reads no code of a benefit: they tell of disability', () => {
    expect(benefitCodes()).toEqual(expect.arrayContaining(['JKK_PARTIAL_ANATOMIC', 'JKM_LIMITED_UNDER_3M']));
    for (const code of benefitCodes()) expect(told(heardBy('reporting'))).not.toContain(code);
  });

  it('finds nothing in members that are for persons, whatever stands there', () => {
    const members = heardBy('reporting').flatMap(({ answer }) => membersOf(answer.body));
    const filled = members.filter(
      ([name, value]) =>
        OF_PERSONS.test(name) && value !== null && !(Array.isArray(value) && value.length === 0),
    );
    expect(filled).toEqual([]);
    expect(members.map(([name]) => name)).toContain('participantId');
  });
});
