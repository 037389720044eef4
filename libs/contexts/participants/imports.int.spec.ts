import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import { AppLogger } from '#runtime';
import { eventually } from '#testing';
import { type Participants, startParticipants } from './participants-app.examples.js';
import { HEADER, codes, fileOf, linesOf, nikOf, row, termsOfVillage } from './village-lists.examples.js';

const XLSX = { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

describe('Importing the list of a village', () => {
  let system: Participants;
  let terms: string;
  beforeAll(async () => {
    system = await startParticipants();
    terms = await termsOfVillage(system);
  });
  afterAll(() => system.stop());

  /** Sends it again where a busy log did not answer in time, as the problem says: then it goes on. */
  const importFile = async (file: Buffer, query = terms, attempts = 3) => {
    const { status, text, headers } = await system.importFile(query, file);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
    const said = linesOf(text);
    const { problem, report } = said.at(-1) ?? {};
    if (problem?.code === 'APPEND_UNANSWERED' && attempts > 1) return importFile(file, query, attempts - 1);
    expect(problem).toBeUndefined();
    return { said, report };
  };

  /** How many participants a list has, over all its pages. */
  async function count(query: string): Promise<number> {
    const seen = new Set<string>();
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = cursor === undefined ? '' : `&cursor=${cursor}`;
      const { body } = await system.get(`/participants?limit=200&${query}${page}`);
      for (const { participantId } of body.items as { participantId: string }[]) seen.add(participantId);
      cursor = body.nextCursor as string | null;
    }
    return seen.size;
  }

  it('registers the good rows as of the payment, covered from it, and answers for each bad one', async () => {
    await system.post('/participants', {
      channel: 'BRANCH',
      payer: 'SELF',
      district: '321605',
      sector: 'OTHER',
      declaredIncomeIdr: 900_000,
      registeredOn: '2026-10-05',
      person: {
        nik: '0000055205900005',
        name: 'Warga 5',
        birthDate: '1990-05-12',
        sex: 'FEMALE',
        occupation: 'petani',
        workplace: 'Sukamaju',
      },
    });
    const file = fileOf(
      row(1),
      row(2, '321605', { nik: '00000552059000' }),
      row(1, '321605', { name: 'Warga 1 lagi' }),
      row(4, '321605', { born: '1990-05-13' }),
      row(5),
      row(6, '321605', { nik: '0000055205610006', born: '1961-05-12' }),
      row(7, '321605', { name: '' }),
      Buffer.concat([Buffer.from('0000055205900008,Ren'), Buffer.from([0xe9]), Buffer.from(',1990-05-12')]),
      '0000055205900009,"Warga 9,1990-05-12,P,,petani,Sukamaju,321605,900000',
      row(10),
    );
    const { said, report } = await importFile(file);
    expect(said[0]).toEqual({ progress: { done: 0, of: 10 } });
    expect(report).toMatchObject({ rows: 10, registered: 3, repeated: false });
    expect(codes(report?.rejected)).toEqual([
      [3, 'NIK_MALFORMED'],
      [4, 'NIK_TWICE_IN_FILE'],
      [6, 'ALREADY_REGISTERED'],
      [7, 'AGE_OVER_LIMIT'],
      [8, 'NAME_MISSING'],
      [9, 'ENCODING_NOT_UTF8'],
      [10, 'LINE_BROKEN'],
    ]);
    expect(codes(report?.warnings)).toEqual([[5, 'NIK_BIRTH_DATE_DIFFERS']]);
    expect(report?.rejected[2]).toHaveProperty('participantId');

    const { body } = await system.post('/participants/search', {
      nik: '0000055205900001',
      after: report?.position,
    });
    const [{ participantId }] = body.items as [{ participantId: string }];
    expect((await system.get(`/participants/${participantId}`)).body).toMatchObject({
      channel: 'REGENT_DECREE',
      branch: 'J03',
      payer: 'VILLAGE',
      registeredOn: '2026-11-02',
      coverage: 'ACTIVE',
      contributions: [{ period: '2026-11', amountIdr: 16_800, payer: 'VILLAGE', receipt: 'SP2D-1' }],
    });
    for (const personal of ['Warga', '1990-05-12', '0000055205900001'])
      expect(JSON.stringify(said)).not.toContain(personal);
  });

  it('gives the same file on the same terms its first report, in whatever order the terms come', async () => {
    const file = fileOf(row(31), row(32, '321605', { name: '' }));
    const first = await importFile(file);
    const reversed = new URLSearchParams([...new URLSearchParams(terms)].toReversed()).toString();
    const second = await importFile(file, reversed);
    expect(second.said).toEqual([
      { report: { ...first.report, repeated: true, position: expect.any(String) } },
    ]);
  });

  it('survives two people sending the same file at the same time', async () => {
    const file = fileOf(...Array.from({ length: 60 }, (_, index) => row(3001 + index, '327502')));
    const both = await Promise.all([importFile(file), importFile(file)]);
    for (const { report } of both) expect(report).toMatchObject({ rows: 60, registered: 60, rejected: [] });
  });

  it('stops when whoever sent the file goes away, and goes on when it is sent again', async () => {
    const file = fileOf(...Array.from({ length: 1900 }, (_, index) => row(8001 + index, '327503')));
    const told = jest.spyOn(AppLogger.prototype, 'info');
    const { body } = await system.startImport(terms, file);
    const reader = body!.getReader();
    await reader.read();
    await reader.cancel();
    const isLeft = () => told.mock.calls.some(([, message]) => message.startsWith('Import left'));
    await eventually('the import is left', isLeft);
    told.mockRestore();
    const registered = async () => {
      const { body: last } = await system.post('/sponsors', {
        kind: 'VILLAGE',
        name: 'Desa Lain',
        district: '327503',
      });
      return count(`district=327503&after=${String(last.position)}`);
    };
    const whenLeft = await registered();
    expect(whenLeft).toBeLessThan(1900);
    expect(await registered()).toBe(whenLeft);

    const { report } = await importFile(file);
    expect(report).toMatchObject({ rows: 1900, registered: 1900, rejected: [], repeated: false });
    expect(await count(`district=327503&coverage=ACTIVE&after=${report?.position}`)).toBe(1900);
  });

  it('gives up a file of lines that cannot be read before anybody of it is registered', async () => {
    const file = fileOf(
      row(7001, '327504'),
      ...Array.from({ length: 1001 }, () => 'a,b'),
      row(7002, '327504'),
    );
    const refused = await system.importFile(terms, file);
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'FILE_TOO_MANY_FAULTS', facts: { line: 3, fault: 'LINE_BROKEN' } },
    });
    expect(await count('district=327504')).toBe(0);
  });

  it('writes down as many remarks as a file has rows, each page once', async () => {
    const registered = Array.from({ length: 20 }, (_, index) => row(7101 + index, '327505'));
    await importFile(fileOf(...registered));
    const again = Array.from({ length: 2500 }, (_, index) => registered[index % 20] ?? '');
    const file = fileOf(...again);
    const { report } = await importFile(file);
    expect(report).toMatchObject({ rows: 2500, registered: 0, repeated: false });
    expect(report?.rejected).toHaveLength(2500);
    expect((await importFile(file)).report).toMatchObject({ repeated: true, rejected: report?.rejected });
  });

  it('says in a dry run what would come of a file, and records nothing', async () => {
    await importFile(fileOf(row(7201, '327506')));
    const file = fileOf(row(7201, '327506'), row(7202, '327506'), row(7203, '327506', { name: '' }));
    const before = (await importFile(fileOf(row(7204, '327507')))).report?.position;
    const { report } = await importFile(file, `${terms}&dryRun=true`);
    expect(report).toMatchObject({ dryRun: true, rows: 3, registered: 1, owedIdr: 16_800 });
    expect(codes(report?.rejected)).toEqual([
      [2, 'ALREADY_REGISTERED'],
      [4, 'NAME_MISSING'],
    ]);
    expect(report?.position).toBe(before);
    expect((await importFile(file)).report).toMatchObject({ registered: 1, repeated: false });
  });

  it('takes an Excel workbook as it takes a CSV, and says which NIK was typed as a number', async () => {
    const cells = (serial: number, nik: string | number) => [
      nik,
      ...row(serial, '327509').split(',').slice(1, -1),
      900_000,
    ];
    const rows = [HEADER.split(','), cells(7401, nikOf(7401)), cells(7402, 3_216_055_205_900_001)];
    const sheet = await writeXlsx({ sheets: [{ name: 'Daftar', rows }] });
    const { text } = await system.importFile(terms, Buffer.from(sheet), { headers: XLSX });
    const report = linesOf(text).at(-1)?.report;
    expect(report).toMatchObject({ rows: 2, registered: 1 });
    expect(codes(report?.rejected)).toEqual([[3, 'DIGITS_LOST']]);
  });

  it('refuses a workbook that unpacks to more than a list before anything of it is read', async () => {
    const rows = [['nik'], ...Array.from({ length: 100_000 }, () => [nikOf(1)])];
    const bomb = Buffer.from(await writeXlsx({ sheets: [{ name: 'Daftar', rows }] }));
    const { status, body } = await system.importFile(terms, bomb, { headers: XLSX });
    expect([status, body['code']]).toEqual([422, 'FILE_TOO_LONG']);
    // A zip that says of itself that it has 65,535 entries.
    const crowd = Buffer.from('504b0304504b0506000000000000ffff000000000000000000000000', 'hex');
    const many = await system.importFile(terms, crowd, { headers: XLSX });
    expect([many.status, many.body['code']]).toEqual([413, 'FILE_UNPACKS_TOO_LARGE']);
  });

  it.each([
    ['a column that is missing', 'nik,name\n1,2\n', 'FILE_COLUMNS_MISSING'],
    ['no header', '', 'BODY_MISSING|FILE_EMPTY'],
    ['UTF-16', Buffer.from(`\ufeff${HEADER}\n`, 'utf16le'), 'FILE_ENCODING'],
  ])('refuses a file with %s as a whole', async (_what, file, code) => {
    const { status, headers, body } = await system.importFile(terms, file);
    expect(status).toBe(422);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body.code).toMatch(new RegExp(code));
  });

  it.each([
    [
      'an agreement that does not exist',
      { agreementId: '6a2b7f0c-0d7a-4f5a-8a53-2f1f5d0a9b22' },
      404,
      'AGREEMENT_NOT_FOUND',
    ],
    [
      'a sponsor that does not exist',
      { sponsorId: '6a2b7f0c-0d7a-4f5a-8a53-2f1f5d0a9b22' },
      404,
      'SPONSOR_NOT_FOUND',
    ],
    [
      'a payment before the agreement',
      { paidOn: '2025-12-31', period: '2025-12' },
      409,
      'AGREEMENT_NOT_IN_FORCE',
    ],
    ['a payment after today', { paidOn: '2026-11-21' }, 409, 'PAID_IN_FUTURE'],
    ['months before the payment', { period: '2026-10' }, 409, 'BEFORE_REGISTRATION'],
    ['a number of months that cannot be bought', { months: '7' }, 409, 'MONTHS_NOT_OFFERED'],
    ['months far ahead', { period: '2099-10' }, 409, 'PERIOD_TOO_FAR_AHEAD'],
    ['no channel', { channel: undefined }, 409, 'CHANNEL_NOT_STATED'],
    ['months that are no number', { months: 'two' }, 400, 'VALIDATION_FAILED'],
  ])('refuses terms with %s before anybody is registered', async (_what, changes, status, code) => {
    const given = { ...Object.fromEntries(new URLSearchParams(terms)), ...changes };
    const query = new URLSearchParams(
      Object.entries(given).filter((term): term is [string, string] => term[1] !== undefined),
    );
    const answer = await system.importFile(query.toString(), fileOf(row(5001)));
    expect(answer).toMatchObject({ status, body: { code } });
    const { body } = await system.post('/participants/search', { nik: '0000055205905001' });
    expect(body.items).toEqual([]);
  });

  it('is for registrars, and for files', async () => {
    const refused = await system.importFile(terms, fileOf(row(1)), { role: 'plkk' });
    expect(refused.status).toBe(403);
    expect((await system.post(`/participants/imports?${terms}`, {})).status).toBe(415);
  });

  it('finishes an interrupted import when the file is sent again, and registers nobody twice', async () => {
    const many = fileOf(...Array.from({ length: 300 }, (_, index) => row(1001 + index, '327501')));
    const interrupted = await system.startImport(terms, many);
    let text = '';
    for await (const chunk of interrupted.body!) {
      text += Buffer.from(chunk).toString();
      if (text.includes('"done":100,')) await system.stopLog();
    }
    await system.stopLog();
    const said = linesOf(text);
    expect(said.at(-1)?.problem?.code).toMatch(/EVENT_LOG_UNAVAILABLE|APPEND_UNANSWERED/);
    expect(said.at(-2)?.progress?.done).toBeLessThan(300);

    await system.startLog();
    await eventually('the log answers', async () => (await system.get('/health/ready')).status === 200);
    const { report } = await importFile(many);
    expect(report).toMatchObject({ rows: 300, registered: 300, rejected: [], repeated: false });

    const after = `after=${report?.position}`;
    expect(await count(`district=327501&${after}`)).toBe(300);
    expect(await count(`district=327501&coverage=ACTIVE&${after}`)).toBe(300);
    expect((await importFile(many)).report).toMatchObject({ registered: 300, repeated: true });
  });

  it('registers and pays for the true owner of a NIK that was typed wrong for somebody else', async () => {
    const [wrong, right] = ['0000065205900001', '0000065205900002'];
    const person = { nik: wrong, name: 'Siti Contoh', birthDate: '1990-05-12', sex: 'FEMALE' };
    const { body: siti } = await system.post('/participants', {
      channel: 'BRANCH',
      payer: 'SELF',
      district: '321605',
      sector: 'OTHER',
      declaredIncomeIdr: 900_000,
      registeredOn: '2026-11-02',
      person: { ...person, occupation: 'petani', workplace: 'Sukamaju' },
    });
    const corrections = `/participants/${String(siti.id)}`;
    const { body: asked } = await system.post(`${corrections}/nik`, {
      person: { nik: right },
      evidence: { kind: 'DUKCAPIL_ANSWER', number: '400/1' },
    });
    await system.post(
      `${corrections}/corrections/${String(asked.correctionId)}/confirmation`,
      {},
      { role: 'supervisor' },
    );
    const file = fileOf(row(1, '321605', { nik: wrong }), row(2, '321605', { nik: right }));
    const report = linesOf((await system.importFile(terms, file)).text).at(-1)?.report;
    expect(report).toMatchObject({ registered: 1 });
    expect(report?.rejected).toMatchObject([
      { line: 3, code: 'ALREADY_REGISTERED', participantId: String(siti.id) },
    ]);
    const { body } = await system.post(`/participants/search?after=${String(report?.position)}`, {
      nik: wrong,
      name: 'Warga 1',
    });
    expect(body.items).toMatchObject([{ name: 'Warga 1', coverage: 'ACTIVE', paidThrough: '2026-11' }]);
    const again = linesOf((await system.importFile(terms, file)).text).at(-1)?.report;
    expect(again).toMatchObject({ registered: 1, repeated: true });
  });
});
