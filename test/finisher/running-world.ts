import { EventStoreDBClient, FORWARDS, START } from '@eventstore/db-client';
import type { RecordedEvent } from '#event-store';
import type { Role } from '#kernel';
import type { Person } from '../fuzz/draft.js';
import type { Explored } from '../property/explorer.js';
import type { Answer, Happening, Sent } from '../property/world.js';
import type { Clerk, Json } from './clerk.js';

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
 * is read from the log, as it is there.
 */
export class RunningWorld implements Explored {
  events: RecordedEvent[] = [];
  sent = 0;
  accepted = 0;
  /** The latest moment of any request, milliseconds since 1970. */
  latest = 0;
  /** Why requests were refused, by route and code. */
  readonly refused = new Map<string, number>();
  private readonly log: EventStoreDBClient;
  private place: bigint | undefined;

  /** @param follow waits until processes have done what follows */
  constructor(
    private readonly clerk: Clerk,
    eventStoreUrl: string,
    private readonly follow: () => Promise<void>,
  ) {
    this.log = EventStoreDBClient.connectionString(eventStoreUrl);
  }

  close(): Promise<void> {
    return this.log.dispose();
  }

  /** From now on only what is recorded from now on is known. */
  async begin(): Promise<void> {
    await this.learn();
    this.events = [];
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
      { ...others, authorization: `Bearer ${token}` },
      body,
    );
    const told = jsonOf(answer.text);
    if (answer.status >= 400) count(this.refused, `${route} ${answer.status} ${String(told['code'])}`);
    if (answer.status < 300 && method === 'POST') {
      this.accepted += 1;
      if (processesFollow) await this.follow();
      await this.learn();
    }
    return { ...answer, body: told };
  }

  /** Reads what was recorded since. */
  private async learn(): Promise<void> {
    const { place } = this;
    const from = place === undefined ? START : { commit: place, prepare: place };
    for await (const { event } of this.log.readAll({ direction: FORWARDS, fromPosition: from })) {
      const position = event?.position?.commit;
      if (!event || position === undefined || event.type.startsWith('$')) continue;
      if (place !== undefined && position <= place) continue;
      this.place = position;
      const { type, streamId, revision, data } = event;
      this.events.push({ type, streamId, revision, position, data } as unknown as RecordedEvent);
    }
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
