import { describe, expect, it } from '@jest/globals';
import { problemOf } from '#http';
import type { LocalDate } from '#kernel';
import type { ReadModels } from '#runtime';
import { ReplayRule, ReplayRuleHandler } from './replay.queries.js';

const TODAY = '2026-11-30' as LocalDate;

describe('Trying other thresholds', () => {
  it('is done by one at a time in a process, and again once that has ended', async () => {
    const notThere = new Error('the evidence is not there');
    let answer = () => {};
    const asked = new Promise<void>((resolve) => (answer = resolve));
    const readModels = {
      of: async () => {
        await asked;
        throw notThere;
      },
    } as unknown as ReadModels;
    const handler = new ReplayRuleHandler(readModels);
    const trying = () =>
      handler
        .execute(
          new ReplayRule({
            rule: 'FD-01',
            thresholds: [{ name: 'sharedAccount.persons', value: 2 }],
            today: TODAY,
            sight: { sees: 'ALL' } as never,
            listener: new AbortController().signal,
          }),
        )
        .catch((error: unknown) => error);
    const first = trying();
    const second = problemOf(await trying());
    expect([second.code, second.told.headers]).toEqual(['ANOTHER_IS_TRIED', { 'Retry-After': '30' }]);
    answer();
    expect([await first, await trying()]).toEqual([notThere, notThere]);
  });
});
