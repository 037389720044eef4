import { expect, it } from '@jest/globals';
import { describeUnless } from '../describe-unless.js';
import { scratch } from '../operations/scratch.js';
import { whyNoCertificates } from '../operations/test-certificates.js';
import { makeAccess, type AccessFiles } from '../secured-server.js';
import { USERS, runFuzz } from './run-fuzz.js';

/** A few frames in the ordinary tests; `npm run fuzz:event-store` sends a hundred thousand. */
const FRAMES = 1_000;
/** A young server grows to what it was given; the long form sees that it stays there. */
const MOST_GROWTH = 250 * 1024 * 1024;
const LONGEST_MS = 120_000;

const path = scratch();

async function outlastsOddFrames(directory: string, secured?: AccessFiles): Promise<void> {
  const { sent, answers, faults, memory } = await runFuzz({ frames: FRAMES, seed: 1, directory, secured });
  expect(faults).toEqual([]);
  expect(sent).toBe(FRAMES);
  // Those that can be understood are served, and the others are told what is wrong.
  expect(answers.get('0')).toBeGreaterThan(10);
  expect(answers.get('3')).toBeGreaterThan(100);
  expect(memory[1] - memory[0]).toBeLessThan(MOST_GROWTH);
}

it(
  'a server without users outlasts odd frames and serves others all the while',
  () => outlastsOddFrames(path('open')),
  LONGEST_MS,
);

describeUnless(whyNoCertificates(), 'frames/fuzz.int.spec.ts with TLS and users')(
  'with TLS and users',
  () => {
    it(
      'a server outlasts them too',
      async () => outlastsOddFrames(path('secured'), await makeAccess(path(''), USERS)),
      LONGEST_MS,
    );
  },
);
