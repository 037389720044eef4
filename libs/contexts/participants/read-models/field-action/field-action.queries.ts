import {
  type Page,
  PageOf,
  PastPageQuery,
  actionsAt,
  asked,
  orderedPage,
  shape,
  shown,
  shownOf,
} from '#http';
import { query } from '#runtime';
import { OCCUPATION_GROUPS } from '../../domain/participant.events.js';
import { BY_DAY, fieldActionReadModel } from './field-action.read-model.js';

const NULL = { nullable: true } as const;

export class FieldActionItem extends shape({
  fieldActionId: shown.uuid(),
  actions: actionsAt('/field-actions/0b4f…'),
  revision: shown.revision(),
  name: shown.text(),
  district: shown.text(),
  branch: shown.text(),
  car: shown.text(NULL),
  startsOn: shown.day(),
  endsOn: shown.day(),
  targetGroup: shown.code(OCCUPATION_GROUPS),
  targetPersons: shown.number(),
  cancelledOn: shown.day(NULL),
  registered: shown.number({ description: 'Workers whose registration names it' }),
}) {}

export class FieldActionPage extends PageOf(FieldActionItem) {}

/** Every part that is given must hold. */
export class FieldActionListQuery extends shape(
  {
    district: asked.area({ optional: true }),
    branch: asked.paperNumber({ max: 20, optional: true }),
    from: asked.day({ optional: true, description: 'Those that end on this day or later' }),
  },
  PastPageQuery,
) {}

/** What begins first comes first. */
export const ListFieldActions = query(
  'ListFieldActions',
  fieldActionReadModel,
  (filter: FieldActionListQuery, tables): Promise<Page<FieldActionItem>> => {
    const { district, branch, from } = filter;
    let rows = tables.selectFrom('fieldActions').selectAll();
    if (district !== undefined) rows = rows.where('district', 'like', `${district}%`);
    if (branch !== undefined) rows = rows.where('branch', '=', branch);
    if (from !== undefined) rows = rows.where('endsOn', '>=', from);
    return orderedPage(rows, BY_DAY, filter, (row) => ({
      ...shownOf(FieldActionItem, row),
      actions: `/field-actions/${row.fieldActionId}/actions`,
    }));
  },
);
