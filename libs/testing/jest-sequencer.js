import TestSequencer from '@jest/test-sequencer';

/** What runs whole programs takes longest, though its files are small: where it came last, one worker would stand idle. */
const levelOf = ({ path }) => (path.endsWith('.e2e.spec.ts') ? 0 : path.endsWith('.int.spec.ts') ? 1 : 2);

/** Starts whole programs first, then what needs servers, then what needs nothing; the longest of each first, where that is known. */
export default class LongestFirst extends TestSequencer {
  /** @override */
  sort(tests) {
    return super.sort(tests).sort((one, other) => levelOf(one) - levelOf(other));
  }
}
