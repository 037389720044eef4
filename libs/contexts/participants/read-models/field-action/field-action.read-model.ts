import { day, index, integer, ordering, table, text, uuid } from '#postgres';
import { category, change, newRow, put, readModel } from '#followers';
import type { FieldActionEvent } from '../../domain/field-action.events.js';
import type { OccupationGroup, ParticipantRegistered } from '../../domain/participant.events.js';

/** One action in the field, and how many were registered on it. */
export const fieldActions = table(
  'fieldActions',
  {
    fieldActionId: uuid().key(),
    name: text(),
    district: text(),
    branch: text(),
    car: text().nullable(),
    startsOn: day(),
    endsOn: day(),
    targetGroup: text<OccupationGroup>(),
    targetPersons: integer(),
    cancelledOn: day().nullable(),
    registered: integer(),
    revision: integer(),
  },
  { indexes: [index('field_actions_by_day', ['startsOn', 'fieldActionId'])] },
);

export const BY_DAY = ordering(fieldActions, ['startsOn', 'fieldActionId']);

/** Where somebody went to register workers. */
export const fieldActionReadModel = readModel({
  name: 'field_action',
  version: 1,
  own: [category<FieldActionEvent>('fieldaction')],
  also: [category<ParticipantRegistered>('participant')],
  tables: { fieldActions },
  on: {
    FieldActionPlanned: (event) => [
      put(fieldActions, {
        ...newRow(fieldActions, event.data),
        registered: 0,
        revision: Number(event.revision),
      }),
    ],
    FieldActionCancelled: (event) => [
      change(fieldActions, event.data.fieldActionId, (row) => ({
        ...row,
        cancelledOn: event.data.effectiveOn,
        revision: Number(event.revision),
      })),
    ],
    ParticipantRegistered: ({ data: { fieldActionId } }) =>
      fieldActionId === undefined
        ? []
        : [change(fieldActions, fieldActionId, (row) => ({ ...row, registered: row.registered + 1 }))],
  },
});
