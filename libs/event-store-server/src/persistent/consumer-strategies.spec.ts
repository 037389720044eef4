import { describe, expect, it } from '@jest/globals';
import { chooseByStrategy, type Candidate } from './consumer-strategies.js';
import type { ConsumerStrategy } from './group-definition.js';

class Named implements Candidate {
  hasRoom = true;

  constructor(readonly name: string) {}
}

function choiceOf(strategy: ConsumerStrategy, count: number) {
  const choice = chooseByStrategy<Named>(strategy);
  const consumers = Array.from({ length: count }, (_, n) => new Named('abcdef'[n]!));
  for (const consumer of consumers) choice.add(consumer);
  const choose = (pin = '') => {
    const chosen = choice.choose(pin);
    return typeof chosen === 'string' ? chosen : chosen.name;
  };
  return { choice, consumers, choose };
}

const STRATEGIES: ConsumerStrategy[] = ['RoundRobin', 'DispatchToSingle', 'Pinned', 'PinnedByCorrelation'];

describe.each(STRATEGIES)('any strategy (%s)', (strategy) => {
  it('finds nobody when nobody is connected', () => {
    expect(choiceOf(strategy, 0).choose()).toBe('full');
  });

  it('finds nobody when nobody has room', () => {
    const { consumers, choose } = choiceOf(strategy, 2);
    for (const consumer of consumers) consumer.hasRoom = false;
    expect(choose()).toBe('full');
  });

  it('does not choose who has left', () => {
    const { choice, consumers, choose } = choiceOf(strategy, 2);
    choice.remove(consumers[0]!);
    expect(Array.from({ length: 10 }, (_, n) => choose(`pin-${n}`))).toEqual(Array(10).fill('b'));
  });
});

describe('round robin', () => {
  it('takes one after the other and passes over who has no room', () => {
    const { consumers, choose } = choiceOf('RoundRobin', 3);
    expect([choose(), choose(), choose(), choose()]).toEqual(['a', 'b', 'c', 'a']);
    consumers[1]!.hasRoom = false;
    expect([choose(), choose(), choose()]).toEqual(['c', 'a', 'c']);
  });
});

describe('dispatch to single', () => {
  it('stays with one as long as it has room', () => {
    const { consumers, choose } = choiceOf('DispatchToSingle', 2);
    expect([choose(), choose()]).toEqual(['a', 'a']);
    consumers[0]!.hasRoom = false;
    expect(choose()).toBe('b');
    consumers[0]!.hasRoom = true;
    expect([choose(), choose()]).toEqual(['b', 'b']);
  });
});

describe('pinned', () => {
  const pins = Array.from({ length: 200 }, (_, n) => `stream-${n}`);

  it('gives the same text always to the same consumer, and every consumer its share', () => {
    const { choose } = choiceOf('Pinned', 4);
    const first = pins.map((pin) => choose(pin));
    expect(pins.map((pin) => choose(pin))).toEqual(first);
    for (const name of ['a', 'b', 'c', 'd']) {
      expect(first.filter((chosen) => chosen === name).length).toBeGreaterThan(30);
    }
  });

  it('lets a message wait for its own consumer', () => {
    const { consumers, choose } = choiceOf('Pinned', 2);
    const owner = choose('stream');
    consumers.find(({ name }) => name === owner)!.hasRoom = false;
    expect(choose('stream')).toBe('later');
  });

  it('moves a share to a new consumer, and leaves alone what is being processed', () => {
    const { choice, consumers, choose } = choiceOf('Pinned', 1);
    for (const pin of pins) choose(pin);
    for (const pin of pins.slice(20)) choice.released(consumers[0]!, pin);
    choice.add(new Named('new'));
    const chosen = pins.map((pin) => choose(pin));
    const moved = chosen.filter((name) => name === 'new').length;
    expect(moved).toBeGreaterThan(70);
    expect(moved).toBeLessThan(130);
    expect(new Set(chosen.slice(0, 20))).toEqual(new Set(['a']));
  });

  it('gives to others what a consumer leaves behind', () => {
    const { choice, consumers, choose } = choiceOf('Pinned', 3);
    const before = pins.map((pin) => choose(pin));
    choice.remove(consumers[2]!);
    const after = pins.map((pin) => choose(pin));
    expect(after).not.toContain('c');
    expect(after.filter((name, index) => name !== before[index] && before[index] !== 'c')).toEqual([]);
  });
});
