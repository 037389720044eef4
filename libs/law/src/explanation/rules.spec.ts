import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { listRules, RULE_CHAPTERS, ruleHistory } from '#law';
import { findReaders } from '../spec/find-readers.js';
import { READERS } from './rule-readers.js';

/** Read at registration and for due days of contributions, and where a person decides; no calculator reads them. */
const READ_BY_NO_CALCULATOR = ['BPU_AGE_LIMIT', 'DUE_DAY_PU', 'JKK_WORK_ACCIDENT'];

describe('the list of rules', () => {
  it('has every chapter that holds rules, and each rule once', () => {
    const ids = listRules().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(RULE_CHAPTERS).toEqual(
      expect.arrayContaining(['coverage', 'contributions', 'jkk', 'jkm', 'jp', 'jkp']),
    );
  });

  it.each([
    ['2019-12-01', 16_200_000],
    ['2019-12-02', 20_000_000],
    ['2015-06-30', undefined],
  ])('says what a rule holds on %s: %s', (on, value) => {
    const found = listRules({ on: localDate(on), search: 'JKM_DEATH' }).find(({ id }) => id === 'JKM_DEATH');
    expect(found?.inForce?.value).toBe(value);
  });

  it('shows a version until the day before the next one', () => {
    const [found] = listRules({ on: localDate('2017-01-01'), search: 'JKM_DEATH' });
    expect(found?.inForce).toMatchObject({ from: '2015-07-01', until: '2019-12-01', law: 'PP 44/2015' });
  });

  it.each([
    [{ search: 'biaya pemakaman' }, 'JKM_FUNERAL'],
    [{ search: 'funeral', chapter: 'jkk' }, 'JKK_FUNERAL'],
    [{ search: 'uu 7/2021' }, 'VAT'],
  ])('is searched by words, law and chapter: %j', (filter, id) => {
    expect(listRules(filter).map((rule) => rule.id)).toContain(id);
  });

  it('holds nothing of another chapter', () => {
    expect(new Set(listRules({ chapter: 'jp' }).map(({ chapter }) => chapter))).toEqual(new Set(['jp']));
  });
});

describe('the history of a rule', () => {
  it('has each version with its days, law, links and sources, oldest first', () => {
    const { versions, readBy } = ruleHistory('JKM_DEATH')!;
    expect(versions.map(({ from, until }) => [from, until])).toEqual([
      ['2015-07-01', '2019-12-01'],
      ['2019-12-02', undefined],
    ]);
    expect(versions[1]?.links).toContainEqual(
      expect.objectContaining({ name: 'PP 82/2019', address: expect.stringMatching(/^https:/) }),
    );
    expect(versions[1]?.sources.map(({ id }) => id)).toEqual(['S04', 'S05', 'S06']);
    expect(readBy).toContain('JKM');
  });

  it('is not there for an unknown id', () => {
    expect([ruleHistory('NO_SUCH_RULE'), ruleHistory('toString')]).toEqual([undefined, undefined]);
  });

  it('names no calculator that does not read it', () => {
    const found = findReaders();
    const wrong = Object.entries(READERS).flatMap(([rule, readers]) =>
      readers.filter((name) => !found[rule]?.includes(name)).map((name) => `${rule} ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('names a calculator for nearly every rule', () => {
    const unread = listRules().filter(({ id }) => ruleHistory(id)!.readBy.length === 0);
    expect(unread.map(({ id }) => id)).toEqual(expect.arrayContaining(READ_BY_NO_CALCULATOR));
    expect(unread.length).toBeLessThan(10);
  });
});
