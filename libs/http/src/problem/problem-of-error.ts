import { HttpException } from '@nestjs/common';
import { AppendUnanswered, StaleRevision } from '#event-store';
import { type RefusalKind, Rejection } from '#kernel';
import type { Language } from './language.js';
import { memberOf } from './error-facts.js';
import { ProblemError } from './problem-error.js';

/** What a kind of refusal is over HTTP. */
const STATUS: Readonly<Record<RefusalKind, number>> = { NOT_FOUND: 404, CONFLICT: 409, UNPROCESSABLE: 422 };

/**
 * What any error means to the sender of a request. The last resort is 500, which tells nothing of the inside.
 * @param language of what the domain refuses
 */
export function problemOf(error: unknown, language: Language = 'en'): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof Rejection) return problemOfRejection(error, language);
  if (error instanceof StaleRevision) return problemOfStaleRevision(error);
  return (
    problemOfOutage(error) ??
    problemOfHttp(error) ??
    new ProblemError(
      500,
      'INTERNAL_ERROR',
      'Something went wrong here. Nothing more was done; report the correlationId',
      {
        cause: error,
      },
    )
  );
}

function problemOfRejection({ refusal }: Rejection, language: Language): ProblemError {
  const { code, kind, words, allowed, facts } = refusal;
  return new ProblemError(STATUS[kind], code, words[language], {
    allowed: allowed?.map((instead) => instead[language]),
    extra: facts ? { facts } : {},
    headers: { 'Content-Language': language },
  });
}

function problemOfStaleRevision({ expected, actual, since }: StaleRevision): ProblemError {
  return new ProblemError(
    412,
    'STALE_REVISION',
    'What you saw has changed since. Look at it again, then decide',
    {
      allowed: actual === null ? ['no If-Match'] : [`If-Match: "${actual}"`],
      extra: {
        expectedRevision: String(expected),
        revision: actual === null ? null : String(actual),
        since: since.map(({ type, revision, recordedAt }) => ({
          type,
          revision: String(revision),
          recordedAt,
        })),
      },
      headers: actual === null ? {} : { ETag: `"${actual}"` },
    },
  );
}

/** Errors of the stores are told by name and code, because only one library each may import their clients. */
function problemOfOutage(error: unknown): ProblemError | undefined {
  if (error instanceof AppendUnanswered) {
    return unavailable(
      'APPEND_UNANSWERED',
      'The event log did not confirm in time; send the same request with the same Idempotency-Key again',
      error,
    );
  }
  if (memberOf(error, 'name') === 'ReadModelBehind') {
    return unavailable(
      'READ_MODEL_BEHIND',
      'The read model has not reached the position of ?after= yet',
      error,
    );
  }
  const type = memberOf(error, 'type');
  if (type === 'wrong-expected-version') {
    return unavailable('STREAM_BUSY', 'Too many others wrote to the same stream at the same time', error);
  }
  const code = memberOf(error, 'code');
  if (isOutageOfLog(type, code)) {
    return unavailable('EVENT_LOG_UNAVAILABLE', 'The event log cannot be reached now', error);
  }
  if (isOutageOfDatabase(code)) {
    return unavailable('READ_STORE_UNAVAILABLE', 'The database cannot be reached now', error);
  }
  if (code === '42P01' || code === '3F000') {
    return unavailable('READ_MODEL_NOT_BUILT', 'The read model is being built for the first time', error);
  }
  return undefined;
}

/** gRPC status 4 and 14: deadline exceeded, unavailable. The type names are those of the EventStoreDB client. */
function isOutageOfLog(type: unknown, code: unknown): boolean {
  return (
    code === 4 ||
    code === 14 ||
    type === 'unavailable' ||
    type === 'deadline-exceeded' ||
    type === 'not-leader'
  );
}

/** No connection, or PostgreSQL refuses new ones (SQLSTATE classes 08, 53 and 57P). */
function isOutageOfDatabase(code: unknown): boolean {
  return (
    typeof code === 'string' &&
    (['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE'].includes(code) ||
      /^(08...|53...|57P0.)$/.test(code))
  );
}

function unavailable(code: string, detail: string, cause: unknown): ProblemError {
  return new ProblemError(503, code, detail, { headers: { 'Retry-After': '1' }, cause });
}

/** What Fastify and Nest refuse before a controller is asked: by status, with words of our own. */
function problemOfHttp(error: unknown): ProblemError | undefined {
  const status = statusOf(error);
  if (status === undefined || status < 400 || status >= 500) return undefined;
  const code = memberOf(error, 'code');
  switch (status) {
    case 400:
      return badRequest(code, error);
    case 404:
      return new ProblemError(
        404,
        'ROUTE_NOT_FOUND',
        'Nothing answers this method at this address; see /docs for what there is',
      );
    case 405:
      return new ProblemError(405, 'METHOD_NOT_ALLOWED', 'This address does not answer this method');
    case 413:
      return new ProblemError(413, 'BODY_TOO_LARGE', 'The request body is larger than this service accepts');
    case 414:
      return new ProblemError(414, 'ADDRESS_TOO_LONG', 'The address is longer than this service accepts');
    case 415:
      return new ProblemError(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body must be JSON in UTF-8', {
        allowed: ['Content-Type: application/json'],
        headers: { Accept: 'application/json' },
      });
    default:
      return new ProblemError(status, 'REQUEST_REFUSED', 'The request was refused', { cause: error });
  }
}

function badRequest(code: unknown, cause: unknown): ProblemError {
  switch (code) {
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new ProblemError(400, 'BODY_MISSING', 'The request says it carries JSON, but the body is empty');
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new ProblemError(400, 'BODY_INCOMPLETE', 'The body is not as long as Content-Length says');
    case 'FST_ERR_BAD_URL':
      return new ProblemError(400, 'ADDRESS_MALFORMED', 'The address cannot be read');
    default:
      return new ProblemError(400, 'REQUEST_MALFORMED', 'The request cannot be read', { cause });
  }
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = memberOf(error, 'statusCode');
  return typeof status === 'number' ? status : undefined;
}
