import 'reflect-metadata';

import { describe, expect, it } from '@jest/globals';
import { CONTEXTS } from '#contexts';
import { routeOfAction } from '#http';
import { type Schema, documentedOperations } from '../fuzz/operations.js';
import { commandRoutes } from '../property/routes.js';

const TABLES = CONTEXTS.flatMap(({ name, actions = [] }) =>
  actions.map((table) => ({ context: name, table, routes: table.actions.map(routeOfAction) })),
);

/** Commands that no table tells, and why. Another one is told by a table, or finds its reason here. */
const UNTOLD: Readonly<Record<string, RegExp>> = {
  'it begins a thing that is not there yet':
    /^\/(staff|employers|projects|facilities|sponsors|participants|field-actions|candidate-lists|complaints|accidents|openings|payment-lists)$|^\/claims\/(jkk|jkm)$|^\/(candidate-lists\/:candidateListId\/candidates|employers\/:employerId\/members|projects\/:projectId\/workers|accidents\/:accidentId\/invoices)$/,
  'a file that says itself whom it is about: each of them tells it':
    /^\/participants\/imports\/confirmation$|^\/employers\/:employerId\/(members\/file\/confirmation|wage-reports\/file)$/,
  'it is about several people at once':
    /^\/sponsors\/:sponsorId\/agreements\/:agreementId\/(leavers|transfers)$|^\/work\/assignments(\/release)?$/,
  'it is about everything that is recorded': /^\/(findings|participants\/duplicates)\/look$/,
  'it rests on a decree, which the request names': /^\/memberships\/:membershipId\/term$/,
};

/** Ids that the body of an action asks for although it is not the choice, and why. */
const IDS_KNOWN_OTHERWISE: Readonly<Record<string, string>> = {
  'report-wages wages.participantId': 'the employer says of each worker what they earned',
};

/** The body of each command, by its address. */
const FORMS = new Map(
  documentedOperations()
    .filter(({ api, method }) => api === 'command' && method === 'POST')
    .map(({ path, body }) => [path.replace(/\{(\w+)\}/g, ':$1'), body]),
);

/** What of a body has to be an id. */
function idsAsked(form: Schema | undefined, at = ''): readonly string[] {
  if (form?.type === 'array') return idsAsked(form.items, at);
  if (form?.format === 'uuid') return [at];
  const { properties = {}, required = [] } = form ?? {};
  return required.flatMap((name) => idsAsked(properties[name], at === '' ? name : `${at}.${name}`));
}

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
      const elsewhere = new Set(TABLES.flatMap((other) => other.routes.map(({ path }) => path)));
      const isExcused = (path: string) =>
        elsewhere.has(path) || Object.values(UNTOLD).some((paths) => paths.test(path));
      expect(missing.filter((path) => !isExcused(path))).toEqual([]);
    },
  );

  it('or the list of those that no table tells, with the reason, has every command there is', () => {
    const told = new Set(TABLES.flatMap(({ routes }) => routes.map(({ path }) => path)));
    const posts = commandRoutes(CONTEXTS).filter(({ method }) => method === 'POST');
    const untold = posts.map(({ path }) => path).filter((path) => !told.has(path));
    expect(untold.filter((path) => !Object.values(UNTOLD).some((paths) => paths.test(path)))).toEqual([]);
    const unused = Object.entries(UNTOLD).filter(([, paths]) => !untold.some((path) => paths.test(path)));
    expect(unused.map(([why]) => why)).toEqual([]);
  });

  it.each(TABLES)('of $table.idParam in $context has each action once', ({ table }) => {
    const names = table.actions.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(TABLES)('of $table.idParam in $context says who may', ({ routes }) => {
    expect(routes.filter(({ roles, summary }) => roles.length === 0 || !summary)).toEqual([]);
  });

  it('offers each id that has to be said as the choice: nobody knows it otherwise', () => {
    const left = TABLES.flatMap(({ table }) =>
      table.actions.flatMap((action) =>
        idsAsked(FORMS.get(routeOfAction(action).path))
          .filter((field) => field !== action.field)
          .map((field) => `${action.name} ${field}`),
      ),
    );
    expect(left).toEqual(Object.keys(IDS_KNOWN_OTHERWISE));
  });

  it('says where a file is sent, and names the body of whatever else takes one', () => {
    const sent = TABLES.flatMap(({ routes }) => routes.map(({ path, input }) => ({ path, input })));
    const files = sent.filter(({ input }) => input === 'file').map(({ path }) => path);
    expect([...new Set(files)].sort()).toEqual([
      '/employers/:employerId/leavings/file',
      '/employers/:employerId/members/file',
      '/papers',
      '/participants/imports',
    ]);
    expect(sent.filter(({ input }) => input === 'Object' || input === 'Buffer')).toEqual([]);
  });
});
