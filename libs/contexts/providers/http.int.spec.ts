import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { providers } from './context.js';

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
    system = await startContextApp([providers]);
  });
  afterAll(() => system.stop());

  const register = async () => String((await system.post('/facilities', HOSPITAL)).body.id);

  it('registers a hospital, makes it a PLKK and extends its agreement', async () => {
    const registered = await system.post('/facilities', HOSPITAL);
    expect(registered).toMatchObject({ status: 201, body: { events: ['FacilityRegistered'] } });
    const path = `/facilities/${String(registered.body.id)}/agreements`;
    const signed = await system.post(path, AGREEMENT, { headers: { 'if-match': '"0"' } });
    expect(signed).toMatchObject({ status: 200, body: { events: ['PlkkAgreementSigned'], revision: '1' } });
    const extended = await system.post(`${path}/${String(signed.body.agreementId)}/addenda`, ADDENDUM);
    expect(extended).toMatchObject({ status: 200, body: { events: ['PlkkAgreementExtended'] } });
  });

  it('refuses a second agreement for the same days, and says until when the first one runs', async () => {
    const path = `/facilities/${await register()}/agreements`;
    await system.post(path, AGREEMENT);
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
});
