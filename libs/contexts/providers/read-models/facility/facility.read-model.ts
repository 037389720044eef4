import { type Row, day, index, integer, json, ordering, table, text, uuid } from '#postgres';
import type { EventOf } from '#kernel';
import type { RecordedEvent } from '#event-store';
import { type Change, category, change, newRow, put, readModel, timelineTable } from '#followers';
import { lastDayOf } from '../../domain/agreement.js';
import type { FacilityEvent, FacilityKind } from '../../domain/facility.events.js';
import { type Registered, facilities as stream, known } from '../../domain/facility.js';

/** One registered facility. */
export const facilities = table(
  'facilities',
  {
    facilityId: uuid().key(),
    name: text(),
    kind: text<FacilityKind>(),
    district: text(),
    /** By when somebody has to look at the newest agreement again; null where nobody has looked yet, or none runs. */
    nextCheckBy: day().nullable(),
    /** As decisions see it: what holds on a day follows from it. */
    known: json<Registered>(),
    revision: integer(),
  },
  { indexes: [index('facilities_by_name', ['name', 'facilityId'])] },
);

export const BY_NAME = ordering(facilities, ['name', 'facilityId']);

/** When each agreement is in force, so that a list asks for the PLKKs of a day without reading every facility. */
export const inForce = table(
  'inForce',
  { agreementId: uuid().key(), facilityId: uuid(), validFrom: day(), lastDay: day() },
  { indexes: [index('in_force_by_facility', ['facilityId', 'validFrom'])] },
);

export const timeline = timelineTable();

const own = category<FacilityEvent>('facility');

/** Facilities with their agreements. */
export const facilityReadModel = readModel({
  name: 'facility',
  version: 2,
  own: [own],
  tables: { facilities, inForce, timeline },
  story: [own],
  on: {
    FacilityRegistered: (event) => [
      put(facilities, {
        ...newRow(facilities, event.data),
        ...columnsOf(known(stream.evolve(stream.initial, event))),
        revision: Number(event.revision),
      }),
    ],
    PlkkProposalMade: told,
    PlkkProposalRefused: told,
    PlkkProposalLapsed: told,
    PlkkAgreementSigned: (event) => [
      ...told(event),
      put(inForce, { ...newRow(inForce, event.data), lastDay: event.data.validUntil }),
    ],
    PlkkAgreementExtended: (event) => [
      ...told(event),
      change(inForce, event.data.agreementId, (row) => ({ ...row, lastDay: event.data.validUntil })),
    ],
    PlkkAgreementAmended: told,
    PlkkQualityChecked: told,
    PlkkAgreementSuspended: told,
    PlkkSuspensionLifted: told,
    PlkkAgreementEnded: (event) => [
      ...told(event),
      change(inForce, event.data.agreementId, (row) => ({ ...row, lastDay: event.data.effectiveOn })),
    ],
  },
});

function told(event: RecordedEvent<EventOf<FacilityEvent, FacilityEvent['type']>>): readonly Change[] {
  return [
    change(facilities, event.data.facilityId, (row) => ({
      ...row,
      ...columnsOf(known(stream.evolve(row.known, event))),
      revision: Number(event.revision),
    })),
  ];
}

function columnsOf(state: Registered): Pick<Row<typeof facilities>, 'known' | 'nextCheckBy'> {
  const newest = [...state.agreements].sort((one, other) => (lastDayOf(one) < lastDayOf(other) ? 1 : -1))[0];
  return { known: state, nextCheckBy: newest?.quality?.nextCheckBy ?? null };
}
