import { describe, expect, it } from '@jest/globals';
import { checkCase } from '#law/cases';
import { WORKED_EXAMPLES } from '../src/spec/worked-examples.js';
import { filesOfCases, readFilesOfCases } from './find-cases.js';

const { cases, faults } = await readFilesOfCases(await filesOfCases());

describe('the cases beside the chapters', () => {
  it('can all be read', () => {
    expect(faults).toEqual([]);
  });

  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    expect(checkCase(one)).toEqual([]);
  });
});

describe('the worked examples that the command line reads', () => {
  it.each(WORKED_EXAMPLES.map((example) => [example.id, example] as const))(
    '%s is a case with the same input and output',
    (id, { inputs, expected: { components, ...parts } }) => {
      const same = cases.filter(({ name }) => name.startsWith(`${id} `));
      expect(same.map(({ input, output }) => ({ input, output }))).toEqual([
        { input: inputs, output: { components, parts } },
      ]);
    },
  );
});
