import type { Calculation } from './calculation.js';
import { eventDate, type Fields, readFields } from './read.js';

/** A calculator as the outside sees it: named fields in, a calculation out. */
export interface Calculator {
  readonly fields: readonly string[];
  readonly run: (inputs: Readonly<Record<string, unknown>>) => Calculation;
}

export const calculator = <Input>(fields: Fields<Input>, run: (input: Input) => Calculation): Calculator => ({
  fields: Object.keys(fields),
  run: (inputs) => run(readFields(fields, inputs)),
});

/** A calculator of JKK: of an occupational disease (PAK) the diagnosis is the event, and stands in for the accident. */
export function afterAccident<Input>(fields: Fields<Input>, run: (input: Input) => Calculation): Calculator {
  const { fields: names, run: runFor } = calculator(fields, run);
  return {
    fields: [...new Set([...names, 'diagnosisDate'])],
    run: (inputs) =>
      runFor(
        inputs.diagnosisDate === undefined
          ? inputs
          : { ...inputs, accidentDate: eventDate(inputs.diagnosisDate, 'diagnosisDate') },
      ),
  };
}
