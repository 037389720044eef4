import type { Draft } from '../draft.js';
import type { Random } from '../../system/random.js';
import type { Mutations } from './mutation.js';

/** Another value of a header, or the header away. */
const header =
  (name: string, ...values: readonly (string | undefined)[]) =>
  ({ headers }: Draft, random: Random): void => {
    const value = random.pick(values);
    if (value === undefined) delete headers[name];
    else headers[name] = value;
  };

/** Signed by nobody: header and claims of a token with the algorithm `none`. */
const UNSIGNED = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIiwicm9sZXMiOlsic3VwZXJ2aXNvciJdfQ.';

export const headerMutations: Mutations = {
  'another role': (draft, random, { roles }) => {
    draft.role = random.pick(roles);
  },
  'a strange token': header(
    'authorization',
    '',
    'Bearer',
    'Bearer ',
    'Bearer a.b.c',
    `Bearer ${UNSIGNED}`,
    'Basic YTpi',
    'bearer x',
    `Bearer ${'a'.repeat(5000)}`,
    'Bearer \u00e9',
    'Bearer a, Bearer b',
  ),
  'another media type': header(
    'content-type',
    undefined,
    '',
    'text/plain',
    'text/csv',
    'application/json; charset=utf-16',
    'application/json; charset="utf-8"',
    'application/json;',
    'application/merge-patch+json',
    'APPLICATION/JSON',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    '*/*',
    'x',
  ),
  'a strange If-Match': header(
    'if-match',
    '',
    '*',
    '"',
    '""',
    'W/"1"',
    '1',
    '"1", "2"',
    '"-1"',
    '"a"',
    '"0"',
    '"9223372036854775807"',
    '"9223372036854775808"',
    `"${'9'.repeat(400)}"`,
  ),
  'a strange Idempotency-Key': header(
    'idempotency-key',
    undefined,
    '',
    '1',
    'x'.repeat(3000),
    '00000000-0000-0000-0000-000000000000',
    '{}',
    'null',
  ),
  'a key in capital letters': ({ headers }) => {
    headers['idempotency-key'] = headers['idempotency-key']?.toUpperCase() ?? 'A';
  },
  'the key of another command': ({ headers }, random, { accepted }) => {
    const other = random.maybe(accepted);
    if (other) headers['idempotency-key'] = other.idempotencyKey;
  },
  'a command sent again with another body': (draft, random, { accepted }) => {
    const other = random.maybe(accepted);
    if (!other) return;
    Object.assign(draft, {
      ...other.draft,
      headers: { ...other.draft.headers },
      json: { ...other.draft.json, receipt: 'other' },
    });
  },
  'another clock': header(
    'x-lindung-clock',
    '',
    'yesterday',
    '2026-03-02',
    '2026-03-02T09:30:00',
    '0000-01-01T00:00:00Z',
    '1899-12-31T23:59:59Z',
    '2200-12-31T23:59:59Z',
    '2201-01-01T00:00:00Z',
    '+012026-01-01T00:00:00Z',
    '2026-03-02T09:30:00+14:00',
    '2026-03-02T09:30:00.123456789Z',
    '2026-03-02T09:30:00[Asia/Jakarta]',
  ),
  'a strange language': header(
    'accept-language',
    'id',
    'en',
    'id;q=0.5,en;q=0.9',
    '*',
    'x'.repeat(3000),
    ';;;,,,',
    'id;q=abc',
    '\u00ff',
  ),
  'another answer asked for': header(
    'accept',
    'text/html',
    'application/xml',
    'application/json;q=0',
    '',
    'x',
  ),
  'a strange correlation': header(
    'x-correlation-id',
    '',
    'x',
    '\u00e9',
    'a'.repeat(5000),
    '00000000-0000-0000-0000-000000000000',
  ),
  'an encoded body': header('content-encoding', 'gzip', 'br', 'identity', 'x'),
  'a range': header('range', 'bytes=0-1', 'x'),
  conditions: header('if-none-match', '*', '"0"', 'W/"0"', 'x'),
  'another method in a header': header('x-http-method-override', 'DELETE', 'PATCH'),
  'an upgrade': header('upgrade', 'h2c', 'websocket'),
  'another host': header('host', 'x', 'localhost:1', '[::1]', 'a b', '127.0.0.1:99999'),
  'many headers': ({ headers }) => {
    for (let n = 0; n < 90; n++) headers[`x-strange-${n}`] = 'x'.repeat(100);
  },
};
