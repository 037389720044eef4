import type { RecordedEvent } from '#event-store';
import {
  type CommandContext,
  type Decide,
  type DomainEvent,
  type LocalDate,
  type Reading,
  Rejection,
  type Role,
  type Stream,
  addDays,
  derivedId,
  fold,
  instant,
  localDate,
} from '#kernel';

/** What is recorded of a person and of those who pay for them, in memory, and the day that it is there. */
export class PersonWorld implements Reading {
  today: LocalDate = localDate('2024-01-08');
  /** Everything in the order in which it was recorded. */
  readonly log: RecordedEvent[] = [];
  /** How often each event was recorded. */
  readonly counts = new Map<string, number>();
  private readonly streams = new Map<string, DomainEvent[]>();
  private commands = 0;

  /** What stands in a stream. */
  history<State, Event extends DomainEvent>(stream: Stream<State, Event>, id: string): readonly Event[] {
    // What stands in a stream of a kind are events of that kind.
    return (this.streams.get(stream.of(id)) ?? []) as unknown as readonly Event[];
  }

  /** As the log gives it: from the last event on that sums up what stands before it. */
  now<State, Event extends DomainEvent>(stream: Stream<State, Event>, id: string): State {
    const history = this.history(stream, id);
    const from = history.findLastIndex(({ type }) => type === stream.summary);
    return fold(stream, history.slice(Math.max(0, from)));
  }

  state<State, Event extends DomainEvent>(stream: Stream<State, Event>, id: string): Promise<State> {
    return Promise.resolve(this.now(stream, id));
  }

  /** Of a command of somebody, today. */
  by(id: string, role: Role): CommandContext {
    const commandId = derivedId('one-person', String(++this.commands));
    return {
      commandId,
      issuedAt: instant(`${this.today}T03:00:00Z`),
      today: this.today,
      actor: { id, roles: [role], office: 'Bekasi' },
      correlationId: commandId,
      causationId: commandId,
    };
  }

  /** A number that was not given before. */
  next(name: string): string {
    return derivedId(name, String(++this.commands));
  }

  /** Decides and records; what is refused changes nothing. Tells whether it was decided. */
  decide<Input, State, Event extends DomainEvent, Facts>(
    stream: Stream<State, Event>,
    id: string,
    decide: Decide<Input, State, Event, Facts>,
    input: Input,
    context: CommandContext,
    facts: Facts,
  ): boolean {
    try {
      this.record(stream.of(id), decide(input, this.now(stream, id), context, facts));
      return true;
    } catch (error) {
      if (error instanceof Rejection) return false;
      throw error;
    }
  }

  record(streamId: string, events: readonly DomainEvent[]): void {
    const stream = this.streams.get(streamId) ?? [];
    this.streams.set(streamId, stream);
    const recordedAt = instant(`${this.today}T03:00:00Z`);
    for (const { type, data } of events) {
      const position = BigInt(this.log.length + 1);
      const id = derivedId('one-person-event', String(position));
      const metadata = {
        commandId: id,
        $correlationId: id,
        $causationId: id,
        actor: { id: 'clerk-1', roles: ['registrar' as const], office: 'Bekasi' },
        issuedAt: recordedAt,
        schema: 1,
      };
      const revision = BigInt(stream.length);
      this.log.push({ type, data, id, streamId, revision, position, recordedAt, metadata });
      stream.push({ type, data });
      this.counts.set(type, (this.counts.get(type) ?? 0) + 1);
    }
  }

  pass(days: number): void {
    this.today = addDays(this.today, days);
  }
}

/** Who enters things. */
export const clerk = (world: PersonWorld) => world.by('clerk-1', 'registrar');

/** Who confirms them. */
export const second = (world: PersonWorld) => world.by('clerk-2', 'supervisor');
