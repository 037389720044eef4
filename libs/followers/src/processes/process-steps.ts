import type { RecordedEvent } from '#event-store';
import type { DomainEvent, Instant } from '#kernel';
import { type Projection, defineProjection } from '../handler-projection.js';
import { type SchemaModule } from '#postgres';

/** What became of a command. `REPEATED`: it had been handled before; `REJECTED`: the decision refused it. */
export const STEP_OUTCOMES = ['HANDLED', 'REPEATED', 'REJECTED'] as const;

export type StepOutcome = (typeof STEP_OUTCOMES)[number];

/** One command that followed from an event. */
export interface StepRow {
  event_id: string;
  key: string;
  event_type: string;
  /** Stream of the event. */
  caused_by: string;
  /** Log position of the event; select it as text. */
  position: string;
  /** When the log recorded the event, UTC. */
  caused_at: Instant;
  command: string;
  command_id: string;
  outcome: StepOutcome;
  /** Stream that the command was for; null when it was refused. */
  stream_id: string | null;
  /** Code and words of a refusal; never personal data. */
  code: string | null;
  detail: string | null;
}

export interface StepTables {
  steps: StepRow;
}

/** An event whose commands have been handled, with what became of them. */
export type Reacted = RecordedEvent & { readonly steps: readonly StepRow[] };

/** What identifies the steps of a process. */
export interface ProcessIdentity {
  readonly name: string;
  readonly version: number;
  readonly categories: readonly string[];
  readonly on: object;
}

/** The steps of a process, as a projection over events that `runProcess` has already reacted to. */
export function stepsOf({
  name,
  version,
  categories,
  on,
}: ProcessIdentity): Projection<DomainEvent, StepTables> {
  return defineProjection<DomainEvent, StepTables>({
    name: `process_${name.replaceAll('-', '_')}`,
    version,
    categories,
    createTables: createStepTables,
    on: Object.fromEntries(
      Object.keys(on).map((type) => [
        type,
        async (event, tables) => {
          const { steps } = event as Reacted;
          if (steps.length > 0) await tables.insertInto('steps').values(steps).execute();
        },
      ]),
    ),
  });
}

async function createStepTables(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('steps')
    .addColumn('event_id', 'uuid', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('event_type', 'text', (column) => column.notNull())
    .addColumn('caused_by', 'text', (column) => column.notNull())
    .addColumn('position', 'int8', (column) => column.notNull())
    .addColumn('caused_at', 'timestamptz', (column) => column.notNull())
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('command_id', 'uuid', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('stream_id', 'text')
    .addColumn('code', 'text')
    .addColumn('detail', 'text')
    .addPrimaryKeyConstraint('steps_pk', ['event_id', 'key'])
    .execute();
  await schema.createIndex('steps_by_outcome').on('steps').columns(['outcome', 'position', 'key']).execute();
}
