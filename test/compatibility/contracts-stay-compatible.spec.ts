import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { JsonSchema } from '#publishing/contracts';
import { publishedContracts } from '../../apps/event-relay/src/published-contracts.js';
import { goldenEvents, messageOf, recordedContracts } from './recorded-contracts.js';
import { differencesThatBreak } from './schema-compatibility.js';

const CONTRACTS = publishedContracts.flatMap(({ contracts }) => contracts);
const RECORDED = recordedContracts();
const GOLDEN = goldenEvents();

const ajv = new Ajv2020({ strict: true });
addFormats.default(ajv);

it('no contract that was ever promised has gone', () => {
  const published = new Set(CONTRACTS.map(({ type }) => type));
  expect(RECORDED.size).toBeGreaterThan(100);
  expect([...RECORDED.keys()].filter((type) => !published.has(type))).toEqual([]);
});

describe.each(CONTRACTS)('$type', ({ type, schema }) => {
  const { schemas, messages } = RECORDED.get(type) ?? { schemas: [], messages: [] };

  it('is recorded as it is now (npm run record:contracts)', () => {
    expect(schemas.at(-1)).toEqual(schema);
    expect(messages.length).toBeGreaterThan(0);
  });

  it('goes together with all that it has been, in both directions', () => {
    const pairs = schemas.flatMap((older, index) =>
      schemas.slice(index + 1).map((newer) => [older, newer] as const),
    );
    expect(pairs.flatMap(([older, newer]) => differencesThatBreak(older, newer))).toEqual([]);
  });

  it('says of the same events what it said of them, and whoever reads by any of its schemas can read it', () => {
    const readers = schemas.map((one) => ajv.compile(one));
    for (const { of, message } of messages) {
      const now = messageOf(publishedContracts, type, GOLDEN.get(of)!);
      expect(now).toMatchObject(message);
      for (const reader of readers) {
        expect([reader(message.data), reader(now?.data), reader.errors]).toEqual([true, true, null]);
      }
    }
  });
});

const OBJECT = {
  type: 'object',
  properties: {
    id: { type: 'string', format: 'uuid', description: 'The thing' },
    kind: { type: 'string', enum: ['RED', 'BLUE'] },
    weight: { type: 'integer', minimum: 0 },
    parts: {
      type: 'array',
      items: {
        type: 'object',
        properties: { code: { type: 'string', pattern: '^[A-Z]+$' } },
        required: ['code'],
      },
    },
  },
  required: ['id', 'parts'],
} satisfies JsonSchema;

/** The schema with other fields, or other ones required. */
const having = (
  fields: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = OBJECT.required,
) => ({
  ...OBJECT,
  properties: { ...OBJECT.properties, ...fields },
  required,
});

const { id: _id, ...WITHOUT_ID } = OBJECT.properties;
const { kind: _kind, ...WITHOUT_KIND } = OBJECT.properties;
const PART = OBJECT.properties.parts.items;

describe('a schema', () => {
  it.each<[string, JsonSchema]>([
    ['another description', having({ id: { ...OBJECT.properties.id, description: 'It' } })],
    ['one more optional field', having({ colour: { type: 'string' } })],
    ['one optional field less', { ...OBJECT, properties: WITHOUT_KIND }],
    [
      'one more optional field of each part',
      having({
        parts: {
          type: 'array',
          items: { ...PART, properties: { ...PART.properties, size: { type: 'integer' } } },
        },
      }),
    ],
  ])('may have %s', (_what, changed) => {
    expect(differencesThatBreak(OBJECT, changed)).toEqual([]);
  });

  it.each<[string, JsonSchema]>([
    ['one required field less', { ...OBJECT, properties: WITHOUT_ID, required: ['parts'] }],
    ['one more required field', having({ colour: { type: 'string' } }, ['id', 'parts', 'colour'])],
    ['a field that need not be there any more', having({}, ['parts'])],
    ['a field that must be there now', having({}, ['id', 'parts', 'kind'])],
    ['a field of another type', having({ weight: { type: 'string' } })],
    ['another format', having({ id: { type: 'string', format: 'date' } })],
    ['no format any more', having({ id: { type: 'string' } })],
    ['one more code', having({ kind: { type: 'string', enum: ['RED', 'BLUE', 'GREEN'] } })],
    ['one code less', having({ kind: { type: 'string', enum: ['RED'] } })],
    ['any code', having({ kind: { type: 'string' } })],
    ['a wider bound', having({ weight: { type: 'integer', minimum: -1 } })],
    ['a tighter bound', having({ weight: { type: 'integer', minimum: 1 } })],
    ['a new bound', having({ weight: { type: 'integer', minimum: 0, maximum: 9 } })],
    [
      'another pattern in a list',
      having({
        parts: {
          type: 'array',
          items: { ...PART, properties: { code: { type: 'string', pattern: '^[a-z]+$' } } },
        },
      }),
    ],
    [
      'a field less in a list',
      having({ parts: { type: 'array', items: { type: 'object', properties: {} } } }),
    ],
    ['a rule of which nothing is known', { ...OBJECT, additionalProperties: false } as JsonSchema],
  ])('may not have %s', (_what, changed) => {
    expect(differencesThatBreak(OBJECT, changed)).not.toEqual([]);
    expect(differencesThatBreak(changed, OBJECT)).not.toEqual([]);
  });

  it('may not bring back what an older one had as something else, though the one between had it not', () => {
    const [first, second, third] = [
      having({ colour: { type: 'string' } }),
      OBJECT,
      having({ colour: { type: 'integer' } }),
    ];
    expect(differencesThatBreak(second, third)).toEqual([]);
    expect(differencesThatBreak(first, third)).not.toEqual([]);
  });
});
