import 'reflect-metadata';

import { describe, expect, it } from '@jest/globals';
import { CONTEXTS } from '#contexts';
import { routeOfAction } from '#http';
import { commandRoutes } from '../property/routes.js';

const TABLES = CONTEXTS.flatMap(({ name, actions = [] }) =>
  actions.map((table) => ({ context: name, table, routes: table.actions.map(routeOfAction) })),
);

/** What is done to a thing: its id stands in the address, and nothing that is made anew. */
const base = (path: string, idParam: string) => path.slice(0, path.indexOf(`:${idParam}`));

describe('The table of actions', () => {
  it.each(TABLES)(
    'of $table.idParam in $context names every command about it',
    ({ context, table, routes }) => {
      const { idParam, params = {} } = table;
      // Of a part of a thing, what is done to the part.
      const ids = [idParam, ...Object.keys(params)];
      const bases = new Set(routes.map(({ path }) => base(path, idParam)));
      const of = CONTEXTS.filter(({ name }) => name === context);
      const about = commandRoutes(of).filter(
        ({ method, path }) =>
          method === 'POST' && ids.every((id) => path.includes(`:${id}/`)) && bases.has(base(path, idParam)),
      );
      const known = new Set(routes.map(({ path }) => path));
      const missing = about.map(({ path }) => path).filter((path) => !known.has(path));
      // Of a participant only late entries are told: what else can be done needs more than the participant. Wages are of a month.
      const isTold = (path: string) => !path.includes('/wage-reports');
      expect(context === 'participants' || context === 'reviews' ? [] : missing.filter(isTold)).toEqual([]);
    },
  );

  it.each(TABLES)('of $table.idParam in $context has each action once', ({ table }) => {
    const names = table.actions.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(TABLES)('of $table.idParam in $context says who may', ({ routes }) => {
    expect(routes.filter(({ roles, summary }) => roles.length === 0 || !summary)).toEqual([]);
  });
});
