import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { COVERAGE_POLICIES } from './coverage/coverage.policies.js';
import { JKK_POLICIES } from './jkk/jkk.policies.js';
import { deathIsNoWorkAccident, JKM_POLICIES } from './jkm/jkm.policies.js';

interface Named {
  readonly name: string;
}

const isPolicy = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && 'check' in value;
const isList = (value: unknown): value is readonly Named[] => Array.isArray(value) && value.every(isPolicy);

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.policies.ts'),
);
const exported = await Promise.all(
  files.map(async (path) => {
    const file = (await import(`./${path}`)) as object;
    return [path, Object.values(file).filter(isPolicy), Object.values(file).filter(isList).flat()] as const;
  }),
);

describe('the policy list', () => {
  it('is found in the files of the chapters', () => {
    expect(files).toEqual(expect.arrayContaining(['jkk/jkk.policies.ts', 'jkm/jkm.policies.ts']));
  });

  it.each(exported)(
    'of %s asks every policy written for it, each under a name of its own',
    (_path, written, asked) => {
      expect(written.length).toBeGreaterThan(0);
      expect(asked).toEqual(expect.arrayContaining([...written]));
      const names = asked.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    },
  );

  it('of JKK begins with coverage, of JKM with whether the death is its matter at all, then coverage', () => {
    const { length } = COVERAGE_POLICIES;
    expect(JKK_POLICIES.slice(0, length)).toEqual(COVERAGE_POLICIES);
    expect(JKM_POLICIES.slice(0, length + 1)).toEqual([deathIsNoWorkAccident, ...COVERAGE_POLICIES]);
  });
});
