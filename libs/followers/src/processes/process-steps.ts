import { type Row, index, instant, position, table, text, uuid } from '#postgres';
import { type ReadModel, checkIdentity } from '../read-model/read-model.js';

/** What became of a command. `REPEATED`: it had been handled before; `REJECTED`: the decision refused it. */
export const STEP_OUTCOMES = ['HANDLED', 'REPEATED', 'REJECTED'] as const;

export type StepOutcome = (typeof STEP_OUTCOMES)[number];

/** The commands that followed from events. */
export const steps = table(
  'steps',
  {
    eventId: uuid().key(),
    key: text().key(),
    eventType: text(),
    /** Stream of the event. */
    causedBy: text(),
    /** Log position of the event; select it as text. */
    position: position(),
    /** When the log recorded the event. */
    causedAt: instant(),
    command: text(),
    commandId: uuid(),
    outcome: text<StepOutcome>(),
    /** Stream that the command was for; null when it was refused. */
    streamId: text().nullable(),
    /** Code and words of a refusal; never personal data. */
    code: text().nullable(),
    detail: text().nullable(),
  },
  { indexes: [index('steps_by_outcome', ['outcome', 'position', 'key'])] },
);

export type StepRow = Row<typeof steps>;

/** What identifies the steps of a process. */
export interface ProcessIdentity {
  readonly name: string;
  readonly version: number;
  readonly categories: readonly string[];
  readonly on: object;
}

/** The steps of a process as a read model that its follower writes. */
export function stepsOf({
  name: process,
  version,
  categories,
}: ProcessIdentity): ReadModel<{ readonly steps: typeof steps }> {
  const name = `process_${process.replaceAll('-', '_')}`;
  checkIdentity({ name, version });
  return { name, version, categories, tables: { steps }, on: {}, tell: () => undefined };
}
