import type { Draft } from '../draft.js';
import { idFor } from '../recipes/queries.recipes.js';
import type { Random } from '../../system/random.js';
import type { Mutations } from './mutation.js';
import { STRANGE_NAMES, strangeText } from './strange-values.js';

/** In an address half a character is three bytes that are no UTF-8; `encodeURIComponent` refuses to write them. */
const escaped = (text: string) =>
  Buffer.from(text.slice(0, 2000), 'utf8').reduce(
    (all, byte) => `${all}%${byte.toString(16).padStart(2, '0').toUpperCase()}`,
    '',
  );

const SEGMENTS = [
  '',
  '.',
  '..',
  '%2e%2e',
  '%2F',
  '%00',
  '%FF',
  '%ZZ',
  '%',
  '%ED%A0%80',
  '%F4%90%80%80',
  '*',
  ':participantId',
  '{participantId}',
  'null',
  'undefined',
  '-1',
  '__proto__',
  'search',
  'to-instruct',
  '0000000101900001',
  '00000000-0000-0000-0000-000000000000',
  'x'.repeat(3000),
];

const CURSORS = [
  'W10',
  'W251bGxd',
  'WyJhIl0',
  'WzFd',
  'eyJhIjoxfQ',
  '____',
  'x',
  '',
  'W1tdXQ',
  'WyJcdTAwMDAiLCJcdTAwMDAiXQ',
];

const VALUES: Readonly<Record<string, readonly string[]>> = {
  limit: ['0', '-1', '201', '1e2', '1.5', '9'.repeat(30), '', '0x10', '%31', 'NaN', '１'],
  after: ['-1', '', '1e3', 'x', '9'.repeat(19), '9'.repeat(40), '9223372036854775808', '0', '%00'],
  cursor: CURSORS,
};

const addQuery = (draft: Draft, name: string, value: string) => draft.query.push(`${name}=${value}`);

const nameOf = ({ operation }: Draft, random: Random): string =>
  random.maybe(operation.parameters.filter((one) => one.in === 'query'))?.name ?? 'limit';

/** Another last or inner part of the path. */
function bendSegment(draft: Draft, random: Random, segment: string): void {
  const parts = draft.path.split('/');
  parts[random.between(1, parts.length - 1)] = segment;
  draft.path = parts.join('/');
}

export const addressMutations: Mutations = {
  'a strange part of the path': (draft, random) => bendSegment(draft, random, random.pick(SEGMENTS)),
  'a strange text in the path': (draft, random) => bendSegment(draft, random, escaped(strangeText(random))),
  'the id of something else': (draft, random, { world }) => {
    const id = idFor(
      random.pick(['participantId', 'claimId', 'accidentId', 'payoutId', 'facilityId']),
      world,
      random,
    );
    if (id !== undefined) bendSegment(draft, random, id);
  },
  'an id in capital letters': (draft) => {
    draft.path = draft.path.toUpperCase();
  },
  'a slash at the end': (draft, random) => {
    draft.path += random.pick(['/', '//', '/.', '/..', '/x', '%2f', ';a=b', '.json']);
  },
  'an address beside it': (draft, random) => {
    draft.path =
      random.pick([
        '/',
        '//',
        '/docs',
        '/openapi.json',
        '/health/ready',
        '/metrics',
        '/favicon.ico',
        '/.env',
      ]) + draft.path;
  },
  'a parameter nobody asked for': (draft, random) =>
    addQuery(draft, escaped(random.pick(STRANGE_NAMES)), escaped(strangeText(random))),
  'a strange parameter': (draft, random) => {
    const name = nameOf(draft, random);
    addQuery(draft, name, random.pick(VALUES[name] ?? [escaped(strangeText(random))]));
  },
  'a strange text for a parameter': (draft, random) =>
    addQuery(draft, nameOf(draft, random), escaped(strangeText(random))),
  'not after what was written': (draft) => {
    draft.query = draft.query.filter((one) => !one.startsWith('after='));
  },
  'a parameter twice': (draft, random) => {
    const name = nameOf(draft, random);
    draft.query.push(`${name}=1`, `${name}=2`);
  },
  'a parameter as a list': (draft, random) => {
    const name = nameOf(draft, random);
    draft.query.push(
      random.pick([`${name}[]=1`, `${name}[a]=1`, `${name}[__proto__]=1`, `${name}.a=1`, name, `${name}=`]),
    );
  },
  'the cursor of another list': (draft, random, { world }) => {
    const cursor = random.maybe([...world.cursors.values()]);
    if (cursor !== undefined) addQuery(draft, 'cursor', cursor);
  },
  'a cursor that is bent': (draft, random, { world }) => {
    const cursor = random.maybe([...world.cursors.values()]) ?? 'W10';
    const key = Buffer.from(cursor, 'base64url').toString();
    const bent = key.replace(/[0-9a-f]/, random.pick(['\\u0000', 'x', '9', '"', ',', '\u{10ffff}']));
    addQuery(draft, 'cursor', Buffer.from(bent).toString('base64url'));
  },
  'odd signs in the query': (draft, random) => {
    draft.query.push(
      random.pick(['%', '%ZZ=1', '=', '&', '&&=&', '?', 'a=%FF', '%00=%00', 'a'.repeat(4000), '+=+']),
    );
  },
  'another method': (draft, random) => {
    draft.method = random.pick([
      'GET',
      'HEAD',
      'POST',
      'PUT',
      'PATCH',
      'DELETE',
      'OPTIONS',
      'TRACE',
      'PROPFIND',
      'QUERY',
    ]);
  },
};
