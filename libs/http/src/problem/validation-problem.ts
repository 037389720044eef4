import { type ValidationError, getMetadataStorage } from 'class-validator';
import { type Words, mustBe } from '#kernel';
import type { CheckContext } from '../fields/check.js';
import { type FieldError, ProblemError } from './problem-error.js';
import { problems } from './problems.js';

/** 400 that names every wrong field and what it may be, and repeats no value. */
export function validationProblem(errors: readonly FieldError[]): ProblemError {
  return new ProblemError(problems.VALIDATION_FAILED(), { errors });
}

/** 400 for one value of an address that is not what it must be. */
export const wrongValue = (field: string, words: Words): ProblemError =>
  validationProblem([{ field, message: mustBe(words) }]);

/** What is told of a field that a request does not have. */
export const NO_SUCH_FIELD: Words = {
  en: 'is not a field of this request',
  id: 'bukan bagian dari permintaan ini',
};

/** What class-validator found, as field errors. */
export function fieldErrors(found: readonly ValidationError[], parent = ''): FieldError[] {
  return found.flatMap((error) => {
    const field = parent + fieldName(error.property);
    return [...ownErrors(error, field), ...fieldErrors(error.children ?? [], `${field}.`)];
  });
}

function ownErrors(
  { constraints = {}, contexts = {}, target }: ValidationError,
  field: string,
): FieldError[] {
  return Object.entries(constraints).map(([rule, message]) => {
    if (rule === 'whitelistValidation') {
      return { field, message: NO_SUCH_FIELD, allowed: fieldsOf(target?.constructor) };
    }
    const { words, allowed } = (contexts[rule] ?? {}) as Partial<CheckContext>;
    return { field, message: words ?? { en: message, id: message }, ...(allowed ? { allowed } : {}) };
  });
}

/** Names that a sender made up may be personal data themselves; only what looks like a field name is repeated. */
export function fieldName(property: string): string {
  return /^([A-Za-z_][A-Za-z0-9_]{0,39}|\d{1,5})$/.test(property) ? property : '(unnamed)';
}

/** A path of names of which only those are repeated that may be: `heirs.0.nik`. */
export const fieldPath = (names: readonly string[]): string => names.map(fieldName).join('.');

/** The fields that a class of requests declares. */
export function fieldsOf(type: Function | undefined): string[] {
  if (!type) return [];
  const metadata = getMetadataStorage().getTargetValidationMetadatas(type, '', true, false);
  return [...new Set(metadata.map(({ propertyName }) => propertyName))];
}
