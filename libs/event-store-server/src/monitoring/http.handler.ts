import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { UserDirectory } from '../security/user-directory.js';
import type { ServerMetrics } from './server-metrics.js';

/** What the plain HTTP side of the server needs to know. */
export interface HttpState {
  readonly metrics: ServerMetrics;
  /** Whose credentials `/metrics` asks for, if anybody's. */
  readonly users: UserDirectory | undefined;
  /** Why the server cannot take events at present, if it cannot. */
  unwell(): string | undefined;
  /** What gossip says to one who reached the server at this address; only where clients connect. */
  readonly gossip: ((authority: string) => object) | undefined;
}

/** What is answered to a request. */
interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const NOT_FOUND: Answer = {
  status: 404,
  body: 'There is no AtomPub interface and no web console here: events come over gRPC.',
};
const BAD_REQUEST: Answer = { status: 400, body: 'Bad Request: this is no address.' };
const UNAUTHORIZED: Answer = {
  status: 401,
  body: 'Unauthorized',
  headers: { 'www-authenticate': 'Basic realm="event store"' },
};

/**
 * Answers plain HTTP: `/health/live` (204 while the process serves), `/health/ready` (204, or 503 with the reason why
 * it cannot take events), `/metrics` for Prometheus, `/gossip` and `/ping`, at the paths where EventStoreDB has them.
 */
export function httpHandler(state: HttpState): RequestListener {
  return (request, response) => {
    answerTo(state, request).then(
      (answer) => send(response, answer),
      (error: unknown) =>
        send(response, { status: 500, body: error instanceof Error ? error.message : String(error) }),
    );
  };
}

async function answerTo(state: HttpState, request: IncomingMessage): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return NOT_FOUND;
  const address = URL.parse(request.url ?? '/', 'http://server');
  if (address === null) return BAD_REQUEST;
  switch (address.pathname) {
    case '/health/live':
      return { status: 204 };
    case '/health/ready': {
      const reason = state.unwell();
      return reason === undefined ? { status: 204 } : { status: 503, body: reason };
    }
    case '/ping':
      return json({ msgTypeId: 1, text: 'Ping request successfully handled' });
    case '/gossip':
      return state.gossip === undefined ? NOT_FOUND : json(state.gossip(request.headers.host ?? ''));
    case '/metrics':
      return metrics(state, request);
    default:
      return NOT_FOUND;
  }
}

function json(content: object): Answer {
  return { status: 200, type: 'application/json', body: JSON.stringify(content) };
}

async function metrics(
  { metrics: { registry }, users }: HttpState,
  request: IncomingMessage,
): Promise<Answer> {
  const user = await users?.authenticate(request.headers.authorization ?? '');
  if (users !== undefined && user === undefined) return UNAUTHORIZED;
  return { status: 200, type: registry.contentType, body: await registry.metrics() };
}

function send(response: ServerResponse, { status, type = 'text/plain', body = '', headers }: Answer): void {
  response.writeHead(status, { 'content-type': type, connection: 'close', ...headers });
  response.end(body);
}
