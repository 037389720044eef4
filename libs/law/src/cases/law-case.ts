import type { LocalDate } from '#kernel';
import type { Calculation } from '../kernel/calculation.js';

/** An amount that a lawyer expects under a code. A code may stand several times: two injuries, two children. */
export interface ExpectedComponent {
  readonly code: string;
  /** Whole rupiah. */
  readonly amountIdr: number;
}

/** What a case expects: an answer, or that the request is refused. */
export interface ExpectedOutput {
  /** The code of `INPUT_ERRORS` with which the request is refused; then nothing else is expected. */
  readonly error?: string;
  readonly components?: readonly ExpectedComponent[];
  /** Further parts of the answer by their names there: of an object or a row, what the case names must be so. */
  readonly parts: Readonly<Record<string, unknown>>;
}

/** One example of the law, as a lawyer writes it down. */
export interface LawCase {
  readonly name: string;
  /** The day of the event: the answer has to come from the law of this day. Without it, of a request that names no day. */
  readonly date?: LocalDate;
  /** A request as `calculate` takes it. */
  readonly input: unknown;
  readonly output: ExpectedOutput;
  /** Where it is written that the answer is so. */
  readonly source: string;
  readonly keywords: readonly string[];
}

/** The parts of an answer that a case may name. */
export const OUTPUT_PARTS = [
  'totalIdr',
  'decision',
  'rule',
  'memo',
  'payees',
  'nonJkkMedicalIdr',
  'owedByEmployer',
  'owedByEmployerTotalIdr',
  'taxMemo',
  'ignoredFields',
] as const satisfies readonly (keyof Calculation)[];
