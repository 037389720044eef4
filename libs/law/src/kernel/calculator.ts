import type { Calculation } from './calculation.js';
import { unheard } from './listener.js';
import { eventDate, type Fields, readFields } from './read.js';
import { asOfNow } from './reform.js';
import { unseenFields } from './watching.js';

type Request = Readonly<Record<string, unknown>>;

/** A calculator as the outside sees it: named fields in, a calculation out. */
export interface Calculator {
  readonly fields: readonly string[];
  /** Reads a request without computing it. @throws Rejection for a field that cannot be read */
  readonly read: (inputs: Request) => object;
  /** The answer, with the fields that played no part. @throws Rejection for an impossible request */
  readonly run: (inputs: Request) => Calculation;
}

export const calculator = <Input extends object>(
  fields: Fields<Input>,
  run: (input: Input) => Calculation,
): Calculator => ({
  fields: Object.keys(fields),
  read: (inputs) => readFields(fields, inputs),
  run: (inputs) => {
    const input = readFields(fields, inputs);
    return telling(run(input), () => unseenFields(input, run));
  },
});

/** A calculator of JKK: of an occupational disease (PAK) the diagnosis is the event, and stands in for the accident. */
export function afterAccident<Input extends object>(
  fields: Fields<Input>,
  run: (input: Input) => Calculation,
): Calculator {
  const { fields: names, read, run: runFor } = calculator(fields, run);
  const asAccident = (inputs: Request) =>
    inputs.diagnosisDate === undefined
      ? inputs
      : { ...inputs, accidentDate: eventDate(inputs.diagnosisDate, 'diagnosisDate') };
  return {
    fields: [...new Set([...names, 'diagnosisDate'])],
    read: (inputs) => read(asAccident(inputs)),
    run: (inputs) => {
      const answer = runFor(asAccident(inputs));
      if (inputs.diagnosisDate === undefined) return answer;
      const replaced = inputs.accidentDate === undefined ? [] : ['accidentDate'];
      return telling(answer, () => [
        ...replaced,
        ...(answer.ignoredFields ?? []).filter((name) => name !== 'diagnosisDate'),
      ]);
    },
  };
}

/**
 * An answer that tells, when somebody asks, which fields played no part: what is only counted need not be watched. It is
 * computed again to see that, so nobody who listens hears of it twice.
 */
export function telling(answer: Calculation, ignored: () => readonly string[]): Calculation {
  const later = asOfNow();
  return {
    ...answer,
    get ignoredFields() {
      const names = later(() => unheard(ignored));
      return names.length > 0 ? names : undefined;
    },
  };
}
