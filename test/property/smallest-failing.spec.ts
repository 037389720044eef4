import { describe, expect, it } from '@jest/globals';
import { smallestFailing } from './smallest-failing.js';
import type { Happening, Sent } from './world.js';

const sent = (url: string, seen?: number): Sent => ({
  route: url,
  method: 'POST',
  url,
  headers: seen === undefined ? {} : { 'if-match': `"${seen}"` },
  processesFollow: true,
});

/** A thing that changes with every request: whoever saw it otherwise is refused. */
const accepted = (happenings: readonly Happening[]): Sent[] => {
  const taken: Sent[] = [];
  for (const one of happenings) {
    if ('erased' in one) continue;
    const seen = one.headers['if-match'];
    if (seen === undefined || seen === `"${taken.length}"`) taken.push(one);
  }
  return taken;
};
const urls = (happenings: readonly Happening[]) =>
  happenings.map((one) => ('url' in one ? one.url : one.erased));

describe('The smallest sequence that fails', () => {
  const long = [
    { erased: 'somebody' },
    ...Array.from({ length: 300 }, (_, nth) => sent(`/${nth}`, nth % 20 === 3 ? nth : undefined)),
  ];

  it('leaves out all that is not needed, in order', async () => {
    const failsAfter = async (happenings: readonly Happening[]) => {
      const all = urls(accepted(happenings));
      return all.includes('/41') && all.indexOf('/41') < all.indexOf('/220');
    };
    expect(urls(await smallestFailing(long, failsAfter))).toEqual(['/41', '/220']);
  });

  it('needs nothing that only led to what somebody saw', async () => {
    const fails = async (happenings: readonly Happening[]) => urls(accepted(happenings)).includes('/283');
    expect(await fails(long)).toBe(true);
    expect(await smallestFailing(long, fails)).toEqual([sent('/283')]);
  });

  it('says what somebody saw where that matters, with whatever led to it', async () => {
    const fails = async (happenings: readonly Happening[]) =>
      accepted(happenings).some(({ headers }) => headers['if-match'] === '"3"');
    expect(await smallestFailing(long, fails)).toEqual([sent('/0'), sent('/1'), sent('/2'), sent('/3', 3)]);
  });
});
