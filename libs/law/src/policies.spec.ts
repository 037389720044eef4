import { describe, expect, it } from '@jest/globals';
import * as coverage from './coverage/coverage.policies.js';
import * as jht from './jht/jht.policies.js';
import * as jkk from './jkk/jkk.policies.js';
import * as jkm from './jkm/jkm.policies.js';
import * as jkp from './jkp/jkp.policies.js';
import * as jp from './jp/jp.policies.js';
import * as mlt from './mlt/mlt.policies.js';
import * as scholarship from './scholarship/scholarship.policies.js';
import * as workAccident from './jkk/work-accident.policies.js';

const MODULES: readonly (readonly [string, object, readonly (readonly { readonly name: string }[])[]])[] = [
  ['coverage', coverage, [coverage.COVERAGE_POLICIES]],
  ['JHT', jht, [jht.JHT_FULL_POLICIES, jht.JHT_PARTIAL_POLICIES]],
  ['JKK', jkk, [jkk.JKK_POLICIES]],
  ['JKM', jkm, [jkm.JKM_POLICIES]],
  ['JKP', jkp, [jkp.JKP_POLICIES]],
  ['JP', jp, [jp.JP_POLICIES]],
  ['MLT', mlt, [mlt.MLT_POLICIES]],
  ['scholarship', scholarship, [scholarship.SCHOLARSHIP_POLICIES]],
  ['work accident', workAccident, [workAccident.WORK_ACCIDENT_POLICIES]],
];

const isPolicy = (value: unknown): value is { readonly name: string } =>
  typeof value === 'object' && value !== null && 'check' in value;

describe('the policy list', () => {
  it.each(MODULES)(
    'of %s asks every policy written for it, each under a name of its own',
    (_name, module, lists) => {
      const written = Object.values(module).filter(isPolicy);
      const asked = lists.flat();
      expect(asked).toEqual(expect.arrayContaining(written));
      expect(new Set(asked.map(({ name }) => name)).size).toBe(asked.length);
    },
  );

  it('of JKK begins with coverage, of JKM with whether the death is its matter at all, then coverage', () => {
    const { length } = coverage.COVERAGE_POLICIES;
    expect(jkk.JKK_POLICIES.slice(0, length)).toEqual(coverage.COVERAGE_POLICIES);
    expect(jkm.JKM_POLICIES.slice(0, length + 1)).toEqual([
      jkm.deathIsNoWorkAccident,
      ...coverage.COVERAGE_POLICIES,
    ]);
  });
});
