import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '../problem/problem-error.js';
import { decodeCursor, encodeCursor, isText, pageOf } from './page.js';
import { type Stage, stagedPage } from './staged-page.js';

/** A list of these, each of which is its own key. */
const listOf =
  (...all: readonly string[]): Stage<string> =>
  async ({ limit, cursor }) => {
    const behind = cursor === undefined ? '' : decodeCursor(cursor, isText)[0]!;
    return pageOf(all.filter((one) => one > behind).slice(0, limit + 1), limit, (last) => [last]);
  };

async function pagesOf(stages: readonly Stage<string>[], limit: number): Promise<string[]> {
  const pages: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await stagedPage(stages, { limit, cursor });
    pages.push(page.items.join(''));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return pages;
}

describe('A page of several lists', () => {
  const stages = [listOf('a', 'b'), listOf(), listOf('c'), listOf('d', 'e', 'f')];

  it.each([
    [1, ['a', 'b', 'c', 'd', 'e', 'f']],
    [2, ['ab', 'cd', 'ef']],
    [3, ['abc', 'def']],
    [4, ['abcd', 'ef']],
    [6, ['abcdef']],
    [50, ['abcdef']],
  ])('goes on with the next list where one ends, by %d', async (limit, pages) => {
    expect(await pagesOf(stages, limit)).toEqual(pages);
  });

  it('is the last one when nothing follows', async () => {
    expect(await pagesOf([listOf('a', 'b'), listOf()], 2)).toEqual(['ab']);
    expect(await pagesOf([listOf()], 2)).toEqual(['']);
  });

  it.each([
    ['of a list that is not there', encodeCursor(['4', ''])],
    ['of another list', encodeCursor(['a', 'b'])],
    ['that is none', 'abc'],
  ])('refuses a cursor %s', async (_what, cursor) => {
    await expect(stagedPage(stages, { limit: 2, cursor })).rejects.toThrow(ProblemError);
  });
});
