import { describe, expect, it } from '@jest/globals';
import { CONTEXTS } from '#contexts';
import { type DeclaredField, declaredFields } from '#http';
import type { Scalar } from '#kernel';
import { valuesOf } from '#testing/memory';
import { LIKELY } from './likely.js';
import { ERASED, PLOTS } from './plots.js';
import { type Route, commandRoutes, queryRoutes } from './routes.js';

const ROUTES = [...commandRoutes(CONTEXTS), ...queryRoutes(CONTEXTS)];

type Named = readonly [name: string, scalar: Scalar];

function scalarsIn(fields: ReadonlyMap<string, DeclaredField>): Named[] {
  return [...fields].flatMap(([name, { scalar, nested }]): Named[] =>
    nested ? scalarsIn(declaredFields(nested())) : scalar ? [[name, scalar]] : [],
  );
}

const scalarsOf = ({ params, query, body }: Route): Named[] => [
  ...params,
  ...scalarsIn(query),
  ...(body ? scalarsIn(body) : []),
];

describe('Every route', () => {
  it.each(ROUTES.map((route) => [route.name, route] as const))('%s says what it takes', (_name, route) => {
    // Both throw where nobody has said how such values are made.
    for (const [, scalar] of scalarsOf(route)) expect(valuesOf(scalar)).toBeDefined();
    expect(route.roles.length).toBeGreaterThan(0);
  });

  it('is found in the manifests', () => {
    expect(commandRoutes(CONTEXTS).length).toBeGreaterThan(30);
    expect(queryRoutes(CONTEXTS).length).toBeGreaterThan(8);
  });
});

describe('What leads chance', () => {
  const names = new Set(ROUTES.flatMap(scalarsOf).map(([name]) => name));

  it('speaks of fields that there are', () => {
    expect(Object.keys(LIKELY).filter((name) => !names.has(name))).toEqual([]);
  });

  it('names routes that there are', () => {
    const acts = PLOTS.flatMap((plot) => plot.map(({ route }) => route));
    const known = new Set([ERASED, ...ROUTES.map(({ name }) => name)]);
    expect(acts.filter((route) => !known.has(route))).toEqual([]);
  });
});
