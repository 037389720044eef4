import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { oneOf } from '#kernel';
import { valuesOf } from '#testing';
import { PageQuery } from '../paging/page.js';
import { BankAccountBody } from './bank-account.fields.js';
import { type DeclaredField, declaredFields } from './declared.js';
import { asked, shape } from './shape.js';
import { taken } from './taken.js';

class Item extends shape({
  code: asked.code(['A', 'B']),
  amountIdr: asked.rupiah({ min: 1, optional: true }),
  days: asked.day({ each: true, minItems: 1, maxItems: 3, optional: true }),
}) {}

/** One of each kind of field. */
class Everything extends shape({
  nik: asked.nik(),
  name: asked.name(),
  day: asked.day(),
  month: asked.month({ optional: true }),
  instant: asked.instant({ optional: true }),
  clockTime: asked.clockTime({ optional: true }),
  uuid: asked.uuid({ optional: true }),
  phone: asked.phone({ optional: true }),
  district: asked.district({ optional: true }),
  area: asked.area({ optional: true }),
  yesNo: asked.yesNo({ optional: true }),
  integer: asked.integer({ min: 1, max: 12, optional: true }),
  number: asked.number({ min: 0, max: 100, optional: true }),
  text: asked.text({ max: 20, optional: true }),
  paper: asked.paperNumber({ max: 20, optional: true }),
  order: asked.order(['day', '-day']),
  scalar: asked.scalar(oneOf(['X']), { optional: true, each: true }),
  account: asked.nested(() => BankAccountBody, { optional: true }),
  item: asked.nested(() => Item),
  items: asked.nested(() => Item, { each: true, minItems: 1, maxItems: 2, optional: true }),
}) {}

class List extends PageQuery {}

type Made = Record<string, unknown>;

function requestsOf(type: new () => object): fc.Arbitrary<Made> {
  const fields = [...declaredFields(type)];
  return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, manyOf(field)])), {
    requiredKeys: fields.filter(([, { optional }]) => !optional).map(([name]) => name),
  });
}

function manyOf({ scalar, nested, each, minItems: minLength = 0, maxItems = 3 }: DeclaredField) {
  const one: fc.Arbitrary<unknown> = nested ? requestsOf(nested()) : valuesOf(scalar!);
  return each ? fc.array(one, { minLength, maxLength: maxItems }) : one;
}

const NAMES = ['item', 'items', 'scalar', 'day', 'nik', 'integer', 'account', 'limit', 'after', 'cursor'];
const STRANGERS = ['constructor', 'toString', '__proto__', 'members', '', 'stranger'];

/** Something else in one place, as a sender might get it wrong; or nothing, so that both answers are as likely. */
const changes: fc.Arbitrary<(request: Made) => Made> = fc.oneof(
  fc.constant((request: Made) => request),
  fc.tuple(fc.constantFrom(...NAMES, ...STRANGERS), fc.jsonValue({ maxDepth: 2 })).map(
    ([name, value]) =>
      (request: Made) =>
        withMember(request, name, value),
  ),
  fc
    .tuple(fc.constantFrom('code', 'amountIdr', 'days', ...STRANGERS), fc.jsonValue({ maxDepth: 1 }))
    .map(([name, value]) => (request: Made) => ({
      ...request,
      item: withMember(request['item'] as Made, name, value),
    })),
  fc.constantFrom(...NAMES).map((name) => (request: Made) => {
    const { [name]: _left, ...rest } = request;
    return rest;
  }),
);

/** As `JSON.parse` makes it, whatever its name is. */
function withMember(request: Made | undefined, name: string, value: unknown): Made {
  const copy = { ...request };
  Object.defineProperty(copy, name, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** What the two libraries make of it; undefined when they refuse it. */
function byLibraries(type: new () => object, sent: Made): object | undefined {
  const request = plainToInstance(type, structuredClone(sent));
  const rules = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };
  return validateSync(request, rules).length === 0 ? request : undefined;
}

/** Has a field, on any level, that every object has: the libraries know nothing of it and drop it, and it is refused before. */
const misnamed = (sent: unknown): boolean =>
  typeof sent === 'object' &&
  sent !== null &&
  Object.entries(sent).some(([name, inner]) => name in Object.prototype || misnamed(inner));

describe('A request that is as it must be', () => {
  it.each([
    ['with a field of each kind', Everything],
    ['for a list', List],
  ])('%s is taken as class-transformer makes it, and no other is', (_what, type) => {
    let [took, left] = [0, 0];
    fc.assert(
      fc.property(requestsOf(type), changes, (made, change) => {
        const sent = change(made);
        const ours = taken(type, sent);
        if (ours === undefined) left++;
        else took++;
        const theirs = misnamed(sent) ? undefined : byLibraries(type, sent);
        if (ours === undefined) expect(theirs).toBeUndefined();
        expect(ours).toStrictEqual(theirs);
        if (ours) expect(Object.keys(ours)).toEqual(Object.keys(theirs!));
      }),
      { seed: 2026, numRuns: 1_000 },
    );
    expect(took).toBeGreaterThan(200);
    expect(left).toBeGreaterThan(200);
  });

  it('is no list, nothing, or what no class declares', () => {
    for (const sent of [[], null, undefined, 'text', 7]) expect(taken(List, sent)).toBeUndefined();
    expect(taken(Buffer, Buffer.from('{}'))).toBeUndefined();
    expect(taken(undefined, {})).toBeUndefined();
  });
});
