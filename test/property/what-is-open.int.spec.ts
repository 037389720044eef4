import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONTEXTS } from '#contexts';
import { appInMemory } from './app-in-memory.js';
import { chanceOf } from './chance.js';
import { Explorer } from './explorer.js';
import { commandRoutes } from './routes.js';
import { WhatIsOpen } from './what-is-open.js';
import { World } from './world.js';

const BEGINNING = Date.parse('2026-11-02T02:00:00Z');

describe('What is said to be open', () => {
  let inMemory: Awaited<ReturnType<typeof appInMemory>>;
  let world: World;
  const open = new Map<string, number>();
  const closed = new Map<string, number>();
  beforeAll(async () => {
    inMemory = await appInMemory(CONTEXTS);
    world = new World(CONTEXTS, inMemory);
    for (const seed of [1, 2]) await compareInWorld(seed);
  }, 600_000);
  afterAll(() => world.close());

  async function compareInWorld(seed: number): Promise<void> {
    await world.begin();
    const explorer = new Explorer(world, commandRoutes(CONTEXTS), BEGINNING);
    const chance = chanceOf(seed);
    for (let nth = 0; nth < 750; nth++) await explorer.step(chance.below(2 ** 31));
    const moment = new Date(BEGINNING + 400 * 86_400_000).toISOString();
    const looking = new WhatIsOpen(world, inMemory, moment, chance);
    for (const table of CONTEXTS.flatMap(({ actions = [] }) => actions)) {
      for (const id of looking.things(table, 6)) {
        for (let times = 0; times < 4; times++) await looking.compare(table, id);
      }
    }
    for (const [from, to] of [
      [looking.open, open],
      [looking.closed, closed],
    ] as const)
      for (const [name, times] of from) to.set(name, (to.get(name) ?? 0) + times);
  }

  it('is accepted when it is sent, and what is closed is refused for the reason that was told', () => {
    expect([...open.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(50);
    expect([...closed.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(500);
  });

  it('was so of most kinds of things, and not so of every action', () => {
    expect(open.size).toBeGreaterThan(8);
    expect(closed.size).toBeGreaterThan(40);
  });
});
