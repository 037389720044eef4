import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONCLUSION, NOTICE, STAGE_ONE, bothSign, clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { providers } from '#contexts/providers/context';
import { type Answer, type Ask, type ContextApp, startContextApp } from '#testing/context-app';
import { accidents } from './context.js';
import { accidentReadModel } from './read-models/accident/accident.read-model.js';

const CARE = {
  admittedOn: '2026-09-02',
  dischargedOn: '2026-09-05',
  invoiceNumber: 'INV-1',
  invoiceIdr: 37_450_000,
  health: { procedures: 'Surgery of the hand' },
};

const STATEMENT = {
  doctorKind: 'TREATING',
  statedOn: '2026-10-31',
  health: {
    condition: 'PARTIAL_ANATOMIC',
    diagnosis: 'Traumatic amputation of a finger',
    dominantHand: 'RIGHT',
    injuries: [{ item: 'JARI_LAIN_TANGAN', side: 'RIGHT' }],
    unableFrom: '2026-09-01',
    unableUntil: '2026-10-30',
  },
};

const NOBODY = '6a2b7f0c-0d7a-4f5a-8a53-2f1f5d0a9b22';

const STAGE_TWO = { reportedBy: 'FACILITY', transport: [{ mode: 'LAND', amountIdr: 350_000 }] };

describe('Accidents over HTTP', () => {
  let system: ContextApp;
  let clerks: ReturnType<typeof clerksOf>;
  let porter: string;
  let hospital: string;
  let clinic: string;

  const idOf = ({ body }: Answer) => String(body.id);
  beforeAll(async () => {
    system = await startContextApp([participants, providers, accidents], accidentReadModel);
    clerks = clerksOf(system);
    porter = await clerks.coveredWorker();
    hospital = await clerks.registerFacility({ kind: 'HOSPITAL', name: 'RS Contoh Cikarang' });
    clinic = await clerks.registerFacility();
    const { agreementId } = await clerks.makePlkk(hospital, {
      reference: 'PKS/021/2026',
      validFrom: '2026-01-01',
      validUntil: '2026-09-01',
    });
    await bothSign(
      system,
      `/facilities/${hospital}/agreements/${String(agreementId)}/addenda`,
      { reference: 'ADD/004/2026', validUntil: '2026-12-31' },
      '2026-08-20T10:00:00+07:00',
    );
  });
  afterAll(() => system.stop());

  const notify = async (changes: object = {}) =>
    idOf(
      await system.post(
        '/accidents',
        { ...NOTICE, participantId: await clerks.coveredWorker(), ...changes },
        { at: '2026-09-01T09:00:00+07:00' },
      ),
    );
  const step = (accidentId: string, path: string, body: object, options?: Ask) =>
    system.post(`/accidents/${accidentId}/${path}`, body, options);
  const reported = async (changes: object = {}) => {
    const accidentId = await notify(changes);
    await step(accidentId, 'stage-one', STAGE_ONE, { at: '2026-09-02T10:00:00+07:00' });
    return accidentId;
  };
  const detail = (accidentId: string, { body }: Answer, options?: Ask) =>
    system.get(`/accidents/${accidentId}?after=${String(body.position)}`, options);

  it('goes from the notice to stage II, and shows each step with what comes next', async () => {
    const accidentId = await notify({ participantId: porter });
    const dayTwo = { at: '2026-09-02T10:00:00+07:00' };
    const noticed = await step(accidentId, 'stage-one', STAGE_ONE, dayTwo);
    expect((await detail(accidentId, noticed)).body).toMatchObject({
      status: 'STAGE_I_REPORTED',
      stageOneLate: false,
      nextStep: 'CONCLUDE_ACCIDENT',
      dueAt: '2026-10-02T17:00:00.000Z',
      overdue: true,
    });

    const referring = { role: 'registrar', ...dayTwo } as const;
    const plkk = { role: 'plkk', facility: hospital } as const;
    const answers = [
      await step(accidentId, 'referrals', { facilityId: hospital }, referring),
      await step(
        accidentId,
        'guarantee-letters',
        { facilityId: hospital },
        { role: 'adjudicator', ...dayTwo },
      ),
      await step(accidentId, 'care', { facilityId: hospital, ...CARE }, plkk),
      await step(
        accidentId,
        'conclusion',
        { ...CONCLUSION, concludedOn: '2026-09-20' },
        { role: 'adjudicator' },
      ),
      await step(accidentId, 'doctor-statements', STATEMENT, plkk),
      await step(accidentId, 'stage-two', STAGE_TWO, { ...plkk, at: '2026-11-02T09:00:00+07:00' }),
    ];
    expect(answers.map(({ status, body }) => [status, body.events])).toEqual([
      [200, ['PlkkReferralIssued']],
      [200, ['GuaranteeLetterIssued']],
      [200, ['CareProvided']],
      [200, ['AccidentConcluded']],
      [200, ['DoctorStatementIssued']],
      [200, ['StageTwoReported']],
    ]);

    const { body } = await detail(accidentId, answers[5]!, { role: 'adjudicator' });
    expect(body).toMatchObject({
      participantId: porter,
      status: 'STAGE_II_REPORTED',
      conclusion: 'WORK_ACCIDENT',
      stageTwoLate: false,
      nextStep: null,
      overdue: false,
      expected: [],
      letters: [
        { kind: 'REFERRAL', facilityId: hospital },
        { kind: 'GUARANTEE', facilityId: hospital },
      ],
      care: [{ facilityId: hospital, invoiceIdr: 37_450_000, billing: 'GUARANTEED' }],
      contact: { name: 'Sari Contoh', phone: '081200000001', place: 'Pasar Contoh, blok A' },
      health: { condition: 'PARTIAL_ANATOMIC', injuries: [{ item: 'JARI_LAIN_TANGAN', side: 'RIGHT' }] },
      transportIdr: 350_000,
      revision: 7,
    });
    expect((body.timeline as { type: string }[]).map(({ type }) => type)).toEqual([
      'AccidentNotified',
      'StageOneReported',
      'PlkkReferralIssued',
      'GuaranteeLetterIssued',
      'CareProvided',
      'AccidentConcluded',
      'DoctorStatementIssued',
      'StageTwoReported',
    ]);
  });

  it('shows health data to those who treat, assess or audit only', async () => {
    const accidentId = await notify();
    const { body } = await system.post(`/accidents/${accidentId}/evidence`, { evidence: ['VISUM'] });
    const seenBy = async (role: NonNullable<Ask['role']>) =>
      (await system.get(`/accidents/${accidentId}?after=${String(body.position)}`, { role })).body.health;
    expect(await seenBy('registrar')).toBeNull();
    expect(await seenBy('adjudicator')).toMatchObject({ chronology: 'A crate fell on her hand' });
  });

  it('refuses a PLKK to those not covered, but takes notice and stage I', async () => {
    const uncovered = await clerks.register();
    const accidentId = await reported({ participantId: uncovered });
    const refused = await step(accidentId, 'referrals', { facilityId: hospital });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'REJECTED_NOT_REGISTERED', facts: { rule: 'member-is-registered' } },
    });
  });

  it('refers to a PLKK only while its agreement is in force', async () => {
    const accidentId = await reported();
    const elsewhere = await step(accidentId, 'referrals', { facilityId: clinic });
    expect(elsewhere).toMatchObject({ status: 409, body: { code: 'NOT_A_PLKK' } });
    const unknown = await step(accidentId, 'referrals', { facilityId: porter });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'FACILITY_NOT_FOUND' } });
    const care = await step(accidentId, 'care', { facilityId: clinic, ...CARE, invoiceIdr: 7_450_000 });
    expect((await detail(accidentId, care)).body.care).toMatchObject([{ billing: 'REIMBURSEMENT' }]);
  });

  it('concludes a commuting accident once the police letter is in', async () => {
    const accidentId = await reported({ kind: 'COMMUTE', placeKind: 'TRAFFIC' });
    const adjudicator = { role: 'adjudicator' } as const;
    const refused = await step(accidentId, 'conclusion', CONCLUSION, adjudicator);
    expect(refused.body).toMatchObject({
      code: 'EVIDENCE_MISSING',
      allowed: ['receive evidence POLICE_LETTER', 'receive evidence TWO_WITNESSES'],
      facts: { article: 'Kepmen 609/2012' },
    });
    await step(accidentId, 'evidence', { evidence: ['POLICE_LETTER'] });
    expect((await step(accidentId, 'conclusion', CONCLUSION, adjudicator)).status).toBe(200);
  });

  it('answers a command sent twice with its first answer, also on another day', async () => {
    const accidentId = await reported();
    const headers = { 'idempotency-key': '6a2b7f0c-0d7a-4f5a-8a53-2f1f5d0a9b22' };
    const letter = { facilityId: hospital };
    const first = await step(accidentId, 'referrals', letter, { headers, at: '2026-09-03T10:00:00+07:00' });
    const again = await step(accidentId, 'referrals', letter, { headers, at: '2026-09-04T10:00:00+07:00' });
    expect(again.body).toEqual({ ...first.body, repeated: true });
  });

  it('knows an accident that two people give notice of as one', async () => {
    const victim = await clerks.coveredWorker();
    const accidentId = await notify({ participantId: victim });
    const family = { ...NOTICE, participantId: victim, notifiedBy: 'FAMILY', occurredAt: '08:15' };
    const again = await system.post('/accidents', family);
    expect(again).toMatchObject({ status: 409, body: { code: 'ALREADY_NOTIFIED', facts: { accidentId } } });
    expect(await system.post('/accidents', { ...family, nthOfDay: 2 })).toMatchObject({ status: 201 });
  });

  it('lists what is overdue first, page by page', async () => {
    const victim = await clerks.coveredWorker();
    const ids = [];
    for (const [nthOfDay, occurredAt] of [
      [1, '08:30'],
      [2, '06:30'],
      [3, '07:30'],
    ]) {
      ids.push(await notify({ participantId: victim, nthOfDay, occurredAt }));
    }
    const last = await step(ids[2]!, 'evidence', { evidence: ['VISUM'] });
    const list = (query: string, at?: string) =>
      system.get(`/accidents?participantId=${victim}&after=${String(last.body.position)}&${query}`, { at });
    const found = ({ body }: Answer) => (body.items as { accidentId: string }[]).map((one) => one.accidentId);

    const first = await list('overdue=true&nextStep=REPORT_STAGE_ONE&limit=2');
    expect(found(first)).toEqual([ids[1], ids[2]]);
    const second = await list(`overdue=true&limit=2&cursor=${String(first.body.nextCursor)}`);
    expect([found(second), second.body.nextCursor]).toEqual([[ids[0]], null]);

    const afterTheFirstDeadline = '2026-09-03T07:00:00+07:00';
    expect(found(await list('overdue=true', afterTheFirstDeadline))).toEqual([ids[1]]);
    expect(found(await list('overdue=false', afterTheFirstDeadline))).toEqual([ids[2], ids[0]]);
    expect(found(await list('status=IN_CARE'))).toEqual([]);
    const forged = Buffer.from(JSON.stringify(['soon', 'nobody'])).toString('base64url');
    expect((await list(`cursor=${forged}`)).status).toBe(400);
  });

  it.each([
    ['a time that no day has', { occurredAt: '24:00' }, 400, 'VALIDATION_FAILED'],
    ['a kind that the law does not know', { kind: 'AT_HOME' }, 400, 'VALIDATION_FAILED'],
    ['an accident tomorrow', { occurredOn: '2026-11-21' }, 409, 'ACCIDENT_IN_FUTURE'],
    ['a participant nobody registered', { participantId: NOBODY }, 404, 'PARTICIPANT_NOT_FOUND'],
  ])('refuses a notice with %s, and repeats nothing personal', async (_what, changes, status, code) => {
    const answer = await system.post('/accidents', { ...NOTICE, participantId: porter, ...changes });
    expect(answer).toMatchObject({ status, body: { code } });
    for (const personal of ['Sari', '0812', 'crate']) expect(answer.text).not.toContain(personal);
  });

  it('refuses an injury outside the disability table without repeating it', async () => {
    const accidentId = await reported();
    const health = { ...STATEMENT.health, injuries: [{ item: 'TANGAN_KETIGA', percent: 12.5 }] };
    const answer = await step(accidentId, 'doctor-statements', { ...STATEMENT, health });
    expect(answer).toMatchObject({ status: 409, body: { code: 'INJURY_NOT_ASSESSABLE' } });
    expect(answer.text).not.toContain('TANGAN');
    const finer = { ...STATEMENT.health, injuries: [{ item: 'KULIT_KEPALA', percent: 12.345 }] };
    expect((await step(accidentId, 'doctor-statements', { ...STATEMENT, health: finer })).status).toBe(400);
  });

  it('lets nobody act who may not', async () => {
    const accidentId = await reported();
    expect((await step(accidentId, 'conclusion', CONCLUSION, { role: 'plkk' })).status).toBe(403);
    const letter = { facilityId: hospital };
    expect((await step(accidentId, 'guarantee-letters', letter, { role: 'plkk' })).status).toBe(403);
    expect((await system.get('/accidents', { role: 'finance' })).status).toBe(403);
    expect((await system.get(`/accidents/${NOBODY}`)).body.code).toBe('ACCIDENT_NOT_FOUND');
  });
});
