import { STATUS_CODES } from 'node:http';
import type { Language } from './language.js';
import type { FieldError, ProblemError } from './problem-error.js';

/** One wrong field, in the language of the answer. */
interface FieldProblem extends Omit<FieldError, 'message'> {
  readonly message: string;
}

/** The body of every refusal: RFC 9457 with members of our own from `code` on. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly allowed?: readonly string[];
  readonly errors?: readonly FieldProblem[];
  readonly correlationId: string;
  readonly [extra: string]: unknown;
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

const TYPE_BASE = 'https://lindung.example/problems/';

/** The stable name of a kind of problem: `CLAIM_NOT_FOUND` becomes `…/problems/claim-not-found`. */
function problemType(code: string): string {
  return TYPE_BASE + code.toLowerCase().replaceAll('_', '-');
}

/** The answer a refusal becomes. `correlationId` also names this one occurrence. */
export function problemFrom(
  { told, options }: ProblemError,
  correlationId: string,
  language: Language = 'en',
): Problem {
  const { status, code, words, allowed } = told;
  return {
    type: problemType(code),
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: words[language],
    instance: `urn:uuid:${correlationId}`,
    code,
    ...(allowed && { allowed: allowed.map((instead) => instead[language]) }),
    ...(options.errors && { errors: options.errors.map((error) => fieldProblem(error, language)) }),
    ...options.extra,
    correlationId,
  };
}

function fieldProblem({ message, ...error }: FieldError, language: Language): FieldProblem {
  const { field, ...allowed } = error;
  return { field, message: message[language], ...allowed };
}
