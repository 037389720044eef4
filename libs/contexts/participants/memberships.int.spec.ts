import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { accidents } from '../accidents/context.js';
import { claims } from '../claims/context.js';
import { deaths } from '../deaths/context.js';
import { employers } from '../employers/context.js';
import { employerReadModel } from '../employers/read-models/employer/employer.read-model.js';
import { providers } from '../providers/context.js';
import { participants } from './context.js';
import { importReadModel } from './read-models/import/import.read-model.js';
import { participantReadModel } from './read-models/participant/participant.read-model.js';

const FACTORY = {
  segment: 'PU',
  npp: 'nn010001',
  kind: 'COMPANY',
  name: 'PT Contoh Garmen',
  district: '321605',
  branch: 'J03',
  riskClass: 3,
  size: 'MEDIUM',
  startedOn: '2026-01-02',
};

const worker = (nik: string, name: string, changes: object = {}) => ({
  wageIdr: 5_200_000,
  startedOn: '2026-11-02',
  district: '321605',
  person: {
    nik,
    name,
    birthDate: '1990-05-12',
    sex: 'FEMALE',
    occupation: 'penjahit',
    workplace: 'PT Contoh Garmen',
  },
  ...changes,
});

const noticeOf = (participantId: string, changes: object = {}) => ({
  participantId,
  kind: 'AT_WORK',
  placeKind: 'INSIDE_WORK_SITE',
  occurredOn: '2026-11-18',
  occurredAt: '09:30',
  notifiedBy: 'EMPLOYER',
  person: { contactName: 'Ani', contactPhone: '081200000001', place: 'ruang jahit' },
  health: { chronology: 'jari tertusuk jarum' },
  ...changes,
});

describe('Employers and their members over HTTP', () => {
  let app: ContextApp;
  let employerId: string;
  beforeAll(async () => {
    app = await startContextApp(
      [employers, participants, providers, accidents, deaths, claims],
      [employerReadModel, participantReadModel, importReadModel],
    );
    employerId = String((await app.post('/employers', FACTORY)).body.id);
  });
  afterAll(() => app.stop());

  const join = (body: object, options = {}) => app.post(`/employers/${employerId}/members`, body, options);
  const detail = async (id: unknown, after: unknown) =>
    (await app.get(`/participants/${String(id)}?after=${String(after)}`)).body;

  it('registers an employer once for each NPP, however it is written', async () => {
    expect(await app.post('/employers', { ...FACTORY, npp: 'NN010001' })).toMatchObject({
      status: 409,
      body: { code: 'EMPLOYER_ALREADY_REGISTERED', facts: { employerId } },
    });
    expect(await app.post('/employers', { ...FACTORY, npp: 'NN2', segment: 'JAKON' })).toMatchObject({
      status: 409,
      body: { code: 'SEGMENT_NOT_OF_EMPLOYERS' },
    });
  });

  it('shows employers, with what holds of them and what waits for a second person', async () => {
    const late = await app.post(`/employers/${employerId}/risk-class`, {
      riskClass: 5,
      from: '2026-03-01',
      reference: 'BA/1/2026',
    });
    const shown = await app.get(`/employers/${employerId}?after=${String(late.body.position)}`);
    expect(shown.body).toMatchObject({
      npp: 'NN010001',
      riskClass: 3,
      programmes: ['JKK', 'JKM', 'JHT', 'JP'],
      riskClasses: [
        { riskClass: 3, from: '2026-01-02', confirmed: true },
        { riskClass: 5, from: '2026-03-01', confirmed: false },
      ],
    });
    const confirmed = await app.post(
      `/employers/${employerId}/confirmation`,
      {},
      { role: 'supervisor', subject: 'supervisor-2' },
    );
    expect(confirmed.status).toBe(200);
    const after = String(confirmed.body.position);
    expect((await app.get(`/employers/${employerId}?after=${after}`)).body).toMatchObject({ riskClass: 5 });
    expect((await app.get('/employers?name=garmen&district=32')).body).toMatchObject({
      items: [{ employerId, name: 'PT Contoh Garmen', lastDay: null }],
    });
    for (const sign of ['_', '%']) {
      const named = await app.get(`/employers?name=${encodeURIComponent(`gar${sign}en`)}`);
      expect(named).toMatchObject({ status: 200, body: { items: [] } });
    }
    expect((await app.get(`/employers/${randomUUID()}`)).status).toBe(404);
  });

  it('registers a wage earner who joins, once whatever is sent again', async () => {
    const key = { headers: { 'idempotency-key': randomUUID() } };
    const joined = await join(worker('0000055205900001', 'Siti Rahmawati'), key);
    expect(joined).toMatchObject({ status: 201, body: { events: ['WorkerJoined'], repeated: false } });
    const again = await join(worker('0000055205900001', 'Siti Rahmawati'), key);
    expect(again).toMatchObject({ status: 201, body: { id: joined.body.id, repeated: true } });
    const { participantId, position } = joined.body;
    expect(await detail(participantId, position)).toMatchObject({
      segment: 'PU',
      name: 'Siti Rahmawati',
      memberships: [
        {
          membershipId: joined.body.id,
          segment: 'PU',
          employerId,
          npp: 'NN010001',
          startedOn: '2026-11-02',
          endedOn: null,
          confirmed: true,
          programmes: ['JKK', 'JKM', 'JHT', 'JP'],
        },
      ],
    });
    const members = await app.get(`/employers/${employerId}/members?on=2026-11-10&after=${String(position)}`);
    expect(members.body).toMatchObject({ items: [{ participantId, name: 'Siti Rahmawati' }] });
    expect((await app.get(`/employers/${employerId}/members?on=2026-11-01`)).body).toMatchObject({
      items: [],
    });
  });

  it('keeps a person who works for himself, and lets him work for an employer beside it', async () => {
    const own = await app.post('/participants', {
      channel: 'BRANCH',
      payer: 'SELF',
      district: '321605',
      sector: 'OTHER',
      declaredIncomeIdr: 900_000,
      registeredOn: '2026-10-01',
      person: worker('0000055205900002', 'Rina').person,
    });
    expect(own.status).toBe(201);
    const joined = await join(worker('0000055205900002', 'Rina'));
    expect(joined).toMatchObject({ status: 201, body: { participantId: own.body.id } });
    expect(await detail(own.body.id, joined.body.position)).toMatchObject({
      segment: 'BPU',
      memberships: [
        { segment: 'BPU', membershipId: null, startedOn: '2026-10-01', programmes: ['JKK', 'JKM'] },
        { segment: 'PU', membershipId: joined.body.id },
      ],
    });
  });

  it('takes no self-employed worker whom an employer pays for', async () => {
    const answer = await app.post('/participants', {
      channel: 'EMPLOYER',
      payer: 'EMPLOYER',
      district: '321605',
      sector: 'OTHER',
      declaredIncomeIdr: 6_000_000,
      registeredOn: '2026-10-01',
      person: worker('0000055205900009', 'Tono').person,
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'PAID_BY_EMPLOYER' } });
  });

  it('registers nobody whose joining is refused, and nobody for somebody else', async () => {
    const early = worker('0000055205900003', 'Dewi', { startedOn: '2026-01-01' });
    expect(await join(early)).toMatchObject({ status: 409, body: { code: 'JOINS_BEFORE_EMPLOYER' } });
    const nobody = await app.post('/participants/search', { nik: '0000055205900003' });
    expect(nobody.body).toMatchObject({ items: [] });
    const wrong = worker('0000055205900001', 'Joko', {
      person: { ...worker('0000055205900001', 'Joko').person, birthDate: '1988-01-01' },
    });
    expect(await join(wrong)).toMatchObject({ status: 409, body: { code: 'NIK_OF_ANOTHER' } });
  });

  it('ends a membership, takes the leaving back, and waits for a second person where it came late', async () => {
    const joined = await join(worker('0000055205900004', 'Wati', { startedOn: '2026-02-02' }));
    const path = `/memberships/${String(joined.body.id)}`;
    expect(
      (
        await app.get(
          `/employers/${employerId}/members?confirmed=false&after=${String(joined.body.position)}`,
        )
      ).body,
    ).toMatchObject({
      items: [{ membershipId: joined.body.id, confirmed: false }],
    });
    expect(await app.post(`${path}/confirmation`, {})).toMatchObject({
      status: 409,
      body: { code: 'ENTERED_BY_YOU' },
    });
    const second = { role: 'supervisor', subject: 'supervisor-2' } as const;
    expect((await app.post(`${path}/confirmation`, {}, second)).status).toBe(200);
    await app.post(`${path}/leaving`, { reason: 'RESIGNED', lastDay: '2026-11-10' });
    const undone = await app.post(`${path}/leaving/undo`, {});
    expect(undone).toMatchObject({ status: 200, body: { events: ['WorkerLeaveUndone'] } });
    const left = await app.post(`${path}/leaving`, { reason: 'RETIRED', lastDay: '2026-11-12' });
    const { participantId } = joined.body;
    expect(await detail(participantId, left.body.position)).toMatchObject({
      memberships: [{ endedOn: '2026-11-12', leavingReason: 'RETIRED', confirmed: true }],
    });
  });

  it('registers that a wage earner works for himself as well', async () => {
    const joined = await join(worker('0000055205900007', 'Yanti'));
    const id = String(joined.body.participantId);
    const own = {
      channel: 'BRANCH',
      payer: 'SELF',
      sector: 'OTHER',
      declaredIncomeIdr: 900_000,
      registeredOn: '2026-11-16',
      person: { occupation: 'pedagang', workplace: 'Pasar Cikarang' },
    };
    expect(await app.post(`/participants/${id}/self-employment`, own)).toMatchObject({
      status: 200,
      body: { events: ['SelfEmploymentRegistered'] },
    });
    const payment = { period: '2026-11', months: 1, payer: 'SELF', paidOn: '2026-11-18', receipt: 'R-7' };
    const paid = await app.post(`/participants/${id}/contributions`, payment);
    expect(paid).toMatchObject({ status: 200, body: { events: ['ContributionPaid'] } });
    expect(await detail(id, paid.body.position)).toMatchObject({
      segment: 'BPU',
      coverage: 'ACTIVE',
      occupation: 'pedagang',
      memberships: [
        { segment: 'BPU', startedOn: '2026-11-16' },
        { segment: 'PU', startedOn: '2026-11-02' },
      ],
    });
    expect((await app.get(`/participants/${id}/cover?on=2026-11-20`)).body).toMatchObject({
      memberships: [
        { segment: 'BPU', coverage: 'ACTIVE', reason: 'CONTRIBUTIONS_PAID' },
        { segment: 'PU', coverage: 'NEVER', reason: 'EMPLOYER_NEVER_PAID' },
      ],
    });
  });

  it('asks a wage earner for no contribution, and takes an accident at the only employer and a claim for a death', async () => {
    const joined = await join(worker('0000055205900005', 'Lina'));
    const id = String(joined.body.participantId);
    const contribution = {
      period: '2026-11',
      months: 1,
      payer: 'SELF',
      paidOn: '2026-11-10',
      receipt: 'R-1',
    };
    expect(await app.post(`/participants/${id}/contributions`, contribution)).toMatchObject({
      status: 409,
      body: { code: 'NOT_SELF_EMPLOYED' },
    });
    expect(await app.post('/accidents', noticeOf(id))).toMatchObject({
      status: 201,
      body: { events: ['AccidentNotified'] },
    });
    const death = { diedOn: '2026-11-19', certificate: 'SKM/1/2026', health: { cause: 'sakit' } };
    expect((await app.post(`/participants/${id}/death`, death)).status).toBe(200);
    const claim = {
      participantId: id,
      person: {
        claimantName: 'Budi',
        account: { bank: 'BRI', number: '002301004567890', holder: 'Budi' },
      },
      documents: [],
    };
    expect(await app.post('/claims/jkm', claim)).toMatchObject({
      status: 201,
      body: { events: ['ClaimSubmitted', 'DocumentsRequested'] },
    });
  });

  it('asks of whoever works for himself and for an employer at which work an accident happened', async () => {
    const { body } = await app.post('/participants/search', { nik: '0000055205900002' });
    const [rina] = body['items'] as { participantId: string }[];
    const notice = noticeOf(String(rina?.participantId), {
      placeKind: 'OUTSIDE_WORK_SITE',
      notifiedBy: 'PARTICIPANT',
    });
    expect(await app.post('/accidents', notice)).toMatchObject({
      status: 409,
      body: { code: 'WORKED_FOR_MISSING' },
    });
    expect(
      await app.post('/accidents', { ...notice, workedFor: 'EMPLOYER', employerId: randomUUID() }),
    ).toMatchObject({ status: 409, body: { code: 'NOT_EMPLOYED_THERE' } });
    expect(await app.post('/accidents', { ...notice, workedFor: 'SELF' })).toMatchObject({
      status: 201,
      body: { events: ['AccidentNotified'] },
    });
  });

  it('lets only registrars report who joins', async () => {
    for (const role of ['plkk', 'adjudicator', 'finance'] as const) {
      expect((await join(worker('0000055205900006', 'Nia'), { role })).status).toBe(403);
    }
  });

  it('finds a wage earner under the NIK that theirs was corrected to, and registers its true owner under the old one', async () => {
    const [wrong, right] = ['0000065205900101', '0000065205900102'];
    const joined = await join(worker(wrong, 'Siti Contoh'));
    const person = `/participants/${String(joined.body.participantId)}`;
    const asked = await app.post(`${person}/nik`, {
      person: { nik: right },
      evidence: { kind: 'DUKCAPIL_ANSWER', number: '400/1' },
    });
    const correction = `${person}/corrections/${String(asked.body.correctionId)}`;
    const made = await app.post(`${correction}/confirmation`, {}, { role: 'supervisor' });
    expect(made.body).toMatchObject({ events: ['NikCorrected'] });
    expect((await join(worker(right, 'Siti Contoh'))).body).toMatchObject({ code: 'ALREADY_EMPLOYED' });
    const owner = await join(worker(wrong, 'Sari Contoh'));
    expect(owner.status).toBe(201);
    expect(owner.body.participantId).not.toBe(joined.body.participantId);
    expect((await join(worker(wrong, 'Sari Contoh'))).body).toMatchObject({ code: 'ALREADY_EMPLOYED' });
    expect(await detail(owner.body.participantId, owner.body.position)).toMatchObject({
      name: 'Sari Contoh',
    });
  });

  describe('by file', () => {
    const send = (path: string, ...lines: string[]) => sendTo(`${path}/file`, ...lines);
    const sendTo = (path: string, ...lines: string[]) => sendAs(undefined, path, ...lines);
    const sendAs = async (subject: string | undefined, path: string, ...lines: string[]) => {
      const sent = { method: 'POST', headers: { 'content-type': 'text/csv' }, body: lines.join('\n') };
      const { text } = await app.ask(`/employers/${employerId}/${path}`, sent, {
        ...(subject && { subject }),
      });
      const { report } = JSON.parse(text.trim().split('\n').at(-1) ?? '') as {
        report: { rejected: { line: number; code: string }[]; position: string; fileId: string };
      };
      return report;
    };
    const joiner = (nik: string, name: string, startedOn = '2026-11-02') =>
      `${nik},${name},1990-05-12,P,penjahit,Pabrik,321605,5200000,${startedOn}`;
    const JOINERS = [
      'nik,name,birth_date,sex,occupation,workplace,district,wage,started_on',
      joiner('0000055205907001', 'Ani Contoh'),
      joiner('0000055205907002', 'Budi Contoh', '2027-01-01'),
      joiner('0000055205907001', 'Ani Contoh'),
    ];
    const codes = ({ rejected }: { rejected: { line: number; code: string }[] }) =>
      rejected.map(({ line, code }) => [line, code]);

    it('join, each once however often the file is sent', async () => {
      const dry = await sendTo('members/file?dryRun=true', ...JOINERS);
      expect(dry).toMatchObject({ dryRun: true, rows: 3, taken: 1 });
      expect(codes(dry)).toEqual([
        [3, 'REGISTERED_IN_FUTURE'],
        [4, 'NIK_TWICE_IN_FILE'],
      ]);
      const first = await send('members', ...JOINERS);
      expect(first).toMatchObject({ rows: 3, taken: 1, repeated: false });
      expect(codes(first)).toEqual([
        [3, 'REGISTERED_IN_FUTURE'],
        [4, 'NIK_TWICE_IN_FILE'],
      ]);
      const { fileId: _id, position: _position, ...told } = first;
      expect(await send('members', ...JOINERS)).toMatchObject(told);
      const [header = '', good = ''] = JOINERS;
      const whole = await send('members', header, good);
      expect(whole).toMatchObject({ taken: 0, rejected: [{ code: 'ALREADY_EMPLOYED' }] });
    });

    it('leaves a report that can be read again, also as a file', async () => {
      const { fileId, position } = await send('members', ...JOINERS);
      const path = `/employers/${employerId}/member-files`;
      const { body } = await app.get(`${path}?kind=JOINED&after=${position}`);
      expect(body['items']).toContainEqual(
        expect.objectContaining({ fileId, rows: 3, taken: 1, rejected: 2 }),
      );
      expect((await app.get(`${path}/${fileId}`)).body).toMatchObject({ kind: 'JOINED', rejected: 2 });
      const remarks = await app.get(`${path}/${fileId}/remarks`);
      expect(codes({ rejected: remarks.body['items'] as { line: number; code: string }[] })).toEqual([
        [3, 'REGISTERED_IN_FUTURE'],
        [4, 'NIK_TWICE_IN_FILE'],
      ]);
      const { text } = await app.get(`${path}/${fileId}/remarks.csv`);
      expect(text.split('\r\n')[2]).toBe('4,REJECTED,NIK_TWICE_IN_FILE,"Line 2 has the same NIK",');
      expect(await app.get(`/employers/${fileId}/member-files/${fileId}`)).toMatchObject({ status: 404 });
    });

    it('that came late are confirmed as one file, by a second person', async () => {
      const late = [
        JOINERS[0] ?? '',
        joiner('0000055205907008', 'Citra Contoh', '2026-03-02'),
        joiner('0000055205907009', 'Dodi Contoh', '2026-03-03'),
      ];
      const { position } = await send('members', ...late);
      const unconfirmed = async (after: string) => {
        const { body } = await app.get(`/employers/${employerId}/members?confirmed=false&after=${after}`);
        return (body['items'] as unknown[]).length;
      };
      const before = await unconfirmed(position);
      const named = ['nik', '0000055205907008', '0000055205907009', 'x'];
      const own = await sendTo('members/file/confirmation', ...named);
      expect(codes(own)).toEqual([
        [2, 'ENTERED_BY_YOU'],
        [3, 'ENTERED_BY_YOU'],
        [4, 'NIK_MALFORMED'],
      ]);
      const made = await sendAs('registrar-2', 'members/file/confirmation', ...named);
      expect(made).toMatchObject({ rows: 3, confirmed: 2, rejected: [{ line: 4 }] });
      expect(await unconfirmed(made.position)).toBe(before - 2);
      expect(await sendAs('registrar-2', 'members/file/confirmation', ...named)).toMatchObject({
        confirmed: 0,
      });
    });

    it('leave, and who never was there is named', async () => {
      const left = await send(
        'leavings',
        'nik,last_day,reason',
        '0000055205907001,2026-11-18,RESIGNED',
        '0000055205907003,2026-11-18,RESIGNED',
      );
      expect(left).toMatchObject({ rows: 2, taken: 1 });
      expect(codes(left)).toEqual([[3, 'MEMBERSHIP_NOT_FOUND']]);
      const members = await app.get(`/employers/${employerId}/members?on=2026-11-19&after=${left.position}`);
      expect(members.text).not.toContain('Ani Contoh');
    });
  });
});
