import { describe, expect, it } from '@jest/globals';
import { eventually } from '#testing';
import type { ActiveLock } from './active-lock.js';
import { TablesChanged } from './follower-errors.js';
import { untilChanged } from './still-there.js';

describe('Whether tables are still there', () => {
  it('is asked in one question by all whose locks one session holds, and each is told of its own', async () => {
    const held = new Map(['tally_v1', 'claim_v2', 'payout_v3'].map((schema) => [schema, 'as it was made']));
    const asked: (readonly string[])[] = [];
    const query = (_text: string, [schemas]: readonly unknown[]) => {
      asked.push(schemas as string[]);
      return Promise.resolve(
        (schemas as string[]).map((schema) => ({ schema, footprint: held.get(schema) })) as never[],
      );
    };
    const lock: ActiveLock = {
      lost: new AbortController().signal,
      query,
      release: () => Promise.resolve(),
    };
    const over = new AbortController();
    const [tally, claim, payout] = [...held].map(([schema, before]) =>
      untilChanged({ ...lock }, schema, { before, everyMs: 5, until: over.signal }),
    );
    await eventually('all are in one question', () => asked.some((schemas) => schemas.length === held.size));
    held.set('claim_v2', 'with another column');
    await expect(claim).rejects.toThrow(TablesChanged);
    over.abort();
    expect(await Promise.all([tally, payout])).toEqual([undefined, undefined]);
  });
});
