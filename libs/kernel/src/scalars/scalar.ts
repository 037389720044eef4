import type { Words } from '../words.js';

/** The part of JSON Schema that a single value needs; OpenAPI and contracts say it in the same words. */
export interface ScalarSchema {
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
}

/**
 * One kind of single value, said once: in words for people, as a schema for machines, and as a test.
 * Fields of requests, contracts, answers, files and settings are made of these. What fits can be kept by every store.
 */
export interface Scalar<Value = unknown> {
  /** Short and lower-case: `uuid`. */
  readonly name: string;
  /** What is allowed, so that it can follow "must be" and "harus berupa". */
  readonly words: Words;
  readonly jsonSchema: ScalarSchema;
  readonly example?: Value;
  /** Whether a value is one, written in the one way that is kept. */
  readonly fits: (value: unknown) => value is Value;
  /** The one way that is kept, for another usual way to write it; whatever else it is stays as it is. */
  readonly normal: (value: unknown) => unknown;
  /** Reads it where everything is text (addresses, settings, files); text that is none stays text. */
  readonly fromText: (text: string) => unknown;
}

interface ScalarTerms<Value> extends Omit<Scalar<Value>, 'fits' | 'normal' | 'fromText'> {
  readonly holds: (value: unknown) => boolean;
  readonly normal?: (value: unknown) => unknown;
  readonly fromText?: (text: string) => unknown;
}

const same = (value: unknown) => value;

/** A scalar from its terms. `holds` need not ask whether the value is in its normal form. */
export function scalar<Value>({
  holds,
  normal = same,
  fromText = same,
  ...terms
}: ScalarTerms<Value>): Scalar<Value> {
  return {
    ...terms,
    normal,
    fromText,
    fits: (value): value is Value => holds(value) && Object.is(normal(value), value),
  };
}

/** Normal form of texts, for everything that is no text the value itself. */
export function ofText(normal: (text: string) => unknown): (value: unknown) => unknown {
  return (value) => (typeof value === 'string' ? normal(value) : value);
}

/** "must be …" (harus berupa …), for the sender of a value that does not fit. */
export const mustBe = ({ en, id }: Words): Words => ({ en: `must be ${en}`, id: `harus berupa ${id}` });

/** From the least to the most, as far as there is a limit that people have to know. */
export function rangeWords(min: number, max: number): Words {
  const from = min > Number.MIN_SAFE_INTEGER;
  const to = max < Number.MAX_SAFE_INTEGER;
  if (from && to) return { en: `, ${min} to ${max}`, id: `, ${min} sampai ${max}` };
  if (from) return { en: `, ${min} or more`, id: `, ${min} atau lebih` };
  return to ? { en: `, ${max} or less`, id: `, ${max} atau kurang` } : { en: '', id: '' };
}
