import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { ServerMetrics } from './server-metrics.js';
import type { UserDirectory } from '../security/users.js';

/** What the plain HTTP side of the server needs to know. */
export interface HttpState {
  readonly metrics: ServerMetrics;
  readonly users: UserDirectory | undefined;
  /** Why the server cannot store events at present, if it cannot. */
  unwell(): string | undefined;
}

/**
 * Answers plain HTTP: `/health/live` (204, or 503 with the reason), `/metrics` for Prometheus, and `/ping`, at the
 * paths where EventStoreDB has them.
 */
export function httpHandler(state: HttpState): RequestListener {
  return (request, response) => {
    answer(state, request, response).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      send(response, 500, 'text/plain', reason);
    });
  };
}

async function answer(state: HttpState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://server').pathname;
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return send(response, 404, 'text/plain', 'Not Found');
  if (path === '/health/live') {
    const reason = state.unwell();
    if (reason === undefined) return send(response, 204, 'text/plain', '');
    return send(response, 503, 'text/plain', reason);
  }
  if (path === '/ping') {
    const pong = { msgTypeId: 1, text: 'Ping request successfully handled' };
    return send(response, 200, 'application/json', JSON.stringify(pong));
  }
  if (path === '/metrics') {
    const user = await state.users?.authenticate(request.headers.authorization ?? '');
    if (state.users !== undefined && user === undefined)
      return send(response, 401, 'text/plain', 'Unauthorized');
    const { registry } = state.metrics;
    return send(response, 200, registry.contentType, await registry.metrics());
  }
  return send(response, 404, 'text/plain', 'Not Found');
}

function send(response: ServerResponse, code: number, type: string, body: string): void {
  const headers = code === 401 ? { 'www-authenticate': 'Basic realm="event store"' } : {};
  response.writeHead(code, { 'content-type': type, ...headers });
  response.end(body);
}
