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

/** What somebody was told who sent a command once. */
export interface Told {
  readonly commandId: string;
  readonly path: string;
  /** Undefined where there was no answer at all. */
  readonly status: number | undefined;
  /** Of the problem, if it is one. */
  readonly code: string | undefined;
}

/** Somebody who looks on: each answer to a command, and each command that was acknowledged. */
export interface Watcher {
  told?(told: Told): void;
  acknowledged?(command: Acknowledged, repeated: boolean): void;
  /** How long an answer took, in milliseconds. */
  took?(what: 'command' | 'query', ms: number): void;
}

interface Problem {
  readonly status: number;
  readonly code: string;
}

export interface ImportReport {
  readonly rows: number;
  readonly registered: number;
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
    private readonly office: Pick<BranchOffice, 'commandApiUrl' | 'queryApiUrl' | 'issuer'>,
    private readonly watcher: Watcher,
  ) {}

  /** A command. Whatever the answer is, it is one. @throws Error when there is none for minutes */
  post = async (
    path: string,
    body: unknown,
    { role = 'registrar', at }: { role?: Role; at?: string } = {},
  ) => {
    const commandId = randomUUID();
    const answer = await this.untilAnswered(() => this.send(commandId, path, body, role, at), path);
    return { ...answer, headers: new Headers() };
  };

  /** A file of workers, until all of it is reported. @throws Error when there is no report for minutes */
  async importFile(terms: Readonly<Record<string, string>>, file: string): Promise<ImportReport> {
    const path = `/participants/imports?${new URLSearchParams(terms).toString()}`;
    const send = async () => {
      const answer = await this.once(this.office.commandApiUrl + path, 'registrar', false, {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: file,
      });
      const { problem, progress } = answer.body as { problem?: Problem; progress?: object };
      if (progress) throw new Error('The import was left');
      const { status, code } = problem ?? { ...answer, code: answer.body.code as string | undefined };
      this.watcher.told?.({ commandId: randomUUID(), path: '/participants/imports', status, code });
      return { ...answer, status };
    };
    const { text, body } = await this.untilAnswered(send, path);
    const { report } = body as { report?: ImportReport };
    if (!report) throw new Error(`${path}: ${text}`);
    return report;
  }

  /** A command that is sent once, whatever comes of it. */
  async tryOnce(path: string, body: unknown, role: Role = 'registrar'): Promise<void> {
    await this.send(randomUUID(), path, body, role).catch(() => {
      // Nothing was answered, and the watcher knows.
    });
  }

  /** @throws Error when there is no answer */
  private async send(
    commandId: string,
    path: string,
    body: unknown,
    role: Role,
    at?: string,
  ): Promise<Asked> {
    const told = (status?: number, code?: unknown) =>
      this.watcher.told?.({ commandId, path, status, code: typeof code === 'string' ? code : undefined });
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': commandId,
      ...(at !== undefined && { 'x-lindung-clock': at }),
    };
    const answer = await this.once(
      this.office.commandApiUrl + path,
      role,
      /approval|bank-results/.test(path),
      { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) },
    ).catch((error: unknown) => {
      told();
      throw error;
    });
    told(answer.status, answer.body.code);
    if (answer.status < 300) this.acknowledge(commandId, path, answer.body as unknown as CommandBody);
    return answer;
  }

  private acknowledge(commandId: string, path: string, body: CommandBody): void {
    const { streamId, events, repeated, position } = body;
    if (BigInt(position) > BigInt(this.position)) this.position = position;
    const command = { commandId, path, streamId, events };
    this.acknowledged.push(command);
    if (repeated) this.known += 1;
    this.watcher.acknowledged?.(command, repeated);
  }

  /** A question about everything that was answered so far. @throws Error when it is refused, or not answered for minutes */
  async ask<Body>(path: string, role: Role): Promise<Body> {
    const { status, text, body } = await this.untilAnswered(
      () =>
        this.once(
          `${this.office.queryApiUrl}${path}${path.includes('?') ? '&' : '?'}after=${this.position}`,
          role,
          false,
          {},
        ),
      path,
    );
    if (status >= 300) throw new Error(`${path}: ${text}`);
    return body as Body;
  }

  private async untilAnswered(send: () => Promise<Asked>, what: string): Promise<Asked> {
    const deadline = performance.now() + PATIENCE_MS;
    for (let last = ''; ; this.retries += 1) {
      const answer = await send().catch((error: Error) => {
        last = error.message;
        return undefined;
      });
      if (answer && answer.status < 500) return answer;
      if (performance.now() > deadline) throw new Error(`${what} is not answered: ${answer?.text ?? last}`);
      await wait(PAUSE_MS);
    }
  }

  private async once(url: string, role: Role, second: boolean, init: RequestInit): Promise<Asked> {
    const authorization = `Bearer ${await this.tokenFor(role, second)}`;
    const headers = { ...(init.headers as Record<string, string>), authorization };
    const asked = performance.now();
    const response = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(30_000) });
    const text = await response.text();
    this.watcher.took?.(init.method === 'POST' ? 'command' : 'query', performance.now() - asked);
    return { status: response.status, text, body: lastOf(text) };
  }

  private tokenFor(role: Role, second: boolean): Promise<string> {
    const subject = `${role}-${second ? 2 : 1}`;
    const token = this.tokens.get(subject) ?? this.office.issuer.tokenFor(role, subject);
    this.tokens.set(subject, token);
    return token;
  }
}

/** An import answers line by line; everything else in one. */
const lastOf = (text: string) => JSON.parse(text.trim().split('\n').at(-1)!) as Record<string, unknown>;
