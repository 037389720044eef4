import { describe, expect, it } from '@jest/globals';
import { Checkpoints } from './checkpoints.js';

/** Looks at the events from a number to another, of which some match; what was said, after which event. */
function look(checkpoints: Checkpoints, from: number, to: number, matches: readonly number[] = []): string[] {
  const said: string[] = [];
  for (let number = from; number <= to; number++) {
    const due = checkpoints.passed(number, matches.includes(number));
    if (due !== undefined) said.push(`${number}: ${due.commit}/${due.prepare}`);
  }
  return said;
}

describe('a filtered subscriber that catches up', () => {
  it('hears at the end of a page that the log was searched as far as where the page began', () => {
    const checkpoints = new Checkpoints({ searchWindow: 4, checkpointEvery: 8 }, -1, 20);
    expect(look(checkpoints, 1, 16)).toEqual(['8: 5/0', '16: 13/0']);
  });

  it('hears of its newest event when the page held one', () => {
    const checkpoints = new Checkpoints({ searchWindow: 4, checkpointEvery: 4 }, -1, 20);
    expect(look(checkpoints, 1, 8, [6])).toEqual(['4: 0/0', '8: 6/6']);
  });

  it('counts the event behind which it starts into its first page', () => {
    const checkpoints = new Checkpoints({ searchWindow: 4, checkpointEvery: 4 }, 10, 20);
    expect(look(checkpoints, 11, 17)).toEqual(['13: 10/10', '17: 14/0']);
    expect(new Checkpoints({ searchWindow: 1, checkpointEvery: 1 }, 10, 20).begin()).toEqual({
      commit: 10,
      prepare: 10,
    });
  });

  it('hears of 32 matches as the end of a page, however large its window', () => {
    const all = Array.from({ length: 40 }, (_, index) => index + 1);
    const checkpoints = new Checkpoints({ searchWindow: 1_000, checkpointEvery: 32 }, -1, 40);
    expect(look(checkpoints, 1, 40, all)).toEqual(['32: 32/32']);
  });

  it('hears of its newest event before it is told that it has caught up, also after an even number', () => {
    const checkpoints = new Checkpoints({ searchWindow: 4, checkpointEvery: 4 }, -1, 8);
    look(checkpoints, 1, 8, [3]);
    expect(checkpoints.caughtUp()).toBeUndefined();
    const other = new Checkpoints({ searchWindow: 32, checkpointEvery: 32 }, 5, 8);
    look(other, 6, 8);
    expect(other.caughtUp()).toEqual({ commit: 5, prepare: 5 });
  });
});

describe('a filtered subscriber that is live', () => {
  it('hears of every so many events since it came, wherever it caught up', () => {
    const checkpoints = new Checkpoints({ searchWindow: 3, checkpointEvery: 3 }, 10, 10);
    checkpoints.goLive();
    expect(look(checkpoints, 11, 17, [12])).toEqual(['13: 13/13', '16: 16/16']);
  });

  it('hears nothing twice', () => {
    const checkpoints = new Checkpoints({ searchWindow: 2, checkpointEvery: 2 }, 4, 6);
    expect(look(checkpoints, 5, 6, [6])).toEqual(['5: 4/4']);
    expect(checkpoints.caughtUp()).toEqual({ commit: 6, prepare: 6 });
    expect(look(checkpoints, 7, 8)).toEqual(['8: 8/8']);
  });
});
