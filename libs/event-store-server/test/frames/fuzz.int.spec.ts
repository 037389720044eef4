import { expect, it } from '@jest/globals';
import { scratch } from '../operations/scratch.js';
import { whyNoCertificates } from '../operations/test-certificates.js';
import { runFuzz } from './run-fuzz.js';
import { securedServer } from './secured-server.js';

/** A few frames in the ordinary tests; `npm run fuzz:event-store` sends a hundred thousand. */
const FRAMES = 1_000;
/** A young server grows to what it was given; the long form sees that it stays there. */
const MOST_GROWTH = 250 * 1024 * 1024;

const path = scratch();
const reason = whyNoCertificates();
if (reason !== undefined) process.stdout.write(`frames/fuzz.int.spec.ts skips TLS: ${reason}\n`);

it.each([
  ['without users', false],
  ['with TLS and users', true],
])(
  'a server %s outlasts odd frames and serves others all the while',
  async (_, isSecured) => {
    if (isSecured && reason !== undefined) return;
    const secured = isSecured ? await securedServer(path('')) : undefined;
    const directory = path(`store-${isSecured}`);
    const { sent, answers, faults, memory } = await runFuzz({ frames: FRAMES, seed: 1, directory, secured });
    expect(faults).toEqual([]);
    expect(sent).toBe(FRAMES);
    // Those that can be understood are served, and the others are told what is wrong.
    expect(answers.get('0')).toBeGreaterThan(10);
    expect(answers.get('3')).toBeGreaterThan(100);
    expect(memory[1] - memory[0]).toBeLessThan(MOST_GROWTH);
  },
  120_000,
);
