import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { calculate, type Calculation } from '#law';

interface Example {
  readonly id: string;
  readonly inputs: unknown;
  readonly expected: Expected;
}

interface Expected extends Pick<Calculation, 'decision' | 'memo' | 'payees' | 'nonJkkMedicalIdr'> {
  readonly components: readonly { readonly code: string; readonly amountIdr: number }[];
  readonly totalIdr: number;
}

const file = new URL('../../../test/data/worked-examples.json', import.meta.url);
const examples = JSON.parse(readFileSync(file, 'utf8')) as readonly Example[];

describe('the worked examples of the reference', () => {
  it('are the 43 the reference came with', () => {
    expect(examples).toHaveLength(43);
  });

  it.each(examples.map((example) => [example.id, example] as const))(
    '%s comes out to the rupiah, component by component',
    (_id, { inputs, expected: due }) => {
      const { components, totalIdr, decision, memo, payees, nonJkkMedicalIdr } = calculate(inputs);
      expect(components.map(({ code, amountIdr }) => ({ code, amountIdr }))).toEqual(due.components);
      expect(totalIdr).toBe(due.totalIdr);
      expect({ decision, nonJkkMedicalIdr }).toEqual({
        decision: due.decision,
        nonJkkMedicalIdr: due.nonJkkMedicalIdr,
      });
      if (due.memo) expect(memo).toEqual(due.memo);
      if (due.payees) expect(payees).toEqual(due.payees);
    },
  );
});
