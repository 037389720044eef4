import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem/problem-error.js';

/** Files are read whole before their rows are looked at; this is a day's import of a large district. */
const FILE_LIMIT_BYTES = 20 * 1024 * 1024;

/** JSON in strict UTF-8, and files as they are. Of any other media type `ConsumesGuard` says what the route takes instead. */
export function addBodyParsers(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      checkCharset(request.headers['content-type']);
      return parseJson(body);
    },
  );
  server.addContentTypeParser(
    'text/csv',
    { parseAs: 'buffer', bodyLimit: FILE_LIMIT_BYTES },
    async (_request: FastifyRequest, body: Buffer) => body,
  );
  server.addContentTypeParser(
    '*',
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, body: Buffer) => body,
  );
}

/** RFC 8259 section 8.1: JSON between systems is UTF-8. @throws ProblemError 415 */
export function checkCharset(contentType = ''): void {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1];
  if (charset === undefined || /^utf-?8$/i.test(charset)) return;
  throw new ProblemError(415, 'UNSUPPORTED_CHARSET', 'JSON must be written in UTF-8', {
    allowed: ['Content-Type: application/json; charset=utf-8'],
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body. Says where it breaks off, but repeats nothing of it.
 * @throws ProblemError 400
 */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) {
    throw new ProblemError(400, 'BODY_MISSING', 'The request says it carries JSON, but the body is empty');
  }
  let text: string;
  try {
    text = utf8.decode(body);
  } catch (cause) {
    throw new ProblemError(400, 'BODY_NOT_UTF8', 'The body has bytes that are not UTF-8', { cause });
  }
  let value: unknown;
  try {
    // Asking about each member takes several times as long as reading them: only where a name may be the one refused.
    value = /__proto__|\\u/.test(text) ? JSON.parse(text, refusePrototype) : JSON.parse(text);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError(400, 'JSON_MALFORMED', `The body is not valid JSON${whereOf(error)}`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new ProblemError(400, 'JSON_NOT_AN_OBJECT', 'The body must be a JSON object: { … }');
}

function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__')
    throw new ProblemError(400, 'JSON_MALFORMED', 'The body has a field that is not allowed');
  return value;
}

/** V8 quotes the text around the error; only the place is taken from its message. */
function whereOf(error: unknown): string {
  const place = error instanceof SyntaxError ? /line (\d+) column (\d+)/.exec(error.message) : null;
  return place ? ` (line ${place[1]}, column ${place[2]})` : '';
}
