import { type Dispatcher, Pool } from 'undici';
import type { Role } from '#kernel';
import type { Addresses } from './standalone.js';

/** What a command answered. */
export interface Recorded {
  readonly id: string;
  readonly streamId: string;
  readonly position: string;
}

/**
 * Somebody who has signed in, over a fixed number of connections that stay open. The client shares the machine with what is
 * measured: it is the one that costs least.
 */
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
  const authorization = `Bearer ${await tokenFor(role, issuerUrl)}`;
  const [commands, queries] = [commandApiUrl, queryApiUrl].map((url) => new Pool(url, { connections }));
  return {
    command: async (path, body) => (await send(commands!, path, { authorization }, body)) as Recorded,
    query: (path, body) => send(queries!, path, { authorization }, body),
    close: () => void Promise.all([commands!.destroy(), queries!.destroy()]),
  };
}

/** @throws Error when the issuer gives none */
export async function tokenFor(role: Role, issuerUrl: string): Promise<string> {
  const issuer = new Pool(issuerUrl);
  const { access_token: token } = (await send(issuer, '/token', {}, { role })) as { access_token: string };
  await issuer.close();
  return token;
}

type Headers = Readonly<Record<string, string>>;

function send(pool: Pool, path: string, headers: Headers, body?: object): Promise<unknown> {
  const asked: Dispatcher.DispatchOptions = body
    ? {
        path,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }
    : { path, method: 'GET', headers };
  return new Promise((resolve, reject) => {
    let status = 0;
    const chunks: Buffer[] = [];
    pool.dispatch(asked, {
      onRequestStart: () => {},
      onResponseStart: (_controller, statusCode) => {
        status = statusCode;
      },
      onResponseData: (_controller, chunk) => void chunks.push(chunk),
      onResponseEnd: () => {
        const answer = (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString('utf8');
        if (status < 300) resolve(JSON.parse(answer));
        else reject(new Error(`${path} answered ${status}: ${answer}`));
      },
      onResponseError: (_controller, error) => reject(error),
    });
  });
}
