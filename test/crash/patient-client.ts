import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Role } from '#kernel';
import type { BranchOffice } from './branch-office.js';

/** A command that was answered: from then on it must be in the log, once. */
export interface Acknowledged {
  readonly commandId: string;
  readonly path: string;
  readonly streamId: string;
  readonly events: readonly string[];
}

interface CommandBody extends Pick<Acknowledged, 'streamId' | 'events'> {
  readonly repeated: boolean;
  readonly position: string;
}

interface Asked {
  readonly status: number;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

const PAUSE_MS = 100;

/** Longer than anything takes to come back. */
const PATIENCE_MS = 150_000;

/**
 * Somebody at a desk who sends what was not answered again, under the same Idempotency-Key, until it is.
 * Two people do what takes two: whoever decides is not who prepared.
 */
export class PatientClient {
  readonly acknowledged: Acknowledged[] = [];
  /** How often something was sent again. */
  retries = 0;
  /** How often the second answer told that the first sending had arrived. */
  known = 0;
  /** How far the log is known to have got. */
  private position = '0';
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(
    private readonly office: BranchOffice,
    private readonly onAcknowledged: () => void,
  ) {}

  /** A command. Whatever the answer is, it is one. @throws Error when there is none for minutes */
  post = async (
    path: string,
    body: unknown,
    { role = 'registrar', at }: { role?: Role; at?: string } = {},
  ) => {
    const commandId = randomUUID();
    const answer = await this.untilAnswered(
      this.office.commandApiUrl + path,
      role,
      /approval|bank-results/.test(path),
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': commandId,
          ...(at !== undefined && { 'x-lindung-clock': at }),
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      },
    );
    if (answer.status < 300) {
      const { streamId, events, repeated, position } = answer.body as unknown as CommandBody;
      if (BigInt(position) > BigInt(this.position)) this.position = position;
      this.acknowledged.push({ commandId, path, streamId, events });
      if (repeated) this.known += 1;
      this.onAcknowledged();
    }
    return { ...answer, headers: new Headers() };
  };

  /** A question about everything that was answered so far. @throws Error when it is refused, or not answered for minutes */
  async ask<Body>(path: string, role: Role): Promise<Body> {
    const { status, text, body } = await this.untilAnswered(
      `${this.office.queryApiUrl}${path}${path.includes('?') ? '&' : '?'}after=${this.position}`,
      role,
      false,
      {},
    );
    if (status >= 300) throw new Error(`${path}: ${text}`);
    return body as Body;
  }

  private async untilAnswered(url: string, role: Role, second: boolean, init: RequestInit): Promise<Asked> {
    const deadline = performance.now() + PATIENCE_MS;
    for (let last = ''; ; this.retries += 1) {
      const answer = await this.once(url, role, second, init).catch((error: Error) => {
        last = error.message;
        return undefined;
      });
      if (answer && answer.status < 500) return answer;
      if (performance.now() > deadline) throw new Error(`${url} is not answered: ${answer?.text ?? last}`);
      await wait(PAUSE_MS);
    }
  }

  private async once(url: string, role: Role, second: boolean, init: RequestInit): Promise<Asked> {
    const authorization = `Bearer ${await this.tokenFor(role, second)}`;
    const headers = { ...(init.headers as Record<string, string>), authorization };
    const response = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(30_000) });
    const text = await response.text();
    return { status: response.status, text, body: JSON.parse(text) as Record<string, unknown> };
  }

  private tokenFor(role: Role, second: boolean): Promise<string> {
    const subject = `${role}-${second ? 2 : 1}`;
    const token = this.tokens.get(subject) ?? this.office.issuer.tokenFor(role, subject);
    this.tokens.set(subject, token);
    return token;
  }
}
