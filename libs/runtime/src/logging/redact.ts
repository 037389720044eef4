import { describeFailure } from '#followers';

/** Names of fields that may hold personal data or secrets, lower-case. Their values never reach a log. */
const PRIVATE_FIELDS = new Set([
  'person',
  'health',
  'nik',
  'kpj',
  'kk',
  'name',
  'fullname',
  'mothername',
  'birthdate',
  'birthplace',
  'address',
  'phone',
  'email',
  'account',
  'accountnumber',
  'accountname',
  'bankaccount',
  'holder',
  'diagnosis',
  'icd10',
  'authorization',
  'cookie',
  'token',
  'access_token',
  'password',
  'secret',
  'masterkey',
  'idsecret',
  'body',
  'query',
]);

const REDACTED = '[redacted]';

/** Deeper structures are not logged at all: what cannot be looked through cannot be trusted. */
const MAX_DEPTH = 6;

/** A copy of what is to be logged without personal data and secrets, however deep they stand. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrub(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) return REDACTED;
  if (value instanceof Error) return describeError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      PRIVATE_FIELDS.has(key.toLowerCase()) ? REDACTED : redact(item, depth + 1),
    ]),
  );
}

/** An id of ours (a UUID, kept: its last group may happen to be twelve digits), or a run of ten or more digits. */
const ID_OR_DIGITS = /(\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b)|\+?\d{10,}/gi;

/** Takes runs of ten or more digits out of free text: a NIK, a phone or an account number in a message of a library. */
export function scrub(text: string): string {
  return text.replace(ID_OR_DIGITS, (_, id?: string) => id ?? '[digits]');
}

/** Of an error only what helps to find it: libraries hang whole rows and requests on their errors. */
function describeError(error: Error & { code?: unknown }, depth: number): object {
  // PostgreSQL quotes values in its messages, and a name is not told from other words.
  const message = 'severity' in error ? describeFailure(error) : scrub(error.message);
  return {
    type: error.name,
    message,
    ...(typeof error.code === 'string' || typeof error.code === 'number' ? { code: error.code } : {}),
    stack: scrub((error.stack ?? '').replace(error.message, () => message)),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
  };
}
