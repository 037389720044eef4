import type { Standalone } from '../../../apps/standalone/src/start-standalone.js';
import type { OldCommand, OldImport, Sender } from './first-edition.js';

export interface Answered<Body> {
  readonly status: number;
  readonly body: Body;
}

/** A Lindung that runs, seen by those who sent the old requests. */
export interface Http {
  /** With the body that the caller expects. */
  send<Body>(command: OldCommand): Promise<Answered<Body>>;
  /** The last line of the import's answer. */
  import(request: OldImport): Promise<Readonly<Record<string, unknown>>>;
  ask<Body>(path: string, sender: Sender): Promise<Answered<Body>>;
}

/** A PLKK's token names its facility since; whatever it names, its old requests are answered as they were. */
const FACILITY = '0f5c1a58-7d9b-5d0e-8f21-4c2b6f0a9e11';

/** Tokens are asked for as they were then, with the office that stands in the old events. */
export function httpOf({ commandApiUrl, queryApiUrl, issuerUrl }: Standalone): Http {
  const tokens = new Map<string, Promise<string>>();
  const fetchToken = async (role: string, subject: string) => {
    const response = await fetch(`${issuerUrl}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        role,
        subject,
        office: 'BEKASI-CIKARANG',
        ...(role === 'plkk' && { facility: FACILITY }),
      }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  };
  const headersFor = async ({ role, subject, clock }: Sender) => {
    const who = `${role} ${subject}`;
    const token = tokens.get(who) ?? fetchToken(role, subject);
    tokens.set(who, token);
    return { authorization: `Bearer ${await token}`, 'x-lindung-clock': clock };
  };
  return {
    send: async (command) => {
      const { path, idempotencyKey, ifMatch, body } = command;
      const response = await fetch(commandApiUrl + path, {
        method: 'POST',
        headers: {
          ...(await headersFor(command)),
          'content-type': 'application/json',
          'idempotency-key': idempotencyKey,
          ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
        },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: (await response.json()) as never };
    },
    import: async (request) => {
      const response = await fetch(
        `${commandApiUrl}/participants/imports?${new URLSearchParams(request.query).toString()}`,
        {
          method: 'POST',
          headers: { ...(await headersFor(request)), 'content-type': 'text/csv' },
          body: Buffer.from(request.file, 'base64'),
        },
      );
      const lines = (await response.text()).trimEnd().split('\n');
      return JSON.parse(lines.at(-1) ?? '') as Readonly<Record<string, unknown>>;
    },
    ask: async (path, sender) => {
      const response = await fetch(queryApiUrl + path, { headers: await headersFor(sender) });
      return { status: response.status, body: (await response.json()) as never };
    },
  };
}
