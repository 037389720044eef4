import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#kernel';
import { expectNothingPersonal, peopleInMessages, publishedFrom } from '#testing';
import { CONTEXTS } from '#contexts';
import { declaredEvents } from './declared-events.js';
import { publishedContracts } from '../../apps/event-relay/src/published-contracts.js';

const FOLDER = join(import.meta.dirname, 'streams');
const streams = readdirSync(FOLDER).map(
  (file) =>
    JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { category: string; events: DomainEvent[] },
);
const recorded = streams.flatMap(({ events }) => events);

/** In which category of streams each type of event stands. */
const STREAMS_BY_TYPE = streams.flatMap(({ category, events }) =>
  events.map(({ type }) => [type, category] as const),
);

/** What stands anywhere in a value under one of these names. */
function valuesUnder(names: readonly string[], value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(names.includes(name) ? [inner].flat().filter((one): one is string => typeof one === 'string') : []),
    ...valuesUnder(names, inner),
  ]);
}

/** Codes of benefits tell of disability. */
const BENEFITS = [...new Set(valuesUnder(['code', 'componentCodes'], recorded))].filter((code) =>
  /^JK[KM]_/.test(code),
);
const ACCOUNTS = [...new Set(valuesUnder(['number', 'bank', 'holder'], recorded))];

describe.each(publishedContracts)('the contracts of $context', (context) => {
  it('fit every event of the demonstration', () => {
    const published = recorded.flatMap((event) => publishedFrom(context, event));
    expect(new Set(published.map(({ type }) => type))).toEqual(
      new Set(context.contracts.map(({ type }) => type)),
    );
  });

  it('say nothing of the people in it', () => {
    expectNothingPersonal(context, recorded);
  });

  it('name no account and no benefit', () => {
    const said = JSON.stringify(recorded.flatMap((event) => publishedFrom(context, event)));
    for (const value of [...BENEFITS, ...ACCOUNTS]) expect(said).not.toContain(`"${value}"`);
    const schemas = JSON.stringify(context.contracts.map(({ schema }) => schema));
    for (const code of BENEFITS) expect(schemas).not.toContain(code);
    expect(schemas).not.toMatch(
      /"(componentCodes?|components|account\w*|bank|holder|benefit(?!Kind|Id)\w*)":/,
    );
  });
});

it('accounts and benefits are what the demonstration records', () => {
  expect(BENEFITS).toEqual(expect.arrayContaining(['JKM_DEATH', 'JKK_MEDICAL_PLKK']));
  expect(ACCOUNTS).toEqual(expect.arrayContaining(['BANK CONTOH', '0001230002']));
});

it('say nothing of anybody in the whole demonstration, whichever event says it of whom', () => {
  const people = peopleInMessages(publishedContracts);
  // Twice, so that whatever is sealed anywhere is known before the first message is looked at.
  for (const event of recorded) people.toldOf(event);
  expect(recorded.flatMap((event) => people.toldOf(event))).toEqual([]);
});

describe('whoever looks for people', () => {
  const leak = (data: (event: DomainEvent) => object) =>
    peopleInMessages([
      {
        ...publishedContracts[0]!,
        contracts: [
          {
            type: 'lindung.things.leak.v1',
            from: 'Leak',
            about: '',
            schema: {},
            dataOf: data as () => Readonly<Record<string, unknown>>,
          },
        ],
      },
    ]);
  const sealed = { type: 'Leak', data: { person: { name: 'Siti Rahmawati' } } };

  it('finds what an event seals', () => {
    const found = leak(({ data }) => data).toldOf(sealed);
    expect(found).toEqual([
      'lindung.things.leak.v1: Siti Rahmawati',
      'lindung.things.leak.v1: what is sealed',
    ]);
  });

  it('finds what another event sealed, and a NIK that somebody typed where none belongs', () => {
    const people = leak(({ data }) => ({ reference: (data as { reference?: string }).reference ?? '' }));
    people.toldOf(sealed);
    expect(people.toldOf({ type: 'Leak', data: { reference: 'Siti Rahmawati' } })).toHaveLength(1);
    expect(people.toldOf({ type: 'Leak', data: { reference: 'KTP 0000055205900001' } })).toEqual([
      'lindung.things.leak.v1: a number like a NIK',
    ]);
  });
});

describe.each(CONTEXTS)('what $name records', ({ name, published }) => {
  const declared = declaredEvents().get(name) ?? [];
  const told = new Set(published?.contracts.map(({ from }) => from));
  const kept = published?.keptInside ?? {};

  it('has a contract, or a reason why it stays inside', () => {
    expect(declared.length).toBeGreaterThan(0);
    expect(declared.filter((type) => !told.has(type) && !(type in kept))).toEqual([]);
    expect(Object.values(kept).filter((reason) => reason.trim() === '')).toEqual([]);
  });

  it('is all that contracts are made of, and that stays inside', () => {
    expect([...told, ...Object.keys(kept)].filter((type) => !declared.includes(type))).toEqual([]);
  });
});

it('the relay reads the streams of whatever is published', () => {
  const unread = publishedContracts.flatMap(({ contracts, categories }) => {
    const read = new Set(
      STREAMS_BY_TYPE.filter(([, category]) => categories.includes(category)).map(([type]) => type),
    );
    return contracts.filter(({ from }) => !read.has(from)).map(({ type }) => type);
  });
  expect(unread).toEqual([]);
});

it('no two contexts publish under one name', () => {
  const names = publishedContracts.flatMap(({ contracts }) => contracts.map(({ type }) => type));
  expect(new Set(names).size).toBe(names.length);
});
