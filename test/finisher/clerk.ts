import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, Exchange } from '../fuzz/exchange.js';
import type { Person } from '../fuzz/draft.js';
import { SignIns } from '../fuzz/sign-ins.js';

/** Addresses of a Lindung that runs. */
export interface Addresses {
  readonly commandApiUrl: string;
  readonly queryApiUrl: string;
  readonly issuerUrl: string;
}

export type Json = Readonly<Record<string, unknown>>;

export interface Told {
  readonly status: number;
  readonly body: Json;
}

/** Something failed that should have been answered, or refused. */
export class Failed extends Error {
  override readonly name = 'Failed';
}

/** Many people ask at the same time, of a system that does all its work on the same machine. */
const HABITS = { patienceMs: 300_000, atOnce: 32 };

/** Speaks with both APIs over HTTP, for whoever asks, at the time that they say. */
export class Clerk {
  private readonly commands: Exchange;
  private readonly queries: Exchange;
  private readonly signIns: SignIns;

  constructor({ commandApiUrl, queryApiUrl, issuerUrl }: Addresses) {
    this.commands = new Exchange(commandApiUrl, HABITS);
    this.queries = new Exchange(queryApiUrl, HABITS);
    this.signIns = new SignIns(issuerUrl);
  }

  close(): void {
    this.commands.close();
    this.queries.close();
  }

  tokenFor(person: Person): Promise<string> {
    return this.signIns.tokenFor(person);
  }

  /** Asks the API of queries. @throws Failed when it cannot answer */
  async read(path: string, person: Person, moment: string): Promise<Json> {
    const { status, body } = await this.send(this.queries, 'GET', path, { person, moment });
    if (status !== 200) throw new Failed(`GET ${path} for ${person.role}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** Asks the API of commands what can be done. */
  ask(path: string, person: Person, moment: string): Promise<Told> {
    return this.send(this.commands, 'GET', path, { person, moment });
  }

  /** Sends a command. */
  tell(path: string, { person, moment, body, revision, within }: Saying & Command): Promise<Told> {
    const headers = {
      'idempotency-key': randomUUID(),
      'x-correlation-id': within,
      ...(revision !== undefined && { 'if-match': `"${revision}"` }),
    };
    return this.send(this.commands, 'POST', path, { person, moment, headers, body });
  }

  /** As it stands: for requests that are ready. @throws Failed for what is no answer */
  async sendReady(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: string,
  ): Promise<{ readonly status: number; readonly text: string }> {
    const sending = { method, path, headers, ...(body !== undefined && { body: Buffer.from(body) }) };
    const answer = await patiently(() => this.commands.send(sending));
    if (answer.status >= 500) throw new Failed(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer;
  }

  private async send(
    exchange: Exchange,
    method: string,
    path: string,
    { person, moment, headers, body }: Saying & { headers?: Record<string, string>; body?: object },
  ): Promise<Told> {
    const sending = {
      method,
      path,
      headers: {
        authorization: `Bearer ${await this.tokenFor(person)}`,
        'x-lindung-clock': moment,
        ...headers,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: Buffer.from(JSON.stringify(body)) }),
    };
    const { status, text } = await patiently(() => exchange.send(sending));
    if (status >= 500) throw new Failed(`${method} ${path} for ${person.role}: ${status} ${text}`);
    return { status, body: JSON.parse(text || '{}') as Json };
  }
}

/** So often, and so long in between, somebody asks again who is told that a server does not answer now: the machine does other things. */
const [ASKED_AGAIN, PAUSE_MS] = [30, 2_000];

async function patiently(send: () => Promise<Answer>): Promise<Answer> {
  for (let again = 0; ; again++) {
    const answer = await send();
    if (answer.status !== 503 || again >= ASKED_AGAIN) return answer;
    await wait(PAUSE_MS);
  }
}

interface Command {
  readonly body?: object;
  readonly revision?: number;
  /** The conversation to which it belongs. */
  readonly within: string;
}

interface Saying {
  readonly person: Person;
  /** As `X-Lindung-Clock` takes it. */
  readonly moment: string;
}
