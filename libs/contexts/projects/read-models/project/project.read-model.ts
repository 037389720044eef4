import { type Row, day, index, integer, json, ordering, table, text, uuid } from '#postgres';
import type { EventOf } from '#kernel';
import type { RecordedEvent } from '#event-store';
import { type Change, category, change, newRow, put, readModel, timelineTable } from '#followers';
import type { ProjectEvent } from '../../domain/project.events.js';
import { type Registered, known, lastDayOf, projects as stream } from '../../domain/project.js';

/** One registered project. */
export const projects = table(
  'projects',
  {
    projectId: uuid().key(),
    registrationNumber: text(),
    name: text(),
    owner: text(),
    contractor: text(),
    district: text(),
    branch: text(),
    workers: integer(),
    startsOn: day(),
    /** The last day on which there is work. */
    lastDay: day(),
    /** As decisions see it: what holds on a day follows from it. */
    known: json<Registered>(),
    revision: integer(),
  },
  { indexes: [index('projects_by_last_day', ['lastDay', 'projectId'])] },
);

export const BY_LAST_DAY = ordering(projects, ['lastDay', 'projectId']);

export const timeline = timelineTable();

const own = category<ProjectEvent>('project');

/** Construction projects, and what is due and paid for them. */
export const projectReadModel = readModel({
  name: 'project',
  version: 2,
  own: [own],
  tables: { projects, timeline },
  story: [own],
  on: {
    ProjectRegistered: (event) => [
      put(projects, {
        ...newRow(projects, event.data),
        ...columnsOf(known(stream.evolve(stream.initial, event))),
        revision: Number(event.revision),
      }),
    ],
    ProjectAmended: told,
    ProjectExtended: told,
    ProjectContributionsPaid: told,
    ProjectEnded: told,
    BackDatedProjectEntriesConfirmed: told,
    ProjectReversalRequested: told,
    ProjectPaymentReversed: told,
    ProjectRefundRequested: told,
    ProjectRefunded: told,
    ProjectCorrectionRefused: told,
  },
});

function told(event: RecordedEvent<EventOf<ProjectEvent, ProjectEvent['type']>>): readonly Change[] {
  return [
    change(projects, event.data.projectId, (row) => ({
      ...row,
      ...columnsOf(known(stream.evolve(row.known, event))),
      revision: Number(event.revision),
    })),
  ];
}

const columnsOf = (state: Registered): Pick<Row<typeof projects>, 'known' | 'lastDay'> => ({
  known: state,
  lastDay: lastDayOf(state),
});
