import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NIK, type Things, startThings } from './things-app.js';

describe('A request that cannot be accepted', () => {
  let things: Things;
  beforeAll(async () => {
    things = await startThings({ BODY_LIMIT: '2048' });
  });
  afterAll(() => things.stop());

  it('names every wrong field and what is allowed, and repeats no value', async () => {
    const { status, headers, text, body } = await things.post('/things', {
      nik: '32160101019',
      segment: 'XX',
      heirs: [
        { name: '', nik: 'Siti' },
        { name: 'Siti', phone: '08123456789' },
      ],
    });
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({
      type: 'https://lindung.example/problems/validation-failed',
      title: 'Bad Request',
      status: 400,
      code: 'VALIDATION_FAILED',
      correlationId: headers.get('x-correlation-id'),
    });
    expect(body.errors).toEqual([
      { field: 'nik', message: 'must be 16 digits' },
      { field: 'segment', message: 'must be one of PU, BPU', allowed: ['PU', 'BPU'] },
      {
        field: 'heirs.0.name',
        message: 'must be a name of 1 to 100 visible characters that does not begin with = + - or @',
      },
      { field: 'heirs.0.nik', message: 'must be 16 digits' },
      { field: 'heirs.1.phone', message: 'is not a field of this request', allowed: ['name', 'nik'] },
    ]);
    for (const value of ['32160101019', 'Siti', '08123456789']) expect(text).not.toContain(value);
  });

  it('does not repeat the name of an unknown field that may be personal itself', async () => {
    const { body, text } = await things.post('/things', { nik: NIK, segment: 'PU', [NIK]: 1 });
    expect(body.errors).toEqual([
      { field: '(unnamed)', message: 'is not a field of this request', allowed: ['nik', 'segment', 'heirs'] },
    ]);
    expect(text).not.toContain(NIK);
  });

  it('says it in Indonesian to whom would rather read that', async () => {
    const { headers, body } = await things.post('/things', { nik: '1' }, { 'accept-language': 'id' });
    expect(headers.get('content-language')).toBe('id');
    expect(body.detail).toBe('Beberapa isian kosong atau salah');
    expect(body.errors).toContainEqual({ field: 'nik', message: 'harus berupa 16 angka' });
  });

  it.each([
    ['no token', '/things/me', {}, 'Masuklah dahulu: ini memerlukan bearer token'],
    [
      'no such address',
      '/nobody',
      {},
      'Tidak ada yang menjawab metode ini di alamat ini; lihat /docs untuk yang tersedia',
    ],
    ['an address that cannot be decoded', '/things/by-id/%ZZ', {}, 'Alamat tidak dapat dibaca'],
    ['broken JSON', '/things', { body: '{' }, 'Isi permintaan bukan JSON yang sah (baris 1, kolom 2)'],
    [
      'a log that is down',
      '/things/broken/log-down',
      {},
      'Log peristiwa sedang tidak menjawab; tidak ada lagi yang dicatat, kirim ulang permintaan yang sama',
    ],
  ])(
    'says in Indonesian also what no context refuses: %s',
    async (_what, path, { body: sent }: { body?: string }, detail) => {
      const asked = { 'accept-language': 'id' };
      const { headers, body } =
        sent === undefined
          ? await things.ask(path, { headers: asked })
          : await things.post(path, sent, asked);
      expect(headers.get('content-language')).toBe('id');
      expect(body.detail).toBe(detail);
    },
  );

  it('tells what is allowed instead in the language asked for', async () => {
    const { body } = await things.post(
      '/things/context',
      {},
      { 'idempotency-key': '1', 'accept-language': 'id' },
    );
    expect(body).toMatchObject({
      code: 'IDEMPOTENCY_KEY_INVALID',
      allowed: ['Idempotency-Key: <UUID baru untuk setiap perintah, yang sama bila dikirim ulang>'],
    });
  });

  it('refuses fields that are named like members of every object as well', async () => {
    const refused = { message: 'is not a field of this request', allowed: ['nik', 'segment', 'heirs'] };
    const { body } = await things.post('/things', { nik: NIK, segment: 'PU', constructor: {}, toString: 1 });
    expect(body.errors).toEqual([
      { field: 'constructor', ...refused },
      { field: 'toString', ...refused },
    ]);
    const query = await things.get('/things?constructor=1', { role: 'auditor' });
    expect(query.status).toBe(400);
    expect(query.body.errors).toEqual([expect.objectContaining({ field: 'constructor' })]);
  });

  it('refuses null where a field may be left out', async () => {
    const { body } = await things.post('/things', { nik: NIK, segment: 'PU', heirs: null });
    expect(body.errors).toContainEqual({ field: 'heirs', message: 'must be a list of 0 to 2 items' });
  });

  it.each([
    ['JSON that breaks off', '{"name": "Siti', 400, 'JSON_MALFORMED'],
    ['a body that is empty', '', 400, 'BODY_MISSING'],
    ['JSON that is no object', '[1]', 400, 'JSON_NOT_AN_OBJECT'],
    ['a prototype in disguise', '{"__proto__": {"admin": true}}', 400, 'JSON_MALFORMED'],
    ['more levels than a stack can take', '{"a":'.repeat(300) + '1' + '}'.repeat(300), 400, 'JSON_MALFORMED'],
    ['lists within lists', `{"heirs": ${'['.repeat(500)}${']'.repeat(500)}}`, 400, 'JSON_MALFORMED'],
    ['a field that stands twice', '{"segment": "PU", "segment": "BPU"}', 400, 'JSON_NAME_TWICE'],
    ['bytes that are not UTF-8', new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x7d]), 400, 'BODY_NOT_UTF8'],
    ['a body over the limit', JSON.stringify({ nik: 'x'.repeat(3000) }), 413, 'BODY_TOO_LARGE'],
  ])('refuses %s', async (_what, body, status, code) => {
    const answer = await things.post('/things', body);
    expect(answer.status).toBe(status);
    expect(answer.body.code).toBe(code);
    expect(answer.text).not.toContain('Siti');
  });

  it.each([
    ['{"nik": 1, "nik": 1}', 'nik'],
    ['{"a": "nik:", "heirs": [{"name": "x"}, {"name": "\\"", "\\u006eame": ": {"}]}', 'heirs.1.name'],
    ['{"heirs": [[{}, {"3204105507800001": 1, "3204105507800001": 2}]]}', 'heirs.0.1.(unnamed)'],
    ['{"é:é": {"": 1, "": 2}}', '(unnamed).(unnamed)'],
  ])('says what stands twice in %s, and repeats nothing that may be personal', async (body, field) => {
    const answer = await things.post('/things', body, { 'accept-language': 'id' });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      code: 'JSON_NAME_TWICE',
      detail: `Isi permintaan menyebut ${field} dua kali: sebutkan sekali saja`,
      errors: [{ field, message: 'disebut dua kali' }],
    });
  });

  it.each([
    '{"nik": "a:b", "segment": {"segment": {"segment": ["\\\\", "\\":", ":"]}}}',
    '{"heirs": [{"name": 1}, {"name": 2}], "name": "\\u0022:\\u005c"}',
    '{"\\u003a:": "é:", ":": {}, "": [[], {}]}',
  ])('takes what is said once in each object: %s', async (body) => {
    expect((await things.post('/things', body)).body.code).toBe('VALIDATION_FAILED');
  });

  it.each([
    ['another media type', 'text/plain', 'UNSUPPORTED_MEDIA_TYPE'],
    ['a file where JSON is taken', 'text/csv', 'UNSUPPORTED_MEDIA_TYPE'],
    ['another encoding', 'application/json; charset=iso-8859-1', 'UNSUPPORTED_CHARSET'],
  ])('answers 415 to %s and says what is taken', async (_what, contentType, code) => {
    const { status, body } = await things.post('/things', '{}', { 'content-type': contentType });
    expect(status).toBe(415);
    expect(body.code).toBe(code);
    expect(body.allowed).toEqual([expect.stringContaining('application/json')]);
  });

  it('answers 415 to a body that says it is packed, and takes one that says it is not', async () => {
    for (const encoding of ['gzip', 'identity, br']) {
      const { status, body } = await things.post('/things', '{}', { 'content-encoding': encoding });
      expect(status).toBe(415);
      expect(body.code).toBe('UNSUPPORTED_ENCODING');
      expect(body.allowed).toEqual(['Content-Encoding: identity']);
    }
    const { body } = await things.post('/things', '{}', { 'content-encoding': 'Identity' });
    expect(body.code).toBe('VALIDATION_FAILED');
  });

  it('takes a file as it is where a route takes files, beyond the limit of JSON', async () => {
    const { body } = await things.post('/things/file', 'x'.repeat(5000), { 'content-type': 'text/csv' });
    expect(body).toEqual({ bytes: 5000 });
    const json = await things.post('/things/file', '{}');
    expect(json.status).toBe(415);
    expect(json.body.allowed).toEqual(['Content-Type: text/csv']);
    const nothing = await things.ask('/things/file', {
      method: 'POST',
      headers: await things.bearer({ role: 'registrar' }),
    });
    expect(nothing.status).toBe(400);
    expect(nothing.body.code).toBe('BODY_MISSING');
    const sheet = await things.post('/things/file', 'x', { 'content-type': 'application/vnd.ms-excel' });
    expect(sheet.status).toBe(415);
    expect(sheet.body.allowed).toEqual(['Content-Type: text/csv']);
  });

  it('takes no body at all for none, not for an empty one', async () => {
    const { status, body } = await things.ask('/things', {
      method: 'POST',
      headers: await things.bearer({ role: 'registrar' }),
    });
    expect([status, body.code]).toEqual([400, 'BODY_MISSING']);
  });

  it('answers 404 to an unknown address without repeating it', async () => {
    const { status, text, body } = await things.ask(`/nobody?nik=${NIK}`);
    expect(status).toBe(404);
    expect(body.code).toBe('ROUTE_NOT_FOUND');
    expect(text).not.toContain(NIK);
  });

  it('answers 431 to an address that is too long to be read at all', async () => {
    const { status, headers, body } = await things.ask(`/things?x=${'x'.repeat(20_000)}`);
    expect(status).toBe(431);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({ status: 431, code: 'HEADERS_TOO_LARGE' });
  });

  it('answers 400 to an address that cannot be decoded', async () => {
    const { status, headers, body } = await things.ask('/things/by-id/%ZZ');
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body.code).toBe('ADDRESS_MALFORMED');
  });

  it.each([
    ['limit=500', 'limit', 'must be a whole number, 1 to 200'],
    ['limit=1.5', 'limit', 'must be a whole number, 1 to 200'],
    ['after=yesterday', 'after', 'must be the position a command answered with: digits only'],
    ['cursor=%20', 'cursor', 'must be the nextCursor of the page before'],
    ['nik=1', 'nik', 'is not a field of this request'],
  ])('refuses the query ?%s', async (query, field, message) => {
    const { status, body } = await things.get(`/things?${query}`, { role: 'auditor' });
    expect(status).toBe(400);
    expect(body.errors).toEqual([expect.objectContaining({ field, message })]);
  });

  it('refuses an id in the path that is no UUID, without repeating it', async () => {
    const { status, text, body } = await things.get(`/things/by-id/${NIK}`, { role: 'auditor' });
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ field: 'id', message: 'must be a UUID' }]);
    expect(text).not.toContain(NIK);
  });
});
