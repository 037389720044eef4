import { HttpException } from '@nestjs/common';
import { AppendUnanswered, StaleRevision, outageOfLog } from '#event-store';
import { ReadModelBehind, TooMuchHistory } from '#followers';
import { type RefusalKind, Rejection } from '#kernel';
import { KeyStoreUnavailable } from '#key-store';
import { outageOfDatabase } from '#postgres';
import { CopyBeingBuilt } from '#runtime';
import { NobodyListens } from '../edge/listener.js';
import { memberOf } from './error-facts.js';
import { ProblemError } from './problem-error.js';
import type { ProblemTold } from './problem-table.js';
import { problems } from './problems.js';

/** What a kind of refusal is over HTTP. */
export const STATUS_OF: Readonly<Record<RefusalKind, number>> = {
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNPROCESSABLE: 422,
  TOO_LARGE: 413,
};

/** What any error means to the sender of a request. The last resort is 500, which tells nothing of the inside. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof Rejection) return problemOfRejection(error);
  if (error instanceof StaleRevision) return problemOfStaleRevision(error);
  const told = outage(error) ?? refusedBeforehand(error) ?? problems.INTERNAL_ERROR();
  return new ProblemError(told, { cause: error });
}

function problemOfRejection({ refusal }: Rejection): ProblemError {
  const { code, kind, words, allowed, facts } = refusal;
  return new ProblemError(
    { code, status: STATUS_OF[kind], words, ...(allowed && { allowed }) },
    { extra: facts ? { facts } : {} },
  );
}

function problemOfStaleRevision({ expected, actual, since }: StaleRevision): ProblemError {
  return new ProblemError(problems.STALE_REVISION({ revision: actual }), {
    extra: {
      expectedRevision: String(expected),
      revision: actual === null ? null : String(actual),
      since: since.map(({ type, revision, recordedAt }) => ({
        type,
        revision: String(revision),
        recordedAt,
      })),
    },
  });
}

const OF_LOG = {
  BUSY: problems.STREAM_BUSY,
  TOO_LARGE: problems.BODY_TOO_LARGE,
  UNREACHABLE: problems.EVENT_LOG_UNAVAILABLE,
} as const;

const OF_DATABASE = {
  UNREACHABLE: problems.READ_STORE_UNAVAILABLE,
  NOT_THERE: problems.READ_MODEL_NOT_BUILT,
} as const;

function copyBeingBuilt({ work: { at, position }, secondsLeft: seconds }: CopyBeingBuilt): ProblemTold {
  const percent = Number(((at ?? 0n) * 100n) / (position + 1n));
  return problems.COPY_BEING_BUILT({ percent, seconds, position: String(position) });
}

function outage(error: unknown): ProblemTold | undefined {
  if (error instanceof AppendUnanswered) return problems.APPEND_UNANSWERED();
  if (error instanceof KeyStoreUnavailable) return problems.KEY_STORE_UNAVAILABLE();
  if (error instanceof ReadModelBehind) return problems.READ_MODEL_BEHIND();
  if (error instanceof CopyBeingBuilt) return copyBeingBuilt(error);
  if (error instanceof TooMuchHistory) return problems.TOO_MUCH_HISTORY(error);
  if (error instanceof NobodyListens) return problems.NOBODY_LISTENS();
  const ofLog = outageOfLog(error);
  if (ofLog) return OF_LOG[ofLog]();
  const ofDatabase = outageOfDatabase(error);
  return ofDatabase && OF_DATABASE[ofDatabase]();
}

/** What Fastify and Nest refuse before a controller is asked: by status, with words of our own. */
const BY_STATUS: Readonly<Record<number, () => ProblemTold>> = {
  404: problems.ROUTE_NOT_FOUND,
  405: problems.METHOD_NOT_ALLOWED,
  413: problems.BODY_TOO_LARGE,
  414: problems.ADDRESS_TOO_LONG,
  415: () => problems.UNSUPPORTED_MEDIA_TYPE({ mediaTypes: ['application/json'], fault: 'NOT_JSON' }),
};

/** What Fastify finds wrong with a request, by its codes. */
const BY_CODE: Readonly<Record<string, () => ProblemTold>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: problems.BODY_MISSING,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: problems.BODY_INCOMPLETE,
  FST_ERR_BAD_URL: problems.ADDRESS_MALFORMED,
};

function refusedBeforehand(error: unknown): ProblemTold | undefined {
  const status = statusOf(error);
  if (status === undefined || status < 400 || status >= 500) return undefined;
  if (status !== 400) return BY_STATUS[status]?.() ?? problems.REQUEST_REFUSED({ status });
  const code = memberOf(error, 'code');
  const known = typeof code === 'string' ? BY_CODE[code] : undefined;
  return known?.() ?? problems.REQUEST_MALFORMED({ as: 'REQUEST' });
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = memberOf(error, 'statusCode');
  return typeof status === 'number' ? status : undefined;
}
