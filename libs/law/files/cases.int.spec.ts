import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkCase } from '#law/cases';
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

interface Example {
  readonly id: string;
  readonly inputs: unknown;
  readonly expected: { readonly components: readonly unknown[] };
}

describe('the worked examples that the command line reads', () => {
  const file = new URL('../../../test/data/worked-examples.json', import.meta.url);
  const examples = JSON.parse(readFileSync(file, 'utf8')) as readonly Example[];

  it.each(examples.map((example) => [example.id, example] as const))(
    '%s is a case with the same input and output',
    (id, { inputs, expected: { components, ...parts } }) => {
      const same = cases.filter(({ name }) => name.startsWith(`${id} `));
      expect(same.map(({ input, output }) => ({ input, output }))).toEqual([
        { input: inputs, output: { components, parts } },
      ]);
    },
  );
});
