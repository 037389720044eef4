import type { Bilingual, Confidence, Provision } from './provision.js';

/**
 * Every choice this project made where no text of law was found, in one list for a lawyer to review.
 * Changing one is changing its `value` here, and raising `RULES_EDITION`. One without a value describes how the
 * engine is built, or follows another.
 */
export interface Convention<Value> {
  /** R-n and Q-n are the ids of the reference, E-n are choices of this engine. */
  readonly id: string;
  readonly question: Bilingual;
  readonly answer: Bilingual;
  readonly value: Value;
  readonly confidence: Confidence;
}

export const convention = <Value>(
  id: string,
  question: Bilingual,
  answer: Bilingual,
  value: Value,
  confidence: Confidence = 'D',
): Convention<Value> => ({ id, question, answer, value, confidence });

export const description = (id: string, question: Bilingual, answer: Bilingual, confidence?: Confidence) =>
  convention(id, question, answer, undefined, confidence);

/** A convention as the basis of a component. */
export function provisionOf(law: string, { id, confidence }: Convention<unknown>): Provision {
  return { law, article: `convention ${id}`, sources: [], confidence };
}
