import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#kernel';
import { type Fact, only } from './fact.js';
import { type FactsAsked, FactsOfLog, type KnownCase } from './facts-of-log.js';
import type { RuleId } from './finding.events.js';
import { replay } from './replay.js';
import { DAY, fact, idOf } from './rules/facts.examples.js';
import type { Rule } from './rules/index.js';
import { THRESHOLDS, type Threshold, concerns, withThresholds } from './thresholds.js';
import { termsOn } from './terms.js';

/** Three claims of three persons to one account, in the spring of the year before. */
const ACCOUNTS = [1, 2, 3].map((serial) =>
  fact('ACCOUNT', {
    on: `2025-04-0${serial}`,
    id: idOf(50 + serial),
    thingId: idOf(50 + serial),
    personId: idOf(serial),
    key: 'BANKCONTOH/0011',
  }),
);

class Three extends FactsOfLog {
  readonly asked: LocalDate[] = [];

  constructor(private readonly became?: KnownCase) {
    super();
  }

  async *groupsFor({ lead }: Rule, { day }: FactsAsked): AsyncGenerator<readonly Fact[]> {
    this.asked.push(day);
    const group = only(ACCOUNTS, 'ACCOUNT').filter(({ onDay }) => onDay <= day);
    if (lead === 'ACCOUNT' && group.length > 0) yield group;
  }

  known = (ids: readonly string[]) =>
    Promise.resolve(new Map(this.became ? ids.map((id) => [id, this.became!] as const) : []));
  openedIn = () => Promise.resolve(0);
  claimsOf = () => Promise.resolve([]);
  segments = () => Promise.resolve([]);
}

const persons = (value: number): readonly Threshold[] => [{ name: 'sharedAccount.persons', value }];
const replayed = (facts: Three, value: number, rule: RuleId = 'FD-01') =>
  replay(facts, { rule, thresholds: persons(value), day: DAY });

describe('Other thresholds', () => {
  it('are tried night by night of two years on what is recorded, and tell what would open', async () => {
    const found = await replayed(new Three(), 2);
    // Of two persons it is a case from the second claim on, and again from the third.
    expect(found).toMatchObject({ now: 1, tried: 2, goes: [] });
    expect(found.opens).toMatchObject([
      {
        foundOn: '2025-04-02',
        measures: [
          { of: 'persons', value: 2 },
          { of: 'claims', value: 2 },
        ],
      },
    ]);
  });

  it('tell what would not be found any more, and what has become of that', async () => {
    const found = await replayed(new Three({ situation: 'CONFIRMED', claimIds: [] }), 4);
    expect(found).toMatchObject({ now: 1, tried: 0, opens: [] });
    expect(found.goes).toMatchObject([{ foundOn: '2025-04-03', situation: 'CONFIRMED' }]);
  });

  it('are not tried on rules that do not look at them', async () => {
    const facts = new Three();
    expect(await replayed(facts, 2, 'FD-20')).toEqual({
      rule: 'FD-20',
      now: 0,
      tried: 0,
      opens: [],
      goes: [],
    });
    expect(facts.asked).toEqual([]);
  });

  it('read each group once, with what windows of all nights reach', async () => {
    const facts = new Three();
    await replayed(facts, 2);
    expect(facts.asked).toEqual([DAY]);
  });

  it('are tried no further once whoever asked has gone', async () => {
    const facts = new Three();
    const caller = new AbortController();
    let looked = 0;
    facts.groupsFor = async function* () {
      for (; looked < 9; looked++) {
        if (looked === 3) caller.abort(new Error('has gone'));
        yield await Promise.resolve(ACCOUNTS as Fact[]);
      }
    };
    const asked = { rule: 'FD-01', thresholds: persons(2), day: DAY, listener: caller.signal } as const;
    await expect(replay(facts, asked)).rejects.toThrow('has gone');
    expect(looked).toBe(3);
  });

  it('have names, each of which some rule looks at, and change nothing else', () => {
    const rules = Array.from({ length: 24 }, (_one, n) => `FD-${String(n + 1).padStart(2, '0')}` as RuleId);
    for (const name of THRESHOLDS)
      expect([name, rules.some((rule) => concerns([{ name, value: 1 }], rule))]).toEqual([name, true]);
    const terms = termsOn(DAY);
    expect(withThresholds(terms, persons(9))).toEqual({
      ...terms,
      sharedAccount: { ...terms.sharedAccount, persons: 9 },
    });
  });
});
