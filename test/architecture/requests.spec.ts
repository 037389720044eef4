import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import '../../libs/contexts/index.js';

type Body = new () => object;

/** Every class of requests that some route takes: importing the contexts declares them. */
const bodies = [...getMetadataStorage()['validationMetadatas'].keys()].filter(
  (type): type is Body => typeof type === 'function',
);

const fieldsOf = (body: Body) => [
  ...new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(body, '', true, false)
      .map(({ propertyName }) => propertyName),
  ),
];

/** Values that PostgreSQL or JSON cannot hold: once recorded, no read model could apply the event, for good. */
const NOBODY_CAN_KEEP: Readonly<Record<string, unknown>> = {
  'half of a character': 'A\ud800B',
  'a NUL': 'A\0B',
  'a whole number that is not exact': 2 ** 53,
  'a number without end': Number.POSITIVE_INFINITY,
};

describe.each(Object.entries(NOBODY_CAN_KEEP))('No request takes %s', (_what, value) => {
  it.each(bodies.map((body) => [fieldsOf(body), body] as const))('in any of %j', (fields, body) => {
    const refusedFor = (given: unknown) => {
      const sent = Object.fromEntries(fields.map((field) => [field, given]));
      return new Set(validateSync(plainToInstance(body, sent)).map(({ property }) => property));
    };
    expect(refusedFor(value)).toEqual(new Set(fields));
    expect(refusedFor([value])).toEqual(new Set(fields));
  });
});

it('looks at the requests of every context', () => {
  const fields = bodies.flatMap(fieldsOf);
  expect(fields).toEqual(
    expect.arrayContaining(['declaredIncomeIdr', 'placeKind', 'claimantName', 'bankReference']),
  );
});

/** The rules of a class are gathered once, whatever a request belongs to. */
it('No rule of a request belongs to a group', () => {
  const grouped = bodies.filter((body) =>
    getMetadataStorage()
      .getTargetValidationMetadatas(body, '', true, false)
      .some(({ groups, always }) => (groups ?? []).length > 0 || always),
  );
  expect([bodies.length > 0, grouped]).toEqual([true, []]);
});
