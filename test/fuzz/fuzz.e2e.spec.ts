import { beforeAll, describe, expect, it } from '@jest/globals';
import { exploredAndFinished } from '../finisher/finish-system.js';
import { fuzzStandalone } from './fuzz-standalone.js';

/** A few requests in the ordinary tests; `npm run fuzz` sends twenty thousand, and `npm run test:finisher` a hundred thousand. */
const [REQUESTS, COMMANDS] = [400, 500];

const working = () =>
  fuzzStandalone({ requests: REQUESTS, seed: 7 }, (standalone, onlooker) =>
    exploredAndFinished(standalone, onlooker, { commands: COMMANDS, seed: 20_261_129, atMost: 5 }),
  );

describe('Everything that runs', () => {
  let done: Awaited<ReturnType<typeof working>>;
  beforeAll(async () => {
    done = await working();
  });

  it('answers whatever is sent', () => {
    const { requests, accepted, found } = done;
    expect(found).toEqual([]);
    expect(requests).toBeGreaterThanOrEqual(REQUESTS);
    expect(accepted).toBeGreaterThan(REQUESTS / 2);
  });

  it('has read models that come out the same when they are built again from what that left in the log', () => {
    expect(done.failedReadModels).toEqual([]);
  });

  it('pays what was approved, once', () => {
    expect(done.afterwards?.moneyFaults).toEqual([]);
    expect(done.afterwards?.sent).toBe(COMMANDS);
    expect(done.afterwards?.accepted).toBeGreaterThan(COMMANDS / 5);
  });

  it('has no case that what can be done with it does not bring to an end, within thirty commands', () => {
    const { deadEnds = [], ended = new Map<string, { cases: number; most: number }>() } =
      done.afterwards ?? {};
    expect(deadEnds).toEqual([]);
    const cases = [...ended.values()].reduce((sum, one) => sum + one.cases, 0);
    expect(cases).toBeGreaterThan(10);
    expect(Math.max(...[...ended.values()].map(({ most }) => most))).toBeLessThanOrEqual(30);
  });
});
