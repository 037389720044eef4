/** What a refused command tells its sender beyond the reason. */
export interface RejectionDetails {
  /** What is allowed instead, now (names of commands or values). */
  readonly allowed?: readonly string[];
  /** Field-wise or rule-wise facts without personal data. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * A command that is refused: nothing is recorded.
 * A negative outcome of the business (a denied claim) is an event, not a rejection.
 */
export class Rejection extends Error {
  override readonly name = 'Rejection';

  constructor(
    /** Stable, upper-case, for machines: `CLAIM_NOT_CALCULATED`. */
    readonly code: string,
    /** Plain words for people; never personal data. */
    readonly detail: string,
    readonly details: RejectionDetails = {},
  ) {
    super(`${code}: ${detail}`);
  }
}
