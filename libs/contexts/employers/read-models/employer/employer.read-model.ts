import { type Row, index, integer, json, ordering, table, text, uuid } from '#postgres';
import { type EventOf } from '#kernel';
import type { RecordedEvent } from '#event-store';
import { type Change, category, change, newRow, put, readModel, timelineTable } from '#followers';
import type { EmployerEvent, EmployerKind } from '../../domain/employer.events.js';
import { type Registered, employers as stream, known } from '../../domain/employer.js';

/** One registered employer. */
export const employers = table(
  'employers',
  {
    employerId: uuid().key(),
    npp: text(),
    kind: text<EmployerKind>(),
    name: text(),
    district: text(),
    branch: text(),
    /** As decisions see it: what holds on a day follows from it. */
    known: json<Registered>(),
    revision: integer(),
  },
  {
    indexes: [
      index('employers_by_name', ['name', 'employerId']),
      index('employers_by_branch', ['branch', 'name', 'employerId']),
    ],
  },
);

export type EmployerRow = Row<typeof employers>;

export const BY_NAME = ordering(employers, ['name', 'employerId']);

export const timeline = timelineTable();

const own = category<EmployerEvent>('employer');

/** Who employs wage earners, and on which terms. */
export const employerReadModel = readModel({
  name: 'employer',
  version: 3,
  own: [own],
  tables: { employers, timeline },
  story: [own],
  on: {
    EmployerRegistered: (event) => [
      put(employers, {
        ...newRow(employers, event.data),
        known: known(stream.evolve(stream.initial, event)),
        revision: Number(event.revision),
      }),
    ],
    RiskClassCorrected: told,
    EmployerSizeCorrected: told,
    ReliefIndustryRecorded: told,
    EmployerAccountNamed: told,
    DecreeRecorded: told,
    EmployerClosed: told,
    EmployerReopened: told,
    BackDatedEntriesConfirmed: told,
  },
});

function told(event: RecordedEvent<EventOf<EmployerEvent, EmployerEvent['type']>>): readonly Change[] {
  return [
    change(employers, event.data.employerId, (row) => ({
      ...row,
      known: known(stream.evolve(row.known, event)),
      revision: Number(event.revision),
    })),
  ];
}
