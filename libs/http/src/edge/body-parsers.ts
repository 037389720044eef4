import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nameTwice } from '#kernel';
import { ProblemError } from '../problem/problem-error.js';
import { problems } from '../problem/problems.js';
import { fieldPath } from '../problem/validation-problem.js';
import { STREAMED_TYPES, XLSX, rulesOfRoute } from './route-rules.js';

/** Files are read whole before their rows are looked at; this is a day's import of a large district. */
const FILE_LIMIT_BYTES = 20 * 1024 * 1024;

/**
 * JSON in strict UTF-8, and files as they are. What a route does not take never comes here: see `lookBeforeTheBody`. The
 * limit of files is that of the routes that take them; every other body has the limit of the app.
 */
export function addBodyParsers(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body: Buffer, done) => {
      checkCharset(request.headers['content-type']);
      done(null, parseJson(body));
    },
  );
  server.addContentTypeParser(['text/csv', XLSX], { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  // Whoever handles the route takes it piece by piece, and counts.
  server.addContentTypeParser([...STREAMED_TYPES], (_request: FastifyRequest, stream, done) =>
    done(null, stream),
  );
  // Only for routes that take any: what another route does not take never comes here.
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.addHook('onRoute', (route) => {
    if (rulesOfRoute(route.config).consumes) route.bodyLimit = FILE_LIMIT_BYTES;
  });
}

/** RFC 8259 section 8.1: JSON between systems is UTF-8. @throws ProblemError 415 */
function checkCharset(contentType = ''): void {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1];
  if (charset === undefined || /^utf-?8$/i.test(charset)) return;
  throw new ProblemError(problems.UNSUPPORTED_CHARSET());
}

/** Several times what any request has. Who looks at a body later goes down level by level, and a stack has an end. */
const DEEPEST = 32;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body. Says where it breaks off, but repeats nothing of it.
 * @throws ProblemError 400
 */
function parseJson(body: Buffer): unknown {
  if (body.length === 0) throw new ProblemError(problems.BODY_MISSING());
  let text: string;
  try {
    text = utf8.decode(body);
  } catch (cause) {
    throw new ProblemError(problems.BODY_NOT_UTF8(), { cause });
  }
  let value: unknown;
  try {
    // Asking about each member takes several times as long as reading them: only where a name may be the one refused.
    value = /__proto__|\\u/.test(text) ? JSON.parse(text, refusePrototype) : JSON.parse(text);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError(problems.JSON_MALFORMED({ fault: 'BROKEN', place: placeOf(error) }));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ProblemError(problems.JSON_NOT_AN_OBJECT());
  }
  // To look for a name that stands twice takes longer than to count: only where more was named than came out.
  if (membersIn(value, DEEPEST) !== namesIn(body)) refuseNameTwice(text);
  return value;
}

/** How many members all objects in it have together. @throws ProblemError 400 for more than so many levels, one within the other */
function membersIn(value: object, levels: number): number {
  if (levels === 0) throw new ProblemError(problems.JSON_MALFORMED({ fault: 'TOO_DEEP' }));
  const inner: unknown[] = Array.isArray(value) ? value : Object.values(value);
  let members = inner === value ? 0 : inner.length;
  for (const one of inner) if (typeof one === 'object' && one !== null) members += membersIn(one, levels - 1);
  return members;
}

const [QUOTE, BACKSLASH, COLON] = Buffer.from('"\\:');

/** How many names a JSON text gives: of each a colon follows, outside of strings. No byte of a longer character is one of these. */
function namesIn(text: Buffer): number {
  let [names, isInString] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at];
    if (byte === QUOTE) isInString = !isInString;
    else if (byte === BACKSLASH) at += 1;
    else if (byte === COLON && !isInString) names += 1;
  }
  return names;
}

/** @throws ProblemError 400 that names the first one, as far as names may be repeated */
function refuseNameTwice(text: string): void {
  const twice = nameTwice(text);
  if (twice === undefined) return;
  const field = fieldPath(twice.path);
  const message = { en: 'is said twice', id: 'disebut dua kali' };
  throw new ProblemError(problems.JSON_NAME_TWICE({ field }), { errors: [{ field, message }] });
}

function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new ProblemError(problems.JSON_MALFORMED({ fault: 'FORBIDDEN_FIELD' }));
  return value;
}

/** V8 quotes the text around the error; only the place is taken from its message. */
function placeOf(error: unknown): { line: string; column: string } | undefined {
  const [, line, column] =
    (error instanceof SyntaxError && /line (\d+) column (\d+)/.exec(error.message)) || [];
  return line !== undefined && column !== undefined ? { line, column } : undefined;
}
