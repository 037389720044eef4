import type { Refusal } from './refusal.js';
import type { Words } from './words.js';

/**
 * A command that is refused: nothing is recorded.
 * A negative outcome of the business (a denied claim) is an event, not a rejection.
 */
export class Rejection extends Error {
  override readonly name = 'Rejection';

  readonly refusal: Refusal;

  constructor(refusal: Refusal);
  /** Of those that have no table of refusals yet: in English only. */
  constructor(code: string, detail: string, details?: EnglishDetails);
  constructor(refusal: Refusal | string, detail = '', details: EnglishDetails = {}) {
    const told = typeof refusal === 'string' ? inEnglish(refusal, detail, details) : refusal;
    super(`${told.code}: ${told.words.en}`);
    this.refusal = told;
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

function inEnglish(code: string, detail: string, { allowed, facts }: EnglishDetails): Refusal {
  const words = (en: string): Words => ({ en, id: en });
  return {
    code,
    kind: code.endsWith('_NOT_FOUND')
      ? 'NOT_FOUND'
      : code === 'COMMAND_ID_REUSED'
        ? 'UNPROCESSABLE'
        : 'CONFLICT',
    words: words(detail),
    ...(allowed && { allowed: allowed.map(words) }),
    ...(facts && { facts }),
  };
}
