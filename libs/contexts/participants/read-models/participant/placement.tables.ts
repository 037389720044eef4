import { type Row, day, index, integer, json, ordering, rupiah as money, table, text, uuid } from '#postgres';
import { type KnownProject, type ProjectEvent, projectAfter } from '#contexts/projects/facts';
import type { RecordedEvent } from '#event-store';
import { type Change, change, fold, newRow, put } from '#followers';
import { type EventOf, dateIn } from '#kernel';
import type { PlacementEvent } from '../../domain/placement.events.js';
import { type Placement, knownPlacement, newestSpell, placements as stream } from '../../domain/placement.js';

/** A person on one construction project. */
export const placements = table(
  'placements',
  {
    placementId: uuid().key(),
    participantId: uuid(),
    projectId: uuid(),
    /** As decisions see it: what holds on a day follows from it. */
    known: json<Placement>(),
    /** Of the newest time of work. */
    startedOn: day(),
    endedOn: day().nullable(),
    /** When these two were recorded. */
    recordedOn: day(),
    endRecordedOn: day().nullable(),
    wageIdr: money(),
    revision: integer(),
  },
  {
    indexes: [
      index('placements_by_participant', ['participantId', 'startedOn']),
      index('placements_by_project', ['projectId', 'startedOn', 'placementId']),
    ],
  },
);

export const BY_FIRST_DAY_ON_PROJECT = ordering(placements, ['startedOn', 'placementId']);

/** What a placement shows of its project, and what its cover follows from. */
export const sites = table('sites', {
  projectId: uuid().key(),
  name: text(),
  contractor: text(),
  known: json<KnownProject>(),
});

type Told<Event extends { readonly type: string }> = RecordedEvent<Event & PlacementEvent>;

const columnsOf = (known: Placement): Pick<Row<typeof placements>, 'known' | 'startedOn' | 'endedOn'> => {
  const { started, ended } = newestSpell(known);
  return { known, startedOn: started.on, endedOn: ended?.on ?? null };
};

const told = (event: Told<PlacementEvent>): readonly Change[] => [
  change(placements, event.data.placementId, (row) => ({
    ...row,
    ...columnsOf(knownPlacement(stream.evolve(row.known, event))),
    ...(event.type === 'ProjectWorkerLeft' && { endRecordedOn: dateIn(event.recordedAt) }),
    revision: Number(event.revision),
  })),
];

const changed = (event: RecordedEvent<ProjectEvent>): readonly Change[] => [
  change(sites, event.data.projectId, (row) => ({ ...row, known: projectAfter(row.known, event) })),
];

/** What follows from events of placements and of their projects. */
export const onPlacementEvents = {
  ProjectWorkerNamed: (event: Told<EventOf<PlacementEvent, 'ProjectWorkerNamed'>>): readonly Change[] => [
    fold(placements, event.data.placementId, (row) => ({
      ...newRow(placements, event.data),
      ...columnsOf(knownPlacement(stream.evolve(row?.known ?? stream.initial, event))),
      recordedOn: dateIn(event.recordedAt),
      endRecordedOn: null,
      revision: Number(event.revision),
    })),
  ],
  ProjectWorkerLeft: told,
  BackDatedPlacementConfirmed: told,
  ProjectRegistered: (
    event: RecordedEvent<EventOf<ProjectEvent, 'ProjectRegistered'>>,
  ): readonly Change[] => [
    put(sites, { ...newRow(sites, event.data), known: projectAfter(undefined, event) }),
  ],
  ProjectAmended: changed,
  ProjectExtended: changed,
  ProjectContributionsPaid: changed,
  ProjectEnded: changed,
  BackDatedProjectEntriesConfirmed: changed,
  ProjectReversalRequested: changed,
  ProjectPaymentReversed: changed,
  ProjectRefundRequested: changed,
  ProjectRefunded: changed,
  ProjectCorrectionRefused: changed,
};
