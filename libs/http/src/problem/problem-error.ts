import type { Words } from '#kernel';
import type { ProblemTold } from './problem-table.js';

/** One thing that is wrong with one field of a request. The value itself is never repeated. */
export interface FieldError {
  /** Path of the field: `wages.0.amount`. */
  readonly field: string;
  /** In both languages; an answer tells one of them. */
  readonly message: Words;
  readonly allowed?: readonly string[];
}

interface ProblemOptions {
  readonly errors?: readonly FieldError[];
  /** Further members of the answer; never personal data. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/**
 * A request that cannot be taken as it is, with everything the answer will say: `new ProblemError(problems.BODY_MISSING())`.
 * What the domain refuses is a `Rejection`.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly told: ProblemTold,
    readonly options: ProblemOptions = {},
  ) {
    super(`${told.code}: ${told.words.en}`, { cause: options.cause });
  }

  get status(): number {
    return this.told.status;
  }

  get code(): string {
    return this.told.code;
  }

  /** In English. */
  get detail(): string {
    return this.told.words.en;
  }
}
