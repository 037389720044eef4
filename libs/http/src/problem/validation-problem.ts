import { type ValidationError, getMetadataStorage } from 'class-validator';
import { type FieldError, ProblemError } from './problem-error.js';

/** 400 that names every wrong field and what it may be, and repeats no value. */
export function validationProblem(errors: readonly FieldError[]): ProblemError {
  return new ProblemError(400, 'VALIDATION_FAILED', 'Some fields are missing or wrong', { errors });
}

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
      return { field, message: 'is not a field of this request', allowed: fieldsOf(target) };
    }
    const allowed = (contexts[rule] as { allowed?: readonly string[] } | undefined)?.allowed;
    return { field, message, ...(allowed ? { allowed } : {}) };
  });
}

/** Names that a sender made up may be personal data themselves; only what looks like a field name is repeated. */
function fieldName(property: string): string {
  return /^([A-Za-z_][A-Za-z0-9_]{0,39}|\d{1,5})$/.test(property) ? property : '(unnamed)';
}

function fieldsOf(target: object | undefined): string[] {
  if (!target) return [];
  const metadata = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', true, false);
  return [...new Set(metadata.map(({ propertyName }) => propertyName))];
}
