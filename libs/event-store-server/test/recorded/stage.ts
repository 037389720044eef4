import { createHash } from 'node:crypto';
import {
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  EventStoreDBClient,
  FORWARDS,
  type Position,
} from '@eventstore/db-client';
import { answerOfRecorded, type Answer } from './answers.js';
import { Positions } from './comparison.js';
import type { Place } from './recorded-case.js';

/** The clients of one server. The recording was made with both ways of being told about a wrong expected revision. */
export interface Clients {
  readonly throwing: EventStoreDBClient;
  readonly telling: EventStoreDBClient;
  leave(): void;
}

/** Recorded are answers, not times: a machine that does other things is slow, not wrong. */
const DEADLINE_MS = 60_000;

/** Connects to a server. */
export function connect(connectionString: string): Clients {
  const patient = `${connectionString}&defaultDeadline=${DEADLINE_MS}`;
  const throwing = EventStoreDBClient.connectionString(patient);
  const telling = EventStoreDBClient.connectionString(`${patient}&throwOnAppendFailure=false`);
  // Nobody waits for it: the client never hears the end of a read that was left early.
  const leave = () => void Promise.all([throwing.dispose(), telling.dispose()]);
  return { throwing, telling, leave };
}

/** What the client tells bit by bit. */
export class Told {
  readonly answers: Answer[] = [];
  /** When the newest of it was told, in ms. */
  lastAt = performance.now();

  add(answer: Answer): void {
    this.answers.push(answer);
    this.lastAt = performance.now();
  }
}

/** Something that is open and tells. */
export interface Listening extends Told {
  end(): Promise<void>;
}

/** Where a case is played: names and ids of its own on a server, and what it has open there. */
export class Stage {
  readonly prefix: string;
  readonly listening = new Map<string, Listening>();
  /** Positions of what the case wrote, in order. */
  readonly written: Position[] = [];

  private constructor(
    readonly clients: Clients,
    caseName: string,
    /** The newest position before the case. */
    readonly start: Position,
    /** How long to wait for what was recorded. */
    readonly patienceMs: number,
  ) {
    this.prefix = `p${createHash('sha1').update(caseName).digest('hex').slice(0, 8)}`;
  }

  /** Sets the stage for a case. */
  static async for(caseName: string, clients: Clients, patienceMs: number): Promise<Stage> {
    let start: Position | undefined;
    const newest = clients.throwing.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 });
    for await (const { event, link } of newest) start = (event ?? link)!.position;
    if (start === undefined) throw new Error('The log holds nothing at all.');
    return new Stage(clients, caseName, start, patienceMs);
  }

  get client(): EventStoreDBClient {
    return this.clients.throwing;
  }

  /** A name of the recording as the server gets it. */
  name(recorded: string): string {
    return recorded.replaceAll('~', this.prefix);
  }

  /** An id out of the words of the recording. */
  id(recorded: string): string {
    const hex = createHash('sha1')
      .update(this.prefix + recorded)
      .digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  /** A place in `$all`. */
  position(place: Place): Position | 'start' | 'end' {
    if (place === 'start' || place === 'end') return place;
    if (place === 'caseStart' || 'n' in place || ('abs' in place && place.abs === 'case')) return this.start;
    if ('abs' in place) return { commit: BigInt(place.abs[0]), prepare: BigInt(place.abs[1]) };
    const written = this.written[place.nth % Math.max(1, this.written.length)];
    if (written === undefined) return this.start;
    return {
      commit: written.commit + BigInt(place.dc ?? 0),
      prepare: written.prepare + BigInt(place.dp ?? 0),
    };
  }

  /** What `$all` holds since the case began, and the names of the positions in it. */
  async everything(): Promise<{ events: readonly Answer[]; positions: Positions }> {
    const positions = new Positions(this.start.commit);
    const events: Answer[] = [];
    for await (const { event, link } of this.read()) {
      const answer = answerOfRecorded(event ?? link)!;
      if ((event ?? link)!.position.commit === this.start.commit) continue;
      positions.add(answer);
      events.push(answer);
    }
    return { events, positions };
  }

  private read(): AsyncIterable<AllStreamResolvedEvent> {
    return this.client.readAll({ direction: FORWARDS, fromPosition: this.start });
  }
}
