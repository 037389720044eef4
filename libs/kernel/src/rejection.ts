import type { Refusal } from './refusal.js';

/**
 * A command that is refused: nothing is recorded.
 * A negative outcome of the business (a denied claim) is an event, not a rejection.
 */
export class Rejection extends Error {
  override readonly name = 'Rejection';

  constructor(readonly refusal: Refusal) {
    super(`${refusal.code}: ${refusal.words.en}`);
  }

  /** Stable, upper-case, for machines: `CLAIM_NOT_CALCULATED`. */
  get code(): string {
    return this.refusal.code;
  }

  /** In English; never personal data. */
  get detail(): string {
    return this.refusal.words.en;
  }

  /** What is allowed instead, and facts; in English. */
  get details(): EnglishDetails {
    const { allowed, facts } = this.refusal;
    return { ...(allowed && { allowed: allowed.map(({ en }) => en) }), ...(facts && { facts }) };
  }
}

interface EnglishDetails {
  readonly allowed?: readonly string[];
  readonly facts?: Refusal['facts'];
}
