import { Header, HttpCode, type Type, applyDecorators } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOperation,
  ApiProduces,
  ApiResponse,
} from '@nestjs/swagger';
import { POSITION, type Role } from '#kernel';
import { Roles } from '../auth/auth.decorators.js';
import { ProblemAnswer } from '../problem/problem-document.js';
import { CommandAnswer } from './command-answer.js';
import { type FileType, Rules, type StreamedType, XLSX } from './route-rules.js';

/** A strong entity tag around a revision, or any revision. */
const REVISION_TAG = POSITION.jsonSchema.pattern?.replace(/^\^(.*)\$$/, '^("$1"|\\*)$');

interface CommandEndpointOptions {
  /** One line for the API documentation. */
  readonly summary: string;
  readonly description?: string;
  /** Who may. */
  readonly roles: readonly Role[];
  /** The command brings something new into being: 201 instead of 200. */
  readonly creates?: boolean;
  /** It asks for `If-Match`: the controller takes `@IfMatch({ required: true })`. */
  readonly ifMatch?: 'required';
  /** Clients are generated from it; by default the names of controller and method. */
  readonly operationId?: string;
}

/** Below `@Post()`: roles, status, answer with ETag and position, and their documentation. */
export function CommandEndpoint({
  summary,
  description,
  roles,
  creates,
  ifMatch,
  operationId,
}: CommandEndpointOptions): MethodDecorator {
  const status = creates ? 201 : 200;
  return applyDecorators(
    ApiOperation({
      summary,
      description: withRoles(description, roles),
      ...(operationId && { operationId }),
    }),
    HttpCode(status),
    Rules({ command: true }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'UUID of this command; same when sent again',
      schema: { type: 'string', format: 'uuid' },
    }),
    ApiHeader({
      name: 'If-Match',
      required: ifMatch === 'required',
      description: 'ETag of what you saw: `"<revision>"`',
      schema: { type: 'string', pattern: REVISION_TAG },
    }),
    ApiResponse({ status, type: CommandAnswer, description: 'Recorded' }),
    ProblemAnswer(404, 'There is no such thing'),
    ProblemAnswer(409, 'Not allowed in the present state; nothing was recorded'),
    ProblemAnswer(412, 'What you saw has changed since'),
    ProblemAnswer(422, 'The Idempotency-Key was used for another command'),
    ...(ifMatch === 'required' ? [ProblemAnswer(428, 'If-Match is missing')] : []),
    ProblemAnswer(503, 'The event log did not answer in time; send the same command again'),
    ...ofBodies(),
    ...forRoles(roles),
  );
}

interface QueryEndpointOptions {
  readonly summary: string;
  readonly description?: string;
  /** Who may. */
  readonly roles: readonly Role[];
  /** What is answered: JSON of a shape, or a file. */
  readonly answer: Type<unknown> | keyof typeof FILES;
  /** The answer is a list of them. */
  readonly list?: boolean;
  /** What is asked for stands in a body, because it is personal. */
  readonly takesBody?: boolean;
  /** What it means that the question is one which cannot be answered, for the API documentation. */
  readonly impossible?: string;
}

/** Below `@Get()`: roles, the shape of the answer, and their documentation. */
export function QueryEndpoint({
  summary,
  description,
  roles,
  answer,
  list,
  takesBody = false,
  impossible,
}: QueryEndpointOptions): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary, description: withRoles(description, roles) }),
    ...(typeof answer === 'string'
      ? fileAnswer(answer)
      : [ApiResponse({ status: 200, type: answer, isArray: list ?? false })]),
    ProblemAnswer(404, 'There is no such thing'),
    ProblemAnswer(503, 'The read model has not reached ?after= yet'),
    ...(takesBody ? ofBodies() : []),
    ...(impossible ? [ProblemAnswer(409, impossible)] : []),
    ...forRoles(roles),
  );
}

/** Files that are answered: with which media type, what the API documentation says of it, and whether a browser shows or keeps it. */
const FILES = {
  'text/csv': { type: 'text/csv; charset=utf-8', schema: { type: 'string' }, disposition: 'attachment' },
  'application/pdf': {
    type: 'application/pdf',
    schema: { type: 'string', format: 'binary' },
    disposition: 'inline',
  },
  'image/svg+xml': {
    type: 'image/svg+xml; charset=utf-8',
    schema: { type: 'string' },
    disposition: 'inline',
  },
  'application/vnd.apache.parquet': {
    type: 'application/vnd.apache.parquet',
    schema: { type: 'string', format: 'binary' },
    disposition: 'attachment',
  },
  [XLSX]: { type: XLSX, schema: { type: 'string', format: 'binary' }, disposition: 'attachment' },
  /** One of several types: whoever answers says which, and that a browser keeps it and never shows it. */
  'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
  'text/html': { type: 'text/html; charset=utf-8', schema: { type: 'string' }, disposition: 'inline' },
} as const;

function fileAnswer(mediaType: keyof typeof FILES): MethodDecorator[] {
  const file = FILES[mediaType];
  return [
    ApiResponse({ status: 200, content: { [mediaType]: { schema: file.schema } } }),
    ...('type' in file
      ? [Header('Content-Type', file.type), Header('Content-Disposition', file.disposition)]
      : []),
  ];
}

interface FileEndpointOptions {
  readonly summary: string;
  readonly description: string;
  readonly roles: readonly Role[];
  /** What the refusal of a file means, for the API documentation. */
  readonly refused: string;
}

/** Below `@Post()` and `@FileBody()`: roles of a command that takes a file and answers line by line, and its documentation. */
export function FileEndpoint({ summary, description, roles, refused }: FileEndpointOptions): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary, description: withRoles(description, roles) }),
    HttpCode(200),
    Header('Content-Type', 'application/x-ndjson'),
    ApiResponse({
      status: 200,
      description: 'Progress and report, one JSON object a line',
      content: { 'application/x-ndjson': { schema: { type: 'string' } } },
    }),
    ProblemAnswer(404, 'There is no such thing'),
    ProblemAnswer(409, 'Not allowed in the present state; nothing was recorded'),
    ProblemAnswer(422, refused),
    ...ofBodies(),
    ...forRoles(roles),
  );
}

/** The route takes a file as its whole body, as a `Buffer`, instead of JSON. */
export function FileBody(...mediaTypes: readonly FileType[]): MethodDecorator {
  return applyDecorators(
    Rules({ consumes: mediaTypes }),
    ApiConsumes(...mediaTypes),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
  );
}

/**
 * The route takes a file as its whole body, piece by piece as it comes: its controller takes
 * `@BodyStream() body: AsyncIterable<Buffer>`. How long it may be is for whoever takes it to say.
 */
export function StreamedBody(...mediaTypes: readonly StreamedType[]): MethodDecorator {
  return applyDecorators(
    Rules({ consumes: mediaTypes, streams: true }),
    ApiConsumes(...mediaTypes),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
  );
}

function forRoles(roles: readonly Role[]): MethodDecorator[] {
  return [
    ApiBearerAuth(),
    ApiProduces('application/json'),
    ProblemAnswer(400, 'The request cannot be read, or fields are wrong'),
    ProblemAnswer(401, 'No valid token'),
    ProblemAnswer(403, 'Your role may not do this'),
    Roles(...roles),
  ];
}

function ofBodies(): MethodDecorator[] {
  return [
    ProblemAnswer(413, 'The body is larger than this service accepts'),
    ProblemAnswer(415, 'The body has another media type'),
  ];
}

function withRoles(description: string | undefined, roles: readonly Role[]): string {
  return [description, `Roles: ${roles.join(', ')}.`].filter(Boolean).join('\n\n');
}
