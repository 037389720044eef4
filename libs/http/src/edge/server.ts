import { randomUUID } from 'node:crypto';
import { type IncomingMessage, STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { findActor } from '../auth/request-actor.js';
import type { HttpConfig, AppLogger, Metrics } from '#runtime';
import { ProblemError } from '../problem/problem-error.js';
import { problems } from '../problem/problems.js';
import { languageOf } from '../problem/language.js';
import { problemOf } from '../problem/problem-of-error.js';
import type { ProblemTold } from '../problem/problem-table.js';
import { PROBLEM_MEDIA_TYPE, problemFrom } from '../problem/problem.js';
import { addBodyParsers } from './body-parsers.js';
import { parseUuid } from './uuid.js';

const CORRELATION_HEADER = 'x-correlation-id';

/** Asked by machines every few seconds; of use in the access log only to someone who looks into them. */
const MACHINE_ROUTES = new Set(['/health/live', '/health/ready', '/metrics']);

/** How often Node looks whether a request has taken too long to arrive. */
const LOOK_EVERY_MS = 1_000;

/** How often an app that closes looks for connections that are silent. */
const LOOK_WHILE_CLOSING_MS = 50;

/** Fastify with our limits. It neither logs by itself nor trusts ids that are not UUIDs: they would end in the log. */
export function createAdapter(config: HttpConfig, tls?: Certificate): FastifyAdapter {
  const adapter = new FastifyAdapter({
    logger: false,
    bodyLimit: config.bodyLimit,
    requestTimeout: config.requestTimeoutMs,
    requestIdHeader: false,
    genReqId: ({ headers }: { headers: Record<string, unknown> }) =>
      parseUuid(headers[CORRELATION_HEADER]) ?? randomUUID(),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: answerUnreadable,
    ...nodeServer(config, tls),
    frameworkErrors: answerOfFramework,
  });
  const server = adapter.getInstance<FastifyInstance>();
  answerWhatNeverBecomesARequest(server);
  closeSilentConnections(server);
  addBodyParsers(server);
  server.setReplySerializer((payload) => JSON.stringify(payload));
  server.addHook('onRequest', (request, reply, done) => {
    // Answers hold what is personal: nothing on the way to whoever asked may keep one, nor their browser.
    reply.header('X-Correlation-Id', request.id).header('Cache-Control', 'no-store');
    refuseWithoutHost(request);
    done();
  });
  return adapter;
}

interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

function nodeServer({ requestTimeoutMs }: HttpConfig, tls: Certificate | undefined) {
  // Node would answer by itself, and with nothing in it; see `refuseWithoutHost`.
  const host = { requireHostHeader: false, connectionsCheckingInterval: LOOK_EVERY_MS };
  return tls ? { https: { ...host, ...tls, handshakeTimeout: requestTimeoutMs } } : { http: host };
}

/** What Fastify refuses by itself. */
function answerOfFramework(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error);
  const language = languageOf(request.headers['accept-language']);
  void reply
    .status(problem.status)
    .headers({ 'Content-Language': language, 'Cache-Control': 'no-store' })
    .type(PROBLEM_MEDIA_TYPE)
    .send(JSON.stringify(problemFrom(problem, request.id, language)));
}

function answerWhatNeverBecomesARequest({ server }: FastifyInstance): void {
  server.on('checkExpectation', answerExpectation);
  // To be a proxy, which Node would refuse without a word.
  server.on('connect', (_request, socket) => answerOn(socket, problems.METHOD_NOT_ALLOWED()));
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    latestAnswers.set(socket, response);
  });
}

/**
 * A connection over which nothing has come, as clients open them in advance, is neither idle nor busy for Node: an app that
 * closes would wait for it as long as it may. What is on its way has a moment to arrive.
 */
function closeSilentConnections(server: FastifyInstance): void {
  const connections = new Set<Socket>();
  server.server.on('connection', (connection: Socket) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  server.addHook('preClose', (done) => {
    const look = setInterval(() => {
      for (const connection of connections) if (connection.bytesRead === 0) connection.destroy();
    }, LOOK_WHILE_CLOSING_MS).unref();
    server.server.once('close', () => clearInterval(look));
    done();
  });
}

/** RFC 9112 section 3.2: every request names its host, and one alone. @throws ProblemError 400 */
function refuseWithoutHost({ raw: { httpVersion, rawHeaders } }: FastifyRequest): void {
  let hosts = 0;
  // Names and values in turn; of two that are the same, `headers` holds the first.
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts++;
  }
  if (hosts === 1 || (hosts === 0 && httpVersion === '1.0')) return;
  throw new ProblemError(problems.REQUEST_MALFORMED({ as: 'HTTP' }));
}

/** Node asks here instead of handing on a request that expects more than a 100 (RFC 9110 section 10.1.1). */
function answerExpectation({ headers }: IncomingMessage, response: ServerResponse): void {
  const problem = new ProblemError(problems.EXPECTATION_FAILED());
  const language = languageOf(headers['accept-language']);
  const id = parseUuid(headers[CORRELATION_HEADER]) ?? randomUUID();
  response.writeHead(problem.status, {
    'Content-Type': PROBLEM_MEDIA_TYPE,
    'Content-Language': language,
    'Cache-Control': 'no-store',
    'X-Correlation-Id': id,
    Connection: 'close',
  });
  response.end(JSON.stringify(problemFrom(problem, id, language)));
}

/**
 * What Node itself cannot read as HTTP never becomes a request: it is answered on the connection, which then closes.
 */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET') return;
  const latest = latestAnswers.get(socket);
  // What cannot be read is the rest of a request that was answered before its end: it gets no second answer.
  if (latest?.headersSent && !latest.req.complete) socket.end();
  else answerOn(socket, UNREADABLE[error.code ?? '']?.() ?? problems.REQUEST_MALFORMED({ as: 'HTTP' }));
}

/** The answer to the request that was read last on a connection. */
const latestAnswers = new WeakMap<Socket, ServerResponse>();

/** For what never became a request, so that nobody read which language is asked for: it is English. Ends the connection. */
function answerOn(socket: Duplex, told: ProblemTold): void {
  if (!socket.writable) return;
  const problem = new ProblemError(told);
  const body = JSON.stringify(problemFrom(problem, randomUUID()));
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

const UNREADABLE: Readonly<Record<string, () => ProblemTold>> = {
  HPE_HEADER_OVERFLOW: problems.HEADERS_TOO_LARGE,
  ERR_HTTP_REQUEST_TIMEOUT: problems.REQUEST_TIMEOUT,
};

/** Measures and logs every answer. Addresses are told by their template: real ones hold ids, names and NIKs. */
export function observeRequests(server: FastifyInstance, log: AppLogger, metrics: Metrics): void {
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? '(no route)';
    const facts = {
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      actor: findActor(request)?.id,
      correlationId: request.id,
    };
    metrics.requestAnswered(facts.method, route, facts.status, reply.elapsedTime / 1000);
    if (MACHINE_ROUTES.has(route)) log.debug(facts, 'Answered');
    else log.info(facts, 'Answered');
    done();
  });
}
