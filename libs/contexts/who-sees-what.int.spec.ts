import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { accidentReadModel } from '#contexts/accidents/read-models/accident/accident.read-model';
import { billing } from '#contexts/billing/context';
import { invoiceReadModel } from '#contexts/billing/read-models/invoice/invoice.read-model';
import { claims } from '#contexts/claims/context';
import { claimReadModel } from '#contexts/claims/read-models/claim/claim.read-model';
import { letterReadModel } from '#contexts/claims/read-models/letter/letter.read-model';
import { deaths } from '#contexts/deaths/context';
import { papers as paperFiles } from '#contexts/papers/context';
import { paperReadModel } from '#contexts/papers/read-models/paper/paper.read-model';
import { participants } from '#contexts/participants/context';
import { participantReadModel } from '#contexts/participants/read-models/participant/participant.read-model';
import { payouts } from '#contexts/payouts/context';
import { payoutReadModel } from '#contexts/payouts/read-models/payout/payout.read-model';
import { providers } from '#contexts/providers/context';
import { facilityReadModel } from '#contexts/providers/read-models/facility/facility.read-model';
import { type Answer, type Ask, type ContextApp, startContextApp } from '#testing/context-app';
import {
  CONTRIBUTION,
  type Clerks,
  HEIR_PAPERS,
  JKK_PAPERS,
  JKM_PAPERS,
  NOTICE,
  PORTER,
  STAGE_ONE,
  STAGE_TWO,
  WIDOWER,
  WORKER,
  clerksOf,
} from './journey.examples.js';

const NOBODY = '6a2b7f0c-0d7a-4f5a-8a53-2f1f5d0a9b22';

const CARE = {
  admittedOn: '2026-09-02',
  dischargedOn: '2026-09-05',
  invoiceNumber: 'INV-1',
  invoiceIdr: 500_000,
  health: { procedures: 'Dressing' },
};

const INVOICE = {
  invoiceNumber: 'INV-7',
  benefit: 'CARE',
  careKind: 'OUTPATIENT',
  interim: false,
  admittedOn: '2026-09-02',
  dischargedOn: '2026-09-02',
  totalIdr: 500_000,
  health: {
    mainDiagnosis: 'S61.0',
    otherDiagnoses: [],
    externalCause: 'W29',
    procedures: [],
    lines: [
      {
        line: 1,
        serviceDate: '2026-09-02',
        kind: 'PROCEDURE',
        description: 'Jahit luka',
        quantity: 1,
        unitPriceIdr: 500_000,
        amountIdr: 500_000,
      },
    ],
  },
};

/** Routes that a PLKK may call; each is tried above. A new one has to be thought of here. */
const OF_A_PLKK = [
  'GET /accidents',
  'GET /accidents/{accidentId}',
  'GET /accidents/{accidentId}/actions',
  'GET /accidents/{accidentId}/invoices/{invoiceId}/actions',
  'GET /accidents/{accidentId}/letters',
  'GET /claims',
  'GET /claims/{claimId}/actions',
  'GET /claims/{claimId}/letters',
  'GET /facilities',
  'GET /facilities/{facilityId}',
  'GET /invoices',
  'GET /invoices/statement',
  'GET /invoices/{invoiceId}',
  'GET /letters/{letterId}/letter.html',
  'GET /letters/{letterId}/letter.pdf',
  'GET /papers',
  'GET /papers/{paperId}/actions',
  'GET /papers/{paperId}/file',
  'GET /participants',
  'GET /participants/{participantId}',
  'GET /participants/{participantId}/actions',
  'GET /participants/{participantId}/card.pdf',
  'GET /participants/{participantId}/contributions/{paymentId}/receipt.pdf',
  'GET /participants/{participantId}/cover',
  'GET /participants/{participantId}/months',
  'GET /payouts',
  'GET /payouts/{payoutId}',
  'POST /accidents',
  'POST /accidents/{accidentId}/care',
  'POST /accidents/{accidentId}/care/correction',
  'POST /accidents/{accidentId}/doctor-statements',
  'POST /accidents/{accidentId}/evidence',
  'POST /accidents/{accidentId}/guarantee-letters/provisional',
  'POST /accidents/{accidentId}/invoices',
  'POST /accidents/{accidentId}/invoices/{invoiceId}/payer',
  'POST /accidents/{accidentId}/invoices/{invoiceId}/revision',
  'POST /accidents/{accidentId}/invoices/{invoiceId}/withdrawal',
  'POST /accidents/{accidentId}/notice/correction',
  'POST /accidents/{accidentId}/notice/withdrawal',
  'POST /accidents/{accidentId}/other-payer',
  'POST /accidents/{accidentId}/referrals',
  'POST /accidents/{accidentId}/relapse',
  'POST /accidents/{accidentId}/stage-one',
  'POST /accidents/{accidentId}/stage-two',
  'POST /claims/jkk',
  'POST /claims/jkm',
  'POST /claims/{claimId}/claimant',
  'POST /claims/{claimId}/documents',
  'POST /claims/{claimId}/objections',
  'POST /claims/{claimId}/set-off',
  'POST /claims/{claimId}/withdrawal',
  'POST /papers',
  'POST /participants',
  'POST /participants/eligibility',
  'POST /participants/search',
  'POST /participants/{participantId}/contributions',
];

/** What an answer says, but for what differs with every request. */
const said = ({ status, body }: Answer) => {
  const { correlationId: _ofTheRequest, instance: _address, ...rest } = body;
  return { status, ...rest };
};

describe('A PLKK', () => {
  let app: ContextApp;
  let clerks: Clerks;
  /** Two hospitals, and a worker each: one registered at the first, one sent to it, one that it has nothing to do with. */
  let here: string;
  let elsewhere: string;
  let desk: Ask;
  let registered: string;
  let patient: string;
  let patientsAccident: string;
  let stranger: string;
  let strangersAccident: string;
  let strangersClaim: string;
  let latest: string;

  const nikOf = (serial: number) => `000005520590${String(serial).padStart(4, '0')}`;
  const worker = (nik: string, name = 'Siti Contoh') => ({
    ...WORKER,
    person: { ...WORKER.person, nik, name },
  });

  async function plkk(name: string): Promise<string> {
    const facilityId = await clerks.registerFacility({ kind: 'HOSPITAL', name });
    await clerks.makePlkk(facilityId, {
      reference: 'PKS/021/2026',
      validFrom: '2026-01-01',
      validUntil: '2026-12-31',
    });
    return facilityId;
  }

  async function sentTo(facilityId: string) {
    const participantId = await clerks.coveredWorker();
    const accidentId = await clerks.notify(participantId);
    await clerks.reportStageOne(accidentId);
    await clerks.done('registrar', `/accidents/${accidentId}/referrals`, { facilityId });
    await clerks.stateOutcome(accidentId);
    return { participantId, accidentId };
  }

  beforeAll(async () => {
    app = await startContextApp(
      [participants, providers, accidents, deaths, paperFiles, claims, billing, payouts],
      [
        participantReadModel,
        accidentReadModel,
        paperReadModel,
        claimReadModel,
        facilityReadModel,
        letterReadModel,
        invoiceReadModel,
        payoutReadModel,
      ],
    );
    clerks = clerksOf(app);
    here = await plkk('RS Contoh');
    elsewhere = await plkk('RS Lain');
    desk = { role: 'plkk', facility: here };
    const taken = await app.post('/participants', worker(nikOf(9001)), desk);
    registered = String(taken.body.id);
    await app.post(`/participants/${registered}/contributions`, CONTRIBUTION, desk);
    ({ participantId: patient, accidentId: patientsAccident } = await sentTo(here));
    ({ participantId: stranger, accidentId: strangersAccident } = await sentTo(elsewhere));
    strangersClaim = await clerks.submitJkk({ participantId: stranger, accidentId: strangersAccident });
    const last = await clerks.done('registrar', `/accidents/${strangersAccident}/evidence`, {
      evidence: ['VISUM'],
    });
    latest = String(last.position);
  });
  afterAll(() => app.stop());

  const get = (path: string, as: Ask = desk) =>
    app.get(`${path}${path.includes('?') ? '&' : '?'}after=${latest}`, as);
  const ids = ({ body }: Answer, name: string): string[] =>
    (body.items as Record<string, string>[]).map((item) => String(item[name]));

  it('sees its own agreement, and no other facility', async () => {
    expect(ids(await get('/facilities'), 'facilityId')).toEqual([here]);
    expect(await get(`/facilities/${here}`)).toMatchObject({ status: 200, body: { isPlkk: true } });
    expect(await get(`/facilities/${elsewhere}`)).toMatchObject({
      status: 404,
      body: { code: 'FACILITY_NOT_FOUND' },
    });
  });

  it('lists whom it registered and its patients, and nobody else, whatever it asks for', async () => {
    const both = [registered, patient].sort();
    expect(ids(await get('/participants'), 'participantId').sort()).toEqual(both);
    expect(ids(await get('/participants?district=321605&coverage=ACTIVE'), 'participantId')).toEqual([]);
    const byName = await app.post(`/participants/search?after=${latest}`, { name: 'Siti' }, desk);
    expect(ids(byName, 'participantId').sort()).toEqual(both);
    for (const serial of [1, 2]) {
      const byNik = await app.post('/participants/search', { nik: nikOf(serial) }, desk);
      expect(ids(byNik, 'participantId')).toEqual(serial === 1 ? [patient] : []);
    }
    const first = await get('/participants?limit=1');
    const second = await get(`/participants?limit=1&cursor=${String(first.body.nextCursor)}`);
    expect([...ids(first, 'participantId'), ...ids(second, 'participantId')].sort()).toEqual(both);
    expect(second.body.nextCursor).toBeNull();
  });

  it('lists the accidents and claims of its patients only, under every filter and order', async () => {
    expect(ids(await get('/accidents'), 'accidentId')).toEqual([patientsAccident]);
    expect(ids(await get('/claims'), 'claimId')).toEqual([]);
    for (const path of [
      `/accidents?participantId=${stranger}`,
      '/accidents?overdue=false&status=REFERRED&nextStep=REPORT_STAGE_ONE',
      `/claims?participantId=${stranger}`,
      `/claims?accidentId=${strangersAccident}`,
      '/claims?sort=-payBy&limit=1',
      '/claims?status=COMPLETE&programme=JKK&minAgeDays=0&overdue=false',
    ]) {
      expect((await get(path)).body).toEqual({ items: [], nextCursor: null });
    }
    expect(ids(await get('/claims', { role: 'supervisor' }), 'claimId')).toEqual([strangersClaim]);
  });

  it('is told of somebody else exactly what it is told of nobody', async () => {
    for (const [path, known] of [
      ['/participants', stranger],
      ['/accidents', strangersAccident],
    ] as const) {
      expect((await get(`${path}/${known}`, { role: 'supervisor' })).status).toBe(200);
      expect(said(await get(`${path}/${known}`))).toEqual(said(await get(`${path}/${NOBODY}`)));
      expect((await get(`${path}/${known}`)).headers.get('etag')).toBeNull();
    }
  });

  it('reads health data, letters and timeline of its patients from their referral on', async () => {
    const { body } = await get(`/accidents/${patientsAccident}`);
    expect(body).toMatchObject({
      health: { diagnosis: 'Amputation' },
      letters: [{ kind: 'REFERRAL', facilityId: here }],
    });
    expect((await get(`/participants/${patient}`)).status).toBe(200);
    expect((await get(`/participants/${patient}/cover`)).status).toBe(200);
    expect((await get(`/participants/${patient}/months`)).status).toBe(200);
    expect((await get(`/participants/${patient}/card.pdf`)).status).toBe(200);
    const [{ paymentId }] = (await get(`/participants/${registered}`)).body.contributions as [
      { paymentId: string },
    ];
    const receipt = `/participants/${registered}/contributions/${paymentId}/receipt.pdf`;
    expect((await get(receipt)).status).toBe(200);
    const other: Ask = { role: 'plkk', facility: elsewhere };
    expect((await get(`/accidents/${patientsAccident}`, other)).status).toBe(404);
    expect((await get(`/participants/${patient}`, other)).status).toBe(404);
    expect((await get(`/participants/${patient}/cover`, other)).status).toBe(404);
    expect((await get(`/participants/${patient}/months`, other)).status).toBe(404);
    expect((await get(`/participants/${patient}/card.pdf`, other)).status).toBe(404);
    expect((await get(receipt, other)).status).toBe(404);
  });

  it('sees no health data of an accident that it only gave notice of, nor the invoices of others', async () => {
    const noticed = await app.post('/accidents', { ...NOTICE, participantId: registered }, desk);
    expect(noticed.status).toBe(201);
    const accidentId = String(noticed.body.id);
    await app.post(`/accidents/${accidentId}/stage-one`, STAGE_ONE, desk);
    await clerks.done('registrar', `/accidents/${accidentId}/referrals`, { facilityId: elsewhere });
    const cared = await app.post(
      `/accidents/${accidentId}/care`,
      { ...CARE, facilityId: elsewhere },
      { role: 'plkk', facility: elsewhere },
    );
    expect(cared.status).toBe(200);
    const at = `/accidents/${accidentId}?after=${String(cared.body.position)}`;
    expect((await app.get(at, desk)).body).toMatchObject({
      status: 'IN_CARE',
      health: null,
      letters: [],
      care: [],
      timeline: [],
    });
    expect((await app.get(at, { role: 'plkk', facility: elsewhere })).body).toMatchObject({
      care: [{ invoiceNumber: 'INV-1' }],
    });
  });

  it.each<[string, (accident: string) => [path: string, body: object]]>([
    ['stage I', (accident) => [`/accidents/${accident}/stage-one`, STAGE_ONE]],
    ['evidence', (accident) => [`/accidents/${accident}/evidence`, { evidence: ['VISUM'] }]],
    ['a referral', (accident) => [`/accidents/${accident}/referrals`, { facilityId: here }]],
    [
      'a provisional letter',
      (accident) => [`/accidents/${accident}/guarantee-letters/provisional`, { facilityId: here }],
    ],
    [
      'the other payer',
      (accident) => [
        `/accidents/${accident}/other-payer`,
        { payer: 'JASA_RAHARJA', status: 'ASKED', reference: 'JR/1' },
      ],
    ],
    ['care', (accident) => [`/accidents/${accident}/care`, { ...CARE, facilityId: here }]],
    [
      "a doctor's statement",
      (accident) => [
        `/accidents/${accident}/doctor-statements`,
        {
          doctorKind: 'TREATING',
          statedOn: '2026-09-30',
          health: { condition: 'HEALED', diagnosis: 'x', dominantHand: 'LEFT', injuries: [] },
        },
      ],
    ],
    ['an invoice', (accident) => [`/accidents/${accident}/invoices`, { ...INVOICE, facilityId: here }]],
    ['stage II', (accident) => [`/accidents/${accident}/stage-two`, STAGE_TWO]],
    ['a correction', (accident) => [`/accidents/${accident}/notice/correction`, { kind: 'ON_DUTY' }]],
    [
      'that there was none',
      (accident) => [`/accidents/${accident}/notice/withdrawal`, { fault: 'WRONG_DAY' }],
    ],
    [
      'another sum',
      (accident) => [
        `/accidents/${accident}/care/correction`,
        { facilityId: here, invoiceNumber: 'INV-1', invoiceIdr: 7_500_000 },
      ],
    ],
    [
      'that it came back',
      (accident) => [
        `/accidents/${accident}/relapse`,
        { ground: 'NEW_TREATMENT', reportedBy: 'FACILITY', causeStatedOn: '2026-11-19' },
      ],
    ],
    [
      'a JKK claim',
      (accident) => [
        '/claims/jkk',
        {
          accidentId: accident,
          participantId: stranger,
          claimant: 'PARTICIPANT',
          documents: JKK_PAPERS,
          person: PORTER,
        },
      ],
    ],
  ])('cannot send %s for an accident of others, and learns nothing from the refusal', async (_what, of) => {
    const send = (accident: string, headers?: Record<string, string>) => {
      const [path, body] = of(accident);
      return app.post(path, body, { ...desk, headers });
    };
    const toNobody = said(await send(NOBODY));
    expect(toNobody).toMatchObject({ status: 404, code: 'ACCIDENT_NOT_FOUND' });
    expect(said(await send(strangersAccident))).toEqual(toNobody);
    // What was seen before is no way round it.
    expect(said(await send(strangersAccident, { 'if-match': '"0"' }))).toEqual(toNobody);
  });

  it('sees and changes its own invoices, and none of others, nor what is paid to them', async () => {
    const bill = (accident: string, as: Ask) =>
      app.post(
        `/accidents/${accident}/invoices`,
        { ...INVOICE, facilityId: as === desk ? here : elsewhere },
        as,
      );
    const others = { role: 'plkk', facility: elsewhere } as const;
    const own = await bill(patientsAccident, desk);
    const theirs = await bill(strangersAccident, others);
    expect([own.status, theirs.status]).toEqual([200, 200]);
    const after = `after=${String(theirs.body.position)}`;
    const listed = await app.get(`/invoices?${after}`, desk);
    expect(ids(listed, 'invoiceId')).toEqual([own.body.invoiceId]);
    expect((await app.get(`/invoices/${String(theirs.body.invoiceId)}`, desk)).status).toBe(404);
    const actionsOf = (accident: string, invoice: unknown) =>
      app.get(`/accidents/${accident}/invoices/${String(invoice)}/actions`, desk);
    expect((await actionsOf(patientsAccident, own.body.invoiceId)).status).toBe(200);
    const ofNobody = said(await actionsOf(strangersAccident, NOBODY));
    expect(ofNobody).toMatchObject({ status: 404, code: 'INVOICE_NOT_FOUND' });
    expect(said(await actionsOf(strangersAccident, theirs.body.invoiceId))).toEqual(ofNobody);
    const days = 'from=2026-11-01&until=2026-11-30';
    expect((await app.get(`/invoices/statement?${days}&facilityId=${elsewhere}`, desk)).body.code).toBe(
      'STATEMENT_OF_ANOTHER',
    );
    expect((await app.get(`/payouts?${after}`, desk)).body.items).toEqual([]);
    expect((await app.get(`/payouts/${NOBODY}`, desk)).body.code).toBe('PAYOUT_NOT_FOUND');
    for (const [path, body] of [
      ['revision', (({ invoiceNumber: _fixed, ...content }) => content)(INVOICE)],
      ['withdrawal', {}],
      ['payer', { paidBy: 'EMPLOYER', reference: 'KW/1' }],
    ] as const) {
      const send = (invoice: unknown) =>
        app.post(`/accidents/${strangersAccident}/invoices/${String(invoice)}/${path}`, body, desk);
      const toNobody = said(await send(NOBODY));
      expect(toNobody).toMatchObject({ status: 404, code: 'INVOICE_NOT_FOUND' });
      expect(said(await send(theirs.body.invoiceId))).toEqual(toNobody);
    }
  });

  it.each<[string, (participant: string) => [path: string, body: object]]>([
    ['a contribution', (participant) => [`/participants/${participant}/contributions`, CONTRIBUTION]],
    ['a notice', (participant) => ['/accidents', { ...NOTICE, participantId: participant }]],
    [
      'a JKM claim',
      (participant) => [
        '/claims/jkm',
        { participantId: participant, documents: JKM_PAPERS, person: WIDOWER },
      ],
    ],
  ])('cannot send %s for a stranger, and learns nothing from the refusal', async (_what, of) => {
    const send = (participant: string, headers?: Record<string, string>) => {
      const [path, body] = of(participant);
      return app.post(path, body, { ...desk, headers });
    };
    const toNobody = said(await send(NOBODY));
    expect(toNobody).toMatchObject({ status: 404, code: 'PARTICIPANT_NOT_FOUND' });
    expect(said(await send(stranger))).toEqual(toNobody);
    expect(said(await send(stranger, { 'if-match': '"0"' }))).toEqual(toNobody);
  });

  it.each<[string, string, object]>([
    ['papers', 'documents', { documents: HEIR_PAPERS }],
    ['a consent to set-off', 'set-off', { reason: 'CHANNEL_CLOSED', consent: 'map 7' }],
    ['an heir', 'claimant', { claimant: 'HEIR', documents: HEIR_PAPERS, person: WIDOWER }],
    ['a consent', 'set-off', { reason: 'NOBODY_CAN_PAY', consent: 'S-1' }],
    ['an objection', 'objections', { grounds: 'What was decided is not right', letter: 'S-3' }],
    ['a withdrawal', 'withdrawal', { reason: 'WISH_OF_CLAIMANT', letter: 'S-2' }],
  ])('cannot hand %s in to a claim of others', async (_what, path, body) => {
    const toNobody = said(await app.post(`/claims/${NOBODY}/${path}`, body, desk));
    expect(toNobody).toMatchObject({ status: 404, code: 'CLAIM_NOT_FOUND' });
    for (const headers of [undefined, { 'if-match': '"0"' }]) {
      const refused = await app.post(`/claims/${strangersClaim}/${path}`, body, { ...desk, headers });
      expect(said(refused)).toEqual(toNobody);
    }
  });

  it('is not told what could be done with a participant, an accident or a claim of others', async () => {
    expect((await app.get(`/participants/${registered}/actions`, desk)).status).toBe(200);
    for (const [of, theirs] of [
      ['participants', stranger],
      ['accidents', strangersAccident],
      ['claims', strangersClaim],
    ]) {
      const toNobody = said(await app.get(`/${of}/${NOBODY}/actions`, desk));
      expect(toNobody.status).toBe(404);
      expect(said(await app.get(`/${of}/${theirs}/actions`, desk))).toEqual(toNobody);
    }
  });

  it('lets no heir take over a claim that another office took in, although it sees it', async () => {
    const claim = await clerks.submitJkk({ participantId: patient, accidentId: patientsAccident });
    const heir = { claimant: 'HEIR', documents: HEIR_PAPERS, person: WIDOWER };
    expect((await app.post(`/claims/${claim}/claimant`, heir, desk)).body.code).toBe('NOT_HANDED_IN_HERE');
  });

  it('types the invoices of no other facility, and guarantees nothing to itself', async () => {
    const care = { ...CARE, facilityId: elsewhere };
    for (const accident of [patientsAccident, strangersAccident, NOBODY]) {
      const refused = await app.post(`/accidents/${accident}/care`, care, desk);
      expect(refused.body.code).toBe('NOT_YOUR_FACILITY');
    }
    const letter = { facilityId: here };
    const guarantee = await app.post(`/accidents/${patientsAccident}/guarantee-letters`, letter, desk);
    expect(guarantee.status).toBe(403);
  });

  it('registers nobody twice, and learns no id from it', async () => {
    const again = await app.post('/participants', worker(nikOf(2)), {
      ...desk,
      headers: { 'if-match': '"7"' },
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'ALREADY_REGISTERED' } });
    expect(again.text).not.toContain(stranger);
    // Somebody who is known is not told apart by what no registration could be.
    const unborn = { ...worker(nikOf(2)), person: { ...worker(nikOf(2)).person, birthDate: '2026-10-01' } };
    expect((await app.post('/participants', unborn, desk)).body.code).toBe('BIRTH_DATE_IN_FUTURE');
  });

  it('is told nothing of a person whom another registered under the same Idempotency-Key', async () => {
    const elsewhere = { role: 'plkk', facility: randomUUID(), subject: 'elsewhere' } as const;
    for (const first of [elsewhere, { role: 'registrar' } as const]) {
      const headers = { 'idempotency-key': randomUUID() };
      const body = worker(nikOf(first === elsewhere ? 70 : 71));
      const told = await app.post('/participants', body, { ...first, headers });
      const again = await app.post('/participants', body, { ...desk, headers });
      expect(again).toMatchObject({ status: 409, body: { code: 'ALREADY_REGISTERED' } });
      expect(again.text).not.toContain(String(told.body.id));
    }
  });

  it('is told nothing of them either when both ask at once', async () => {
    const elsewhere = { role: 'plkk', facility: randomUUID(), subject: 'elsewhere' } as const;
    const headers = { 'idempotency-key': randomUUID() };
    const body = worker(nikOf(72));
    const answers = await Promise.all(
      [elsewhere, desk, elsewhere, desk].map((who) => app.post('/participants', body, { ...who, headers })),
    );
    const told = answers.map(({ status }) => status);
    expect([
      [201, 409, 201, 409],
      [409, 201, 409, 201],
    ]).toContainEqual(told);
  });

  it('learns at the counter whether a card is covered, and nothing else', async () => {
    const ask = async (nik: string, name: string, on?: string) => {
      const asked = { nik, name, ...(on && { on }) };
      const { checkedAt, validUntil, answerNumber, ...told } = (
        await app.post('/participants/eligibility', asked, desk)
      ).body;
      expect(Date.parse(String(validUntil)) - Date.parse(String(checkedAt))).toBe(24 * 3_600_000);
      expect(answerNumber).toMatch(/^E-[0-9A-F]{12}$/);
      return told;
    };
    const card = { identityMatches: true, segment: 'BPU', employerName: null, paidThrough: '2026-09' };
    const inArrears = { coverage: 'PENDING_ARREARS', care: 'GUARANTEED_AS_SUSPECTED' };
    expect(await ask(nikOf(2), 'SITI CONTOH')).toMatchObject({ ...card, ...inArrears });
    expect(await ask(nikOf(2), 'SITI CONTOH', '2026-09-01')).toEqual({
      ...card,
      on: '2026-09-01',
      coverage: 'ACTIVE',
      care: 'GUARANTEED',
    });
    const nothing = {
      identityMatches: false,
      coverage: null,
      segment: null,
      employerName: null,
      paidThrough: null,
      care: 'GENERAL_PATIENT',
      on: '2026-09-01',
    };
    expect(await ask(nikOf(2), 'Budi Contoh', '2026-09-01')).toEqual(nothing);
    expect(await ask(nikOf(4711), 'Siti Contoh', '2026-09-01')).toEqual(nothing);
  });

  it('asks for strangers sixty times an hour and no more', async () => {
    const facility = '0b1e0000-0000-4000-8000-000000000001';
    const ask = () =>
      app.post(
        '/participants/eligibility',
        { nik: nikOf(2), name: 'Siti Contoh' },
        { role: 'plkk', facility, subject: `desk-${Math.random()}` },
      );
    const answers = await Promise.all(Array.from({ length: 61 }, ask));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.body.code).toBe('TOO_MANY_QUESTIONS');
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await app.post('/participants/eligibility', { nik: nikOf(2), name: 'x' }, desk)).status).toBe(
      200,
    );
  });

  it('hands in papers of whom it registered, and sees no paper that others handed in', async () => {
    const handIn = (of: string, as: Ask) =>
      app.ask(
        `/papers?participantId=${of}&tells=HEALTH`,
        { method: 'POST', headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7' },
        as,
      );
    const [own, others] = [await handIn(registered, desk), await handIn(registered, {})];
    expect([own.status, others.status]).toEqual([201, 201]);
    expect(said(await handIn(stranger, desk))).toEqual(said(await handIn(NOBODY, desk)));
    const papersOf = (as: Ask) =>
      app.get(`/papers?participantId=${registered}&after=${String(others.body.position)}`, as);
    expect(ids(await papersOf(desk), 'paperId')).toEqual([own.body.id]);
    expect(ids(await papersOf({}), 'paperId')).toHaveLength(2);
    const fileOf = (id: unknown) => app.get(`/papers/${String(id)}/file`, desk);
    const actionsOf = (id: unknown) => app.get(`/papers/${String(id)}/actions`, desk);
    expect((await actionsOf(own.body.id)).body).toMatchObject({
      actions: [{ name: 'keep-paper', open: true }],
    });
    expect(said(await actionsOf(others.body.id))).toEqual(said(await actionsOf(NOBODY)));
    expect((await fileOf(own.body.id)).text).toBe('%PDF-1.7');
    expect(said(await fileOf(others.body.id))).toEqual(said(await fileOf(NOBODY)));
  });

  it('sees the letters that are for it, and of others as much as of what nobody wrote', async () => {
    const letters = async (facilityId: string) => {
      const accidentId = await clerks.notify(await clerks.coveredWorker());
      await clerks.reportStageOne(accidentId);
      await clerks.done('registrar', `/accidents/${accidentId}/referrals`, { facilityId });
      const path = `/accidents/${accidentId}/guarantee-letters`;
      const { position } = await clerks.done('registrar', path, { facilityId });
      const of = async (as: Ask) =>
        JSON.parse(
          (await app.get(`/accidents/${accidentId}/letters?after=${String(position)}`, as)).text,
        ) as { letterId: string }[];
      return [await of(desk), await of({ role: 'registrar' })] as const;
    };
    const [own, [, others]] = [await letters(here), await letters(elsewhere)];
    expect([own[0], others.length]).toEqual([own[1], 1]);
    const page = (id: string) => app.get(`/letters/${id}/letter.html`, desk);
    expect((await page(own[0][0]!.letterId)).text).toContain('RS Contoh');
    const pdf = (id: string) => app.get(`/letters/${id}/letter.pdf`, desk);
    expect((await pdf(own[0][0]!.letterId)).status).toBe(200);
    for (const shown of [page, pdf])
      expect(said(await shown(others[0]!.letterId))).toEqual(said(await shown(NOBODY)));
    expect(said(await get(`/claims/${strangersClaim}/letters`))).toEqual(
      said(await get(`/claims/${NOBODY}/letters`)),
    );
  });

  it('may call no route but those that are tried here', async () => {
    const { body } = await app.get('/openapi.json');
    const operations = Object.entries(body.paths as Record<string, Record<string, { description?: string }>>);
    const open = operations.flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, { description = '' }]) => /Roles: .*\bplkk\b/.test(description))
        .map(([method]) => `${method.toUpperCase()} ${path}`),
    );
    expect(open.sort()).toEqual(OF_A_PLKK);
  });

  it('needs a token that names a facility', async () => {
    const nameless = await app.get('/participants', { role: 'plkk', facility: 'RS Contoh' });
    expect(nameless).toMatchObject({ status: 401, body: { code: 'UNAUTHORIZED' } });
    expect(nameless.body.detail).toContain('facility');
  });
});
