import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { RULES } from '../catalogue.js';
import type { Rule } from '../kernel/rule.js';
import { proveDays, staleOpenDays } from './days.js';

const source = { law: 'PP 44/2015', article: 'Art. 1', sources: [], confidence: 'H' } as const;

/** A rule of versions given as `from` or `from..until`, oldest first. */
const ruleOf = (...times: readonly string[]): Rule<string> => ({
  id: 'A_RULE',
  title: { id: 'Aturan', en: 'Rule' },
  unit: '',
  versions: times.map((time) => {
    const [from = '', until] = time.split('..');
    return { from: localDate(from), ...(until && { until: localDate(until) }), ...source, value: time };
  }),
});

describe('on every day from 2004 to 2045', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s says one thing, or the list of open days says why it says nothing',
    (_id, rule) => {
      expect(proveDays(rule).faults).toEqual([]);
    },
  );

  it('no day is listed as open on which a rule speaks', () => {
    expect(staleOpenDays(RULES.map(proveDays))).toEqual([]);
  });
});

describe('the proof of the days', () => {
  it('holds for versions that follow each other, and for one that interrupts another', () => {
    const { faults, stretches } = proveDays(ruleOf('2015-07-01', '2020-08-01..2021-01-31', '2022-04-01'));
    expect(faults).toEqual([]);
    expect(
      stretches.map(({ from, version, interrupted }) => [from, version?.value, interrupted?.value]),
    ).toEqual([
      ['2004-01-01', undefined, undefined],
      ['2015-07-01', '2015-07-01', undefined],
      ['2020-08-01', '2020-08-01..2021-01-31', '2015-07-01'],
      ['2021-02-01', '2015-07-01', undefined],
      ['2022-04-01', '2022-04-01', undefined],
    ]);
  });

  it.each([
    ['a gap that nobody listed', ['2015-07-01..2019-12-01', '2019-12-03']],
    ['an end that nobody listed', ['2015-07-01..2019-12-01']],
    ['a beginning that nobody listed', ['2015-07-02']],
    ['two versions from the same day', ['2015-07-01', '2015-07-01']],
    ['two reliefs at a time', ['2015-07-01', '2020-08-01..2021-01-31', '2021-01-31..2021-03-31']],
    ['a relief that the next law cuts short', ['2015-07-01', '2020-08-01..2021-01-31', '2020-12-01']],
    ['versions out of order', ['2019-12-02', '2015-07-01']],
  ])('finds %s', (_what, times) => {
    expect(proveDays(ruleOf(...times)).faults).not.toEqual([]);
  });
});
