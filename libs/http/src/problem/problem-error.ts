import type { Words } from '#kernel';

/** One thing that is wrong with one field of a request. The value itself is never repeated. */
export interface FieldError {
  /** Path of the field: `wages.0.amount`. */
  readonly field: string;
  /** In both languages; an answer tells one of them. */
  readonly message: Words;
  readonly allowed?: readonly string[];
}

export interface ProblemOptions {
  /** The detail in both languages, where it is known in both. */
  readonly words?: Words;
  readonly allowed?: readonly string[];
  readonly errors?: readonly FieldError[];
  /** Further members of the answer; never personal data. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** A request that cannot be taken as it is, with everything the answer will say. What the domain refuses is a `Rejection`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly status: number,
    /** Stable, upper-case: the last part of the `type` URI is made from it. */
    readonly code: string,
    readonly detail: string,
    readonly options: ProblemOptions = {},
  ) {
    super(`${code}: ${detail}`, { cause: options.cause });
  }
}
