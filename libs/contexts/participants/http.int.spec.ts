import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bothSign } from '#contexts/journey.examples';
import { type Answer, type Participants, startParticipants } from './participants-app.examples.js';

const NIK = '0000055205900001';

const SITI = {
  channel: 'PLKK',
  payer: 'SELF',
  district: '321605',
  sector: 'OTHER',
  declaredIncomeIdr: 900_000,
  registeredOn: '2026-11-02',
  person: {
    nik: NIK,
    name: 'Siti Rahmawati',
    birthDate: '1990-05-12',
    sex: 'FEMALE',
    phone: '0812-0000-0000',
    occupation: 'kuli panggul',
    workplace: 'Pasar Cikarang',
  },
};

const NOVEMBER = { period: '2026-11', months: 1, payer: 'SELF', paidOn: '2026-11-02', receipt: 'R-1' };

/** Another worker, for specs that must not meet Siti. */
const worker = (serial: number, name: string, more: object = {}) => ({
  ...SITI,
  ...more,
  person: { ...SITI.person, nik: `000005520590${String(serial).padStart(4, '0')}`, name },
});

describe('Participants over HTTP', () => {
  let system: Participants;
  beforeAll(async () => {
    system = await startParticipants();
  });
  afterAll(() => system.stop());

  const register = (body: object, headers: Record<string, string> = {}) =>
    system.post('/participants', body, { headers });
  const pay = (id: unknown, body: object, headers: Record<string, string> = {}) =>
    system.post(`/participants/${String(id)}/contributions`, body, { headers });
  const detail = async (id: unknown, after: unknown) =>
    (await system.get(`/participants/${String(id)}?after=${String(after)}`)).body;
  const names = ({ body }: Answer) => (body.items as { name: string }[]).map(({ name }) => name);

  it('shows a PLKK the corrected name of whom it registered, and not what stood there', async () => {
    const { id } = (await system.post('/participants', worker(4402, 'Sari Conto'), { role: 'plkk' })).body;
    const corrected = await system.post(`/participants/${String(id)}/corrections`, {
      person: { name: 'Sari Contoh' },
      evidence: { kind: 'E_KTP', number: 'KTP 1' },
    });
    const path = `/participants/${String(id)}?after=${String(corrected.body.position)}`;
    expect((await system.get(path, { role: 'plkk' })).body).toMatchObject({
      name: 'Sari Contoh',
      corrections: [],
    });
    expect((await system.get(path)).body).toMatchObject({
      corrections: [{ before: { name: 'Sari Conto' }, now: { name: 'Sari Contoh' } }],
    });
  });

  it('takes back a payment that bounced, by two persons, and shows what it was; the month can be paid anew', async () => {
    const { id } = (await register(worker(4401, 'Sari Contoh'))).body;
    await pay(id, NOVEMBER);
    const reversals = `/participants/${String(id)}/contributions/reversals`;
    const bounced = { period: '2026-11', receipt: 'R-1', reason: 'BOUNCED', bankReference: 'BL 7' };
    const asked = await system.post(reversals, bounced, { role: 'finance' });
    expect(asked.body).toMatchObject({ events: ['ContributionReversalRequested'] });
    expect(await detail(id, asked.body.position)).toMatchObject({ coverage: 'ACTIVE', paidMonths: 1 });
    const waiting = await system.get(`/corrections?status=REQUESTED&after=${String(asked.body.position)}`, {
      role: 'supervisor',
    });
    expect(waiting.body.items).toMatchObject([
      { correctionId: asked.body.correctionId, participantId: id, subjects: ['CONTRIBUTION'] },
    ]);
    const confirmation = `${reversals}/${String(asked.body.correctionId)}/confirmation`;
    const made = await system.post(confirmation, {}, { role: 'supervisor' });
    expect(await detail(id, made.body.position)).toMatchObject({
      coverage: 'NEVER',
      paidThrough: null,
      paidMonths: 0,
      contributedIdr: 0,
      contributions: [{ receipt: 'R-1', reversal: 'BOUNCED', reversedOn: '2026-11-20' }],
    });
    const again = await pay(id, { ...NOVEMBER, receipt: 'R-2', paidOn: '2026-11-20' });
    expect(await detail(id, again.body.position)).toMatchObject({ coverage: 'ACTIVE', paidMonths: 1 });
  });

  it('registers a worker at a PLKK, takes the first month, and shows both at once', async () => {
    const registered = await system.post('/participants', SITI, { role: 'plkk' });
    expect(registered.status).toBe(201);
    expect(registered.headers.get('etag')).toBe('"0"');
    expect(registered.body).toMatchObject({ revision: '0', events: ['ParticipantRegistered'] });

    const { id } = registered.body;
    expect(await detail(id, registered.body.position)).toMatchObject({
      name: 'Siti Rahmawati',
      nikMasked: '0000**********01',
      phone: '081200000000',
      coverage: 'NEVER',
      contributionsRevision: null,
    });
    const paid = await pay(id, { ...NOVEMBER, amountIdr: 8_400 });
    expect(paid.body).toMatchObject({ id, events: ['ContributionPaid'] });
    expect(await detail(id, paid.body.position)).toMatchObject({
      coverage: 'ACTIVE',
      paidThrough: '2026-11',
      contributedIdr: 8_400,
      contributionsRevision: 0,
      contributions: [{ period: '2026-11', amountIdr: 8_400, receipt: 'R-1' }],
    });
  });

  it('prints the card, and the receipt of a payment: the same bytes each time, in either language', async () => {
    const { id } = (await register(worker(4492, 'Dewi Contoh', { district: '321699' }))).body;
    const paid = await pay(id, NOVEMBER);
    const { contributions } = await detail(id, paid.body.position);
    const [{ paymentId }] = contributions as [{ paymentId: string }];
    const card = await system.get(`/participants/${String(id)}/card.pdf`);
    expect([card.status, card.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(card.text).toMatch(/^%PDF-1\.7/);
    expect((await system.get(`/participants/${String(id)}/card.pdf`)).text).toBe(card.text);
    const receipt = `/participants/${String(id)}/contributions/${paymentId}/receipt.pdf`;
    expect((await system.get(receipt)).text).toMatch(/Tanda Terima Iuran/);
    expect((await system.get(`${receipt}?lang=en`)).text).toMatch(/Receipt of contributions/);
    const other = await system.get(receipt.replace(paymentId, String(id)));
    expect(other.body).toMatchObject({ code: 'PAYMENT_NOT_FOUND' });
  });

  it('gives each registration the number of a card, also when many come at once, and finds by it', async () => {
    const ids = await Promise.all(
      [4493, 4494, 4495].map(async (serial) => {
        const { body } = await register(worker(serial, 'Tini Contoh', { district: '321699' }));
        return [body.id, body.position];
      }),
    );
    const numbers = await Promise.all(
      ids.map(async ([id, position]) => {
        const { memberships } = await detail(id, position);
        return (memberships as { kpj: string }[])[0]?.kpj ?? '';
      }),
    );
    expect(new Set(numbers).size).toBe(3);
    for (const kpj of numbers) expect(kpj).toMatch(/^26[0-9]{9}$/);
    const found = await system.post('/participants/search', { kpj: numbers[1] });
    expect(found.body.items).toMatchObject([{ participantId: ids[1]?.[0], match: 'EXACT' }]);
  });

  it('names a family and a death, and gives what the next person needs for If-Match', async () => {
    const { id } = (await register(worker(2, 'Ani Lestari'))).body;
    const child = await system.post(`/participants/${String(id)}/children`, {
      school: { level: 'SMA', yearInLevel: 3 },
      person: { name: 'Dewi', birthDate: '2009-03-01' },
    });
    const heir = await system.post(
      `/participants/${String(id)}/heirs`,
      { relation: 'WIDOWER', person: { name: 'Budi' } },
      { headers: { 'if-match': '"1"' } },
    );
    const death = await system.post(`/participants/${String(id)}/death`, {
      diedOn: '2026-11-10',
      certificate: 'SKM-1',
      health: { cause: 'illness' },
    });
    expect([child.status, heir.status, death.status]).toEqual([200, 200, 200]);
    expect(await detail(id, death.body.position)).toMatchObject({
      revision: 3,
      diedOn: '2026-11-10',
      children: [{ childId: child.body.childId, name: 'Dewi', schoolLevel: 'SMA', yearInLevel: 3 }],
      heirs: [{ heirId: heir.body.heirId, relation: 'WIDOWER', name: 'Budi' }],
    });
  });

  it('keeps children of two participants apart, although their commands had one Idempotency-Key', async () => {
    const ids: unknown[] = [];
    for (const serial of [701, 702]) ids.push((await register(worker(serial, `Parent ${serial}`))).body.id);
    const headers = { 'idempotency-key': '0d1b7c9e-52ab-4c0e-9a55-2f6f5d1c7e01' };
    const named: Answer[] = [];
    for (const id of ids) {
      await pay(id, NOVEMBER, headers);
      const child = { person: { name: 'Dewi', birthDate: '2015-02-01' } };
      named.push(await system.post(`/participants/${String(id)}/children`, child, { headers }));
    }
    for (const [index, id] of ids.entries())
      expect(await detail(id, named[1]!.body.position)).toMatchObject({
        contributedIdr: 8_400,
        children: [{ childId: named[index]!.body.childId }],
      });
    expect(named[0]!.body.childId).not.toBe(named[1]!.body.childId);
  });

  it('gives a command sent twice its first answer', async () => {
    const key = { 'idempotency-key': '6a2b7f0c-0d7a-4f5a-8a53-2f1f5d0a9b22' };
    const first = await register(worker(3, 'Rina'), key);
    expect((await register(worker(3, 'Rina'), key)).body).toEqual({ ...first.body, repeated: true });
    const other = await register(worker(3, 'Rina Wati'), key);
    expect(other).toMatchObject({ status: 422, body: { code: 'COMMAND_ID_REUSED' } });
  });

  it('refuses a NIK that is registered, a stale If-Match and a sum that is not due', async () => {
    const { id, position } = (await register(worker(4, 'Wulan'))).body;
    const again = await register(worker(4, 'Wulan'));
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'ALREADY_REGISTERED', facts: { participantId: id } },
    });
    expect(again.headers.get('content-type')).toContain('application/problem+json');
    expect(again.text).not.toContain('Wulan');

    const wrong = await pay(id, { ...NOVEMBER, amountIdr: 16_800 });
    expect(wrong).toMatchObject({
      status: 409,
      body: { code: 'AMOUNT_DIFFERS', allowed: ['amountIdr 8400'] },
    });
    const stale = await pay(id, NOVEMBER, { 'if-match': '"7"' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'STALE_REVISION', revision: null } });
    expect(await detail(id, position)).toMatchObject({ coverage: 'NEVER', contributions: [] });
  });

  it('takes sponsored workers only under an agreement in force', async () => {
    const sponsor = await system.post('/sponsors', {
      kind: 'VILLAGE',
      name: 'Desa Sukamaju',
      district: '321605',
    });
    const { id: sponsorId } = sponsor.body;
    const agreement = await bothSign(system, `/sponsors/${String(sponsorId)}/agreements`, {
      reference: 'APBDes 1/2026',
      governmentPaid: true,
      validFrom: '2026-11-01',
      validUntil: '2026-12-31',
    });
    const paidBy = { payer: 'VILLAGE', sponsorId, agreementId: agreement['agreementId'] };
    const early = await register(worker(5, 'Yuni', { ...paidBy, registeredOn: '2026-10-31' }));
    expect(early.body.code).toBe('AGREEMENT_NOT_IN_FORCE');
    const unnamed = await register(worker(5, 'Yuni', { payer: 'VILLAGE' }));
    expect(unnamed.body.code).toBe('AGREEMENT_MISSING');

    const { id } = (await register(worker(5, 'Yuni', paidBy))).body;
    expect((await pay(id, { ...NOVEMBER, payer: 'VILLAGE' })).body.code).toBe('AGREEMENT_MISSING');
    const paid = await pay(id, { ...NOVEMBER, ...paidBy });
    expect(await detail(id, paid.body.position)).toMatchObject({ contributedIdr: 16_800 });
  });

  it('finds participants by NIK and by words of the name', async () => {
    const { position } = (await register(worker(6, 'Maria Ulfah 100%'))).body;
    const search = (body: object) => system.post('/participants/search', { after: position, ...body });
    expect(names(await search({ nik: NIK }))).toEqual(['Siti Rahmawati']);
    expect(names(await search({ nik: '0000055205909999' }))).toEqual([]);
    expect(names(await search({ name: 'ulFAH' }))).toEqual(['Maria Ulfah 100%']);
    expect(names(await search({ name: '100%' }))).toEqual(['Maria Ulfah 100%']);
    expect(names(await search({ name: '__' }))).toEqual([]);
    const inAddress = await system.post(`/participants/search?after=${String(position)}`, { name: 'ulFAH' });
    expect(names(inAddress)).toEqual(['Maria Ulfah 100%']);
    expect((await system.post('/participants/search?after=soon', {})).body.code).toBe('VALIDATION_FAILED');
  });

  it('narrows a list by district, segment and cover, and goes through it page by page', async () => {
    const far = { district: '327501' };
    for (const [serial, name, counted] of [
      [11, 'Cici', {}],
      [12, 'Ayu', { occupationGroup: 'TRADER', branch: 'J03', channel: 'BRANCH' }],
      [13, 'Bella', { occupationGroup: 'TRADER', branch: 'J04' }],
    ] as const)
      await register(worker(serial, name, { ...far, ...counted }));
    const { id } = (await register(worker(14, 'Dian', far))).body;
    const { position } = (await pay(id, NOVEMBER)).body;
    const list = (query: string) => system.get(`/participants?after=${String(position)}&${query}`);

    expect(names(await list('district=3275'))).toEqual(['Ayu', 'Bella', 'Cici', 'Dian']);
    expect(names(await list('district=327501&coverage=ACTIVE'))).toEqual(['Dian']);
    expect(names(await list('district=327501&coverage=NEVER&segment=BPU'))).toEqual(['Ayu', 'Bella', 'Cici']);
    expect(names(await list('district=327501&segment=PU'))).toEqual([]);
    expect(names(await list('occupationGroup=TRADER&branch=J03&channel=BRANCH'))).toEqual(['Ayu']);
    expect(names(await list('district=3275&occupationGroup=FARMER'))).toEqual([]);

    const first = await list('district=327501&limit=3');
    expect(names(first)).toEqual(['Ayu', 'Bella', 'Cici']);
    const second = await list(`district=327501&limit=3&cursor=${String(first.body.nextCursor)}`);
    expect([names(second), second.body.nextCursor]).toEqual([['Dian'], null]);
  });

  it('tells the cover on the day of the question', async () => {
    const { id } = (await register(worker(21, 'Farah'))).body;
    const { position } = (await pay(id, NOVEMBER)).body;
    const coverOn = async (moment: string) => {
      const { body } = await system.get(`/participants/${String(id)}?after=${String(position)}`, {
        headers: { 'x-lindung-clock': moment },
      });
      return body.coverage;
    };
    expect(await coverOn('2026-12-15T23:00:00+07:00')).toBe('ACTIVE');
    expect(await coverOn('2026-12-15T17:00:00Z')).toBe('PENDING_ARREARS');
    expect(await coverOn('2027-03-01T00:00:00+07:00')).toBe('INACTIVE');
  });

  it.each([
    ['a NIK of 15 digits', { person: { ...SITI.person, nik: '000005520590001' } }, 400, 'VALIDATION_FAILED'],
    [
      'a NIK of an impossible day',
      { person: { ...SITI.person, nik: '0000057205900001' } },
      409,
      'NIK_MALFORMED',
    ],
    ['no name', { person: { ...SITI.person, name: ' ' } }, 400, 'VALIDATION_FAILED'],
    [
      'a birth date that does not exist',
      { person: { ...SITI.person, birthDate: '1990-02-30' } },
      400,
      'VALIDATION_FAILED',
    ],
    [
      'a worker of 65',
      { person: { ...SITI.person, nik: '0000055205610001', birthDate: '1961-05-12' } },
      409,
      'AGE_OVER_LIMIT',
    ],
    ['a district by name', { district: 'Cikarang' }, 400, 'VALIDATION_FAILED'],
    ['an income with decimals', { declaredIncomeIdr: 900_000.5 }, 400, 'VALIDATION_FAILED'],
    ['a field that does not exist', { kpj: '12345678901' }, 400, 'VALIDATION_FAILED'],
    [
      'a registration tomorrow',
      { registeredOn: '2026-11-21', person: { ...SITI.person, nik: '0000055205900077' } },
      409,
      'REGISTERED_IN_FUTURE',
    ],
  ])('refuses %s, and repeats nothing personal', async (_what, changes, status, code) => {
    const answer = await register({ ...SITI, ...changes });
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const { person } = { ...SITI, ...changes };
    for (const personal of [person.nik, person.birthDate, 'Siti', 'Rahmawati', '0812'])
      expect(answer.text).not.toContain(personal);
  });

  it('refuses a cursor that no page has given, and a participant that does not exist', async () => {
    expect((await system.get('/participants?cursor=bm8')).body.code).toBe('VALIDATION_FAILED');
    const forged = Buffer.from(JSON.stringify(['Ayu', 'nobody'])).toString('base64url');
    expect((await system.get(`/participants?cursor=${forged}`)).status).toBe(400);
    const nobody = await system.get('/participants/6a2b7f0c-0d7a-4f5a-8a53-2f1f5d0a9b22');
    expect(nobody).toMatchObject({ status: 404, body: { code: 'PARTICIPANT_NOT_FOUND' } });
  });

  it('lets nobody register, pay or look who may not', async () => {
    expect((await system.post('/participants', SITI, { role: 'reporting' })).status).toBe(403);
    expect((await system.post('/participants', SITI, { role: 'auditor' })).status).toBe(403);
    expect((await system.get('/participants', { role: 'reporting' })).status).toBe(403);
    expect((await system.get('/participants', { role: 'auditor' })).status).toBe(200);
  });
});
