import { Agent, request } from 'node:http';
import type { Role } from '#kernel';
import type { Addresses } from './standalone.js';

/** What a command answered. */
export interface Recorded {
  readonly id: string;
  readonly streamId: string;
  readonly position: string;
}

/** Somebody who has signed in, over a fixed number of connections that stay open. */
export interface Client {
  command(path: string, body: object): Promise<Recorded>;
  /** GET, or POST with a body. */
  query(path: string, body?: object): Promise<unknown>;
  close(): void;
}

/** @throws Error when a request is not answered as it should be */
export async function connectClient(
  { commandApiUrl, queryApiUrl, issuerUrl }: Addresses,
  role: Role,
  connections: number,
): Promise<Client> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  const token = (await send(agent, new URL('/token', issuerUrl), {}, { role })) as { access_token: string };
  const headers = { authorization: `Bearer ${token.access_token}` };
  return {
    command: async (path, body) => (await send(agent, commandApiUrl + path, headers, body)) as Recorded,
    query: (path, body) => send(agent, queryApiUrl + path, headers, body),
    close: () => agent.destroy(),
  };
}

function send(
  agent: Agent,
  url: string | URL,
  headers: Readonly<Record<string, string>>,
  body?: object,
): Promise<unknown> {
  const text = body && JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method: text ? 'POST' : 'GET',
        headers: text
          ? { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
          : headers,
      },
      (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          answer += chunk;
        });
        response.on('error', reject);
        response.on('end', () => {
          if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(answer));
          else reject(new Error(`${String(url)} answered ${response.statusCode}: ${answer}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });
}
