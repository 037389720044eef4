import type { Calculation } from './calculation.js';
import { unheard } from './listener.js';
import { eventDate, type Fields, readFields } from './read.js';
import { asOfNow, type Later } from './reform.js';
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
export const telling = (answer: Calculation, ignored: () => readonly string[]): Calculation =>
  new TellingOnReading(answer, ignored, asOfNow()) as unknown as Calculation;

/** Its field is one for all answers: to give each an own one costs as much as what was computed. */
class TellingOnReading {
  static readonly #ignoredFields: PropertyDescriptor & ThisType<TellingOnReading> = {
    enumerable: true,
    configurable: true,
    get() {
      const names = this.#later(() => unheard(this.#ignored));
      return names.length > 0 ? names : undefined;
    },
  };
  readonly #ignored: () => readonly string[];
  readonly #later: Later;

  constructor(answer: Calculation, ignored: () => readonly string[], later: Later) {
    const fields = this as unknown as Record<string, unknown>;
    // One that tells already is asked when this one is.
    for (const name in answer) if (name !== 'ignoredFields') fields[name] = answer[name as keyof Calculation];
    this.#ignored = ignored;
    this.#later = later;
    Object.defineProperty(this, 'ignoredFields', TellingOnReading.#ignoredFields);
  }
}
