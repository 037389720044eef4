import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CONTEXTS } from '#contexts';
import { type DomainEvent, type Expecting, ROLES_OF_TURN, TURNS } from '#kernel';
import { TAKEN_BY } from '../domain/taken-by.js';
import { STEP_FOLDS } from './step-folds.js';

const FOLDER = join(import.meta.dirname, '../../../../test/compatibility/streams');

interface GoldenStream {
  readonly category: string;
  readonly events: readonly DomainEvent<string, Readonly<Record<string, unknown>>>[];
}

const STREAMS = readdirSync(FOLDER).map(
  (file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as GoldenStream,
);

const FOLDS = Object.entries(STEP_FOLDS).flatMap(([kind, folds]) => folds.map((of) => ({ kind, of })));

/** Everything that was ever expected while one stream of an earlier release was recorded. */
const EXPECTED = FOLDS.flatMap(({ kind, of }) =>
  STREAMS.filter(({ category }) => category === of.category).flatMap(({ events }) => {
    const known = new Map<string, Expecting>();
    return events.flatMap((event) => {
      if (!of.types.includes(event.type)) return [];
      const id = of.idIn?.(event.data as never) ?? '';
      const after = of.evolve((known.get(id) ?? of.initial) as never, event as never);
      known.set(id, after);
      return after.expected ? [{ kind, ...after.expected }] : [];
    });
  }),
);

/** The steps that the folds name, by their own words: whichever is added is among them. */
const NAMED = [
  ...new Set(
    stepFiles(join(import.meta.dirname, '../..')).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bstep: '([A-Z_]+)'/g)].map(([, step]) => step ?? ''),
    ),
  ),
];

function stepFiles(contexts: string): readonly string[] {
  return readdirSync(contexts, { recursive: true, encoding: 'utf8' })
    .filter((file) => /domain\/[\w-]*steps\.ts$/.test(file))
    .map((file) => join(contexts, file));
}

const ACTIONS = new Set(
  CONTEXTS.flatMap(({ actions = [] }) => actions.flatMap((table) => table.actions.map(({ name }) => name))),
);

describe('Every step that waits', () => {
  it('was found in what earlier releases recorded', () => {
    expect(EXPECTED.length).toBeGreaterThan(100);
    expect(NAMED.length).toBeGreaterThan(30);
  });

  it('is somebody’s: of a role of the office, or of those outside who are waited for', () => {
    expect(EXPECTED.filter(({ turn }) => !TURNS.includes(turn))).toEqual([]);
    expect(Object.keys(ROLES_OF_TURN).sort()).toEqual([...TURNS].sort());
  });

  it('has a last day', () => {
    const without = EXPECTED.filter(({ dueDays }) => dueDays.length === 0);
    expect(without.map(({ kind, step }) => [kind, step])).toEqual([]);
  });

  it('is done, or its wait is ended, by an action that there is', () => {
    const steps = [...new Set([...NAMED, ...EXPECTED.map(({ step }) => step)])];
    expect(steps.filter((step) => !(step in TAKEN_BY))).toEqual([]);
    const unknown = Object.entries(TAKEN_BY).flatMap(([step, names]) =>
      names.filter((name) => !ACTIONS.has(name)).map((name) => `${step}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });
});
