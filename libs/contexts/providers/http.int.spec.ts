import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { participants } from '#contexts/participants/context';
import { WORKER, bothSign } from '#contexts/journey.examples';
import { providers } from './context.js';
import { facilityReadModel } from './read-models/facility/facility.read-model.js';

const HOSPITAL = {
  kind: 'HOSPITAL',
  name: 'RS Contoh Cikarang',
  district: '321600',
  account: { bank: 'BANK CONTOH', number: '0001234567', holder: 'RS Contoh Cikarang' },
};

const AGREEMENT = { reference: 'PKS/021/2026', validFrom: '2026-01-01', validUntil: '2026-12-31' };
const ADDENDUM = { reference: 'ADD/004/2026', validUntil: '2027-03-31' };

describe('Facilities over HTTP', () => {
  let system: ContextApp;
  beforeAll(async () => {
    system = await startContextApp([providers, participants], [facilityReadModel]);
  });
  afterAll(() => system.stop());

  const register = async () => String((await system.post('/facilities', HOSPITAL)).body.id);

  it('registers a hospital; two sign an agreement that makes it a PLKK, and an addendum that extends it', async () => {
    const registered = await system.post('/facilities', HOSPITAL);
    expect(registered).toMatchObject({ status: 201, body: { events: ['FacilityRegistered'] } });
    const path = `/facilities/${String(registered.body.id)}`;
    const first = await system.post(`${path}/agreements`, AGREEMENT, { headers: { 'if-match': '"0"' } });
    expect(first).toMatchObject({ status: 200, body: { events: ['PlkkProposalMade'], revision: '1' } });
    const addenda = `${path}/agreements/${String(first.body.agreementId)}/addenda`;
    expect(await system.post(addenda, ADDENDUM)).toMatchObject({
      status: 409,
      body: { code: 'AGREEMENT_UNSIGNED' },
    });
    const { body: waiting } = await system.get(`${path}?on=2026-06-01&after=${String(first.body.position)}`);
    expect(waiting).toMatchObject({
      isPlkk: false,
      agreements: [],
      proposals: [{ kind: 'AGREEMENT', from: '2026-01-01', until: '2026-12-31' }],
    });
    const signature = `${path}/proposals/${String(first.body.proposalId)}/signature`;
    expect((await system.post(signature, {})).status).toBe(403);
    const second = await system.post(signature, {}, { role: 'supervisor' });
    expect(second).toMatchObject({ status: 200, body: { events: ['PlkkAgreementSigned'] } });
    const extended = await bothSign(system, addenda, ADDENDUM);
    expect(extended).toMatchObject({ events: ['PlkkAgreementExtended'] });
    const { body } = await system.get(`${path}?on=2026-06-01&after=${String(extended['position'])}`);
    expect(body).toMatchObject({ isPlkk: true, agreements: [{ lastDay: '2027-03-31' }], proposals: [] });
  });

  it('lets whoever put an agreement forward take it back', async () => {
    const path = `/facilities/${await register()}`;
    const { body } = await system.post(`${path}/agreements`, AGREEMENT);
    const refusal = `${path}/proposals/${String(body.proposalId)}/refusal`;
    const reason = { reason: 'PROPOSED_BY_MISTAKE' };
    const other = { role: 'registrar', subject: 'somebody-else' } as const;
    expect((await system.post(refusal, reason, other)).body.code).toBe('PROPOSAL_OF_ANOTHER');
    expect((await system.post(refusal, reason)).body.events).toEqual(['PlkkProposalRefused']);
  });

  it('refuses a second agreement for the same days, and says until when the first one runs', async () => {
    const path = `/facilities/${await register()}/agreements`;
    await bothSign(system, path, AGREEMENT);
    expect(await system.post(path, AGREEMENT)).toMatchObject({
      status: 409,
      body: {
        code: 'AGREEMENTS_OVERLAP',
        detail: 'Another agreement is in force from 2026-01-01 to 2026-12-31',
        facts: { rule: 'one-agreement-at-a-time' },
      },
    });
  });

  it('does not know facilities and agreements that nobody recorded', async () => {
    const nobody = '6a2b7f0c-0d7a-4f5a-8a53-2f1f5d0a9b22';
    const noFacility = await system.post(`/facilities/${nobody}/agreements`, AGREEMENT);
    expect(noFacility).toMatchObject({ status: 404, body: { code: 'FACILITY_NOT_FOUND' } });
    const noAgreement = await system.post(
      `/facilities/${await register()}/agreements/${nobody}/addenda`,
      ADDENDUM,
    );
    expect(noAgreement).toMatchObject({ status: 404, body: { code: 'AGREEMENT_NOT_FOUND' } });
  });

  it.each([
    ['no account', { account: undefined }],
    ['an account number in words', { account: { ...HOSPITAL.account, number: 'one two three' } }],
    ['a district by name', { district: 'Bekasi' }],
    ['a kind that does not exist', { kind: 'SHAMAN' }],
    ['a field that does not exist', { plkk: true }],
  ])('refuses a facility with %s', async (_what, changes) => {
    const answer = await system.post('/facilities', { ...HOSPITAL, ...changes });
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
  });

  it('lets only registrars do so', async () => {
    for (const role of ['plkk', 'adjudicator', 'finance'] as const) {
      expect((await system.post('/facilities', HOSPITAL, { role })).status).toBe(403);
    }
  });

  it('changes what was agreed, suspends it and ends it; each can be read, and decides what its desk may do', async () => {
    const facilityId = await register();
    const terms = {
      services: ['EMERGENCY', 'INPATIENT'],
      tariff: [{ item: 'RAWAT-INAP-I', priceIdr: 450_000 }],
      beds: 4,
      registersWorkers: false,
      takesPayments: true,
    };
    const path = `/facilities/${facilityId}/agreements`;
    const signed = await bothSign(system, path, { ...AGREEMENT, validUntil: '2099-12-31', terms });
    const own = `${path}/${String(signed['agreementId'])}`;
    const desk = { role: 'plkk', facility: facilityId } as const;
    const worker = { ...WORKER, person: { ...WORKER.person, nik: '0000055205907001' } };
    expect(await system.post('/participants', worker, desk)).toMatchObject({
      status: 409,
      body: { code: 'PLKK_REGISTERS_NOBODY' },
    });
    const account = { bank: 'BANK LAIN', number: '0007654321', holder: 'RS Contoh Cikarang' };
    const amendment = { reference: 'ADD/5', from: '2026-01-01', registersWorkers: true, beds: 6, account };
    const proposed = await system.post(`${own}/amendments`, amendment);
    const waiting = await system.get(`/facilities/${facilityId}?after=${String(proposed.body.position)}`);
    expect(waiting.body).toMatchObject({ account: HOSPITAL.account, proposals: [{ account }] });
    const signature = `/facilities/${facilityId}/proposals/${String(proposed.body.proposalId)}/signature`;
    expect((await system.post(signature, {}, { role: 'supervisor' })).status).toBe(200);
    expect((await system.post('/participants', worker, desk)).status).toBe(201);
    const today = new Date().toISOString().slice(0, 10);
    const stop = { reference: 'SK/31', reason: 'QUALITY', patients: 'TREATED_ON', careUntil: '2098-02-01' };
    const suspension = { ...stop, from: '2098-01-01', until: '2098-02-01' };
    expect((await system.post(`${own}/suspension`, suspension)).status).toBe(403);
    const suspended = await system.post(`${own}/suspension`, suspension, { role: 'supervisor' });
    expect(suspended.status).toBe(200);
    const lifting = { reference: 'SK/32', from: '2098-01-11' };
    await system.post(`${own}/suspension/lifting`, lifting, { role: 'supervisor' });
    const check = { reference: 'M/1', checkedOn: '2026-11-01', outcome: 'PASSED', nextCheckBy: '2027-10-31' };
    await system.post(`${own}/quality-checks`, check);
    const ending = { ...stop, lastDay: '2098-01-31' };
    const ended = await system.post(`${own}/ending`, ending, { role: 'supervisor' });
    expect(ended).toMatchObject({ status: 200, body: { events: ['PlkkAgreementEnded'] } });
    const { body } = await system.get(
      `/facilities/${facilityId}?on=2098-01-05&after=${String(ended.body.position)}`,
    );
    expect(body).toMatchObject({
      account,
      isPlkk: false,
      nextCheckBy: '2027-10-31',
      agreements: [
        {
          lastDay: '2098-01-31',
          isInForce: false,
          terms: { ...terms, beds: 6, registersWorkers: true },
          suspensions: [{ from: '2098-01-01', until: '2098-01-10', careUntil: '2098-02-01' }],
          ended: { from: '2098-02-01', reason: 'QUALITY' },
        },
      ],
    });
    const listed = await system.get(`/facilities?name=cikarang&plkkOn=${today}&checkDueBy=2027-10-31`);
    expect(listed.body.items).toMatchObject([{ facilityId, isPlkk: true }]);
  });
});
