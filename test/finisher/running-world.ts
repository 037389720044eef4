import type { RecordedEvent } from '#event-store';
import type { Role } from '#kernel';
import type { Person } from '../fuzz/draft.js';
import type { Explored } from '../property/explorer.js';
import type { Answer, Happening, Sent } from '../property/world.js';
import type { Clerk, Json } from './clerk.js';
import type { Conversation, WhatFollows } from './what-follows.js';

/** Who somebody says that they are, as requests in memory name them. */
interface Claims {
  readonly roles: readonly [Role];
  readonly sub: string;
  readonly office: string;
  readonly facility?: string;
  readonly authority?: number;
}

/** What a subject of the issuer for development may be. */
const SUBJECT = /^[A-Za-z0-9._-]{1,100}$/;

/**
 * A Lindung that runs, for whoever tries everything: each request goes over HTTP with a token of the issuer, and what was recorded
 * is read from the log, as it is there. Others may be at work beside it: it knows of its own conversation alone.
 */
export class RunningWorld implements Explored {
  sent = 0;
  accepted = 0;
  /** The latest moment of any request, milliseconds since 1970. */
  latest = 0;
  /** Why requests were refused, by route and code. */
  readonly refused = new Map<string, number>();
  private readonly conversation: Conversation;

  constructor(
    private readonly clerk: Clerk,
    private readonly log: WhatFollows,
  ) {
    this.conversation = log.conversation();
  }

  get events(): RecordedEvent[] {
    return this.conversation.events;
  }

  async happen(happening: Happening): Promise<void> {
    // The keys of a person are destroyed by the command line of an operator, who has no part in this.
    if (!('erased' in happening)) await this.send(happening);
  }

  async send({ route, method, url, headers, body, processesFollow }: Sent): Promise<Answer> {
    const { authorization = '', ...others } = headers;
    const claims = JSON.parse(
      Buffer.from(authorization.replace('Bearer ', ''), 'base64url').toString(),
    ) as Claims;
    const token = await this.clerk.tokenFor(personOf(claims));
    this.sent += 1;
    this.latest = Math.max(this.latest, Date.parse(headers['x-lindung-clock'] ?? '') || 0);
    const answer = await this.clerk.sendReady(
      method,
      url,
      { ...others, authorization: `Bearer ${token}`, 'x-correlation-id': this.conversation.id },
      body,
    );
    const told = jsonOf(answer.text);
    if (answer.status >= 400) count(this.refused, `${route} ${answer.status} ${String(told['code'])}`);
    if (answer.status < 300 && method === 'POST') {
      this.accepted += 1;
      await (processesFollow ? this.log.done(this.conversation) : this.log.learn());
    }
    return { ...answer, body: told };
  }
}

/** Names and offices from edge to edge the issuer for development does not give out. */
function personOf({ roles: [role], sub, office, facility, authority }: Claims): Person {
  return {
    role,
    subject: SUBJECT.test(sub) ? sub : 'user-0',
    ...(office.trim() !== '' && { office: Array.from(office).length <= 50 ? office : 'Bekasi' }),
    ...(role === 'plkk' && { facility }),
    ...(authority !== undefined && { authority }),
  };
}

function jsonOf(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // What answers line by line says most in its last one.
    return {};
  }
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}
