import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#event-store';
import { rupiah } from '#kernel';
import { recorded } from './decision.examples.js';
import type { Recomputed } from './recompute.js';
import { whatIf } from './what-if.js';

const approval = (claimId: string) =>
  ({ type: 'ClaimApproved', data: { claimId } }) as unknown as RecordedEvent;

describe('What a reform would change', () => {
  const { totalIdr } = recorded();
  const less = (by: number): Recomputed => ({ outcome: 'SAME', totalIdr: rupiah(totalIdr - by) });

  /** Claims that come to so much less now than under the reform. */
  function tried(claims: Readonly<Record<string, readonly Recomputed[]>>, approved: readonly string[]) {
    const reformed = whatIf({});
    for (const claimId of approved) reformed.note(approval(claimId));
    for (const [claimId, calculations] of Object.entries(claims))
      for (const one of calculations) reformed.compare(recorded(undefined, { claimId }), one);
    return reformed.result();
  }

  it('is told with who gains apart from who loses', () => {
    const claims = { gains: [less(1_000)], loses: [less(-400)], stays: [less(0)] };
    const found = tried(claims, Object.keys(claims));
    expect(found).toEqual({
      unknown: 0,
      lines: [
        {
          programme: 'JKK',
          claims: 3,
          beforeIdr: 3 * totalIdr - 600,
          afterIdr: 3 * totalIdr,
          better: 1,
          gainedIdr: 1_000,
          worse: 1,
          lostIdr: 400,
        },
      ],
    });
  });

  it('is told of approved claims alone, each by its newest calculation', () => {
    const claims = { calculatedTwice: [less(5_000), less(20)], denied: [less(7_000)] };
    expect(tried(claims, ['calculatedTwice']).lines).toMatchObject([{ claims: 1, gainedIdr: 20 }]);
  });

  it('is compared with what the rules of today come to, whatever was recorded', () => {
    const otherwise: Recomputed = {
      outcome: 'DIFFERENT',
      cause: 'SAME_RULES',
      computedIdr: rupiah(totalIdr - 300),
      amounts: [],
    };
    expect(tried({ altered: [otherwise] }, ['altered']).lines).toMatchObject([{ gainedIdr: 300 }]);
  });

  it('is compared also where the decision names other rules', () => {
    const byOthers: Recomputed = {
      outcome: 'SAME_BY_OTHER_RULES',
      totalIdr: rupiah(totalIdr - 300),
      ruleSetVersion: 'any',
    };
    expect(tried({ byOthers: [byOthers] }, ['byOthers']).lines).toMatchObject([{ gainedIdr: 300 }]);
  });

  it('is not known of a claim whose inputs nobody can open, nor of one that is not computable', () => {
    const claims = {
      erased: [{ outcome: 'ERASED' }],
      refused: [{ outcome: 'NOT_COMPUTABLE', code: 'ANY' }],
    } as const;
    expect(tried(claims, ['erased', 'refused'])).toEqual({ unknown: 2, lines: [] });
  });
});
