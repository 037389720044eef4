import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#kernel';
import { expectNothingPersonal, publishedFrom } from '#testing';
import { publishedContracts } from '../../apps/event-relay/src/published-contracts.js';

const FOLDER = join(import.meta.dirname, 'streams');
const recorded = readdirSync(FOLDER).flatMap(
  (file) => (JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { events: DomainEvent[] }).events,
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
    expect(schemas).not.toMatch(/"(componentCodes?|components|account\w*|bank|holder|benefit\w*)":/);
  });
});

it('accounts and benefits are what the demonstration records', () => {
  expect(BENEFITS).toEqual(expect.arrayContaining(['JKM_DEATH', 'JKK_MEDICAL_PLKK']));
  expect(ACCOUNTS).toEqual(expect.arrayContaining(['BANK CONTOH', '0001230002']));
});

it('no two contexts publish under one name', () => {
  const names = publishedContracts.flatMap(({ contracts }) => contracts.map(({ type }) => type));
  expect(new Set(names).size).toBe(names.length);
});
