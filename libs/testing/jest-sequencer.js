import TestSequencer from '@jest/test-sequencer';

/**
 * What runs whole programs takes long, though its files are small, and the requests made by chance compute for minutes: where
 * these came last, one worker would work alone.
 */
const FIRST = ['/accepted-is-applicable.int.spec.ts', '.e2e.spec.ts', '.int.spec.ts', '.spec.ts'];

const placeOf = ({ path }) => FIRST.findIndex((ending) => path.endsWith(ending));

/** Starts what takes longest first, then what needs servers, then what needs nothing; the longest of each first, where that is known. */
export default class LongestFirst extends TestSequencer {
  /** @override */
  sort(tests) {
    return super.sort(tests).sort((one, other) => placeOf(one) - placeOf(other));
  }
}
