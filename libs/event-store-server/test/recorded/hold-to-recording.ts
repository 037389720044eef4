import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DEVIATIONS } from './deviations.js';
import { Lanes, playAll } from './lanes.js';
import type { Difference } from './play-case.js';
import { readCases } from './recorded-case.js';

/** Some files of the recording. */
export interface Part {
  readonly about: string;
  readonly files: readonly string[];
  /** See `Programme`. */
  readonly inTurn: boolean;
}

/** A machine that does other things is slow, not wrong. */
const LONGEST_MS = 300_000;

/** Holds our server to the recording: each case is answered as it was recorded, or stands in the list of deviations. */
export function holdToRecording(parts: readonly Part[]): void {
  describe('what a real EventStoreDB 24.2 was recorded to answer', () => {
    const always = new Set(DEVIATIONS.flatMap(({ cases }) => cases));
    const deviating = new Set([...always, ...DEVIATIONS.flatMap(({ momentary = [] }) => momentary)]);
    const lanes = new Lanes();

    beforeAll(() => {
      // The client writes down strategies of consumers that it does not know.
      jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    });
    afterAll(async () => {
      jest.restoreAllMocks();
      await lanes.close();
    });

    it.each(parts.map((part) => [part.about, part] as const))(
      'about %s is answered so here, or stands in the list of deviations',
      async (_, { files, inTurn }) => {
        const cases = readCases(files);
        const found = await playAll(cases, { inTurn, deviating }, lanes);
        expect(found.filter((difference) => !deviating.has(difference.case)).map(inShort)).toEqual([]);
        const differing = new Set(found.map((difference) => difference.case));
        const names = cases.map((recorded) => recorded.case);
        const settled = names.filter((name) => always.has(name) && !differing.has(name));
        expect(settled.map((name) => `${name} agrees: take it off the list`)).toEqual([]);
      },
      LONGEST_MS,
    );
  });
}

const LONGEST = 1_500;

/** A difference in so many characters that it can be read. */
function inShort(difference: Difference): string {
  const { after, recorded, answered } = difference;
  const parts = Object.entries({ after: after.at(-1), recorded, answered });
  const lines = parts.map(([name, part]) => `${name}: ${JSON.stringify(part).slice(0, LONGEST)}`);
  return [difference.case, ...lines].join('\n');
}
