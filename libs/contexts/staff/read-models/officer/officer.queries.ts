import {
  type Page,
  PageOf,
  PastPageQuery,
  actionsAt,
  whatCanBeDone,
  asked,
  orderedPage,
  shape,
  shown,
  shownOf,
} from '#http';
import { type LocalDate, Rejection } from '#kernel';
import { query } from '#runtime';
import { OFFICER_ROLES, SKILLS } from '../../domain/officer.events.js';
import { absenceOn } from '../../domain/officer.js';
import { staffRefusals } from '../../domain/refusals.js';
import { BY_OFFICE, type OfficerRow, officerReadModel } from './officer.read-model.js';

/** Days on which somebody is away. */
export class AbsenceItem extends shape({
  absenceId: shown.uuid(),
  from: shown.day(),
  until: shown.day({ description: 'The last day' }),
  standInId: shown.text({ optional: true }),
}) {}

/** Days on which somebody decides on claims of another office. */
export class DelegationItem extends shape({
  delegationId: shown.uuid(),
  office: shown.text({ description: 'Whose claims they decide' }),
  from: shown.day(),
  until: shown.day({ description: 'The last day' }),
}) {}

/** Somebody who works at an office. */
export class OfficerItem extends shape({
  actions: actionsAt('/staff/0b4f…'),
  whatCanBeDone,
  officerId: shown.uuid(),
  workerId: shown.text({ description: 'Subject of their token' }),
  office: shown.text(),
  roles: shown.code(OFFICER_ROLES, { each: true }),
  level: shown.number({ nullable: true, description: 'Of a supervisor: how far they decide' }),
  skills: shown.code(SKILLS, {
    each: true,
    description: 'Programmes that they know; none where they know all',
  }),
  away: shown.yesNo({ description: 'Today' }),
  standInId: shown.text({ nullable: true, description: 'Who stands in today' }),
  absences: shown.nested(() => AbsenceItem, { each: true, description: 'Those that were not over' }),
  delegations: shown.nested(() => DelegationItem, { each: true, description: 'Those that were not over' }),
  leftOn: shown.day({ nullable: true }),
  revision: shown.revision(),
}) {}

export class OfficerPage extends PageOf(OfficerItem) {}

export class OfficerListQuery extends shape(
  {
    office: asked.text({ optional: true, max: 60 }),
    workerId: asked.line({ optional: true, max: 100, description: 'Subject of a token' }),
    left: asked.yesNo({ optional: true, fromText: true, description: 'Whether they have left' }),
  },
  PastPageQuery,
) {}

interface OnDay {
  readonly today: LocalDate;
}

/** Office by office. */
export const ListStaff = query(
  'ListStaff',
  officerReadModel,
  (
    { office, workerId, left, limit, cursor, today }: OfficerListQuery & OnDay,
    tables,
  ): Promise<Page<OfficerItem>> => {
    let rows = tables.selectFrom('officers').selectAll();
    if (office) rows = rows.where('office', '=', office);
    if (workerId) rows = rows.where('workerId', '=', workerId);
    if (left !== undefined) rows = rows.where('leftOn', left ? 'is not' : 'is', null);
    return orderedPage(rows, BY_OFFICE, { limit, cursor }, (row) => itemOf(row, today));
  },
);

export const GetOfficer = query(
  'GetOfficer',
  officerReadModel,
  async ({ officerId, today }: { officerId: string } & OnDay, tables): Promise<OfficerItem> => {
    const rows = tables.selectFrom('officers').selectAll();
    const row = await rows.where('officerId', '=', officerId).executeTakeFirst();
    if (!row) throw new Rejection(staffRefusals.OFFICER_NOT_LISTED());
    return itemOf(row, today);
  },
);

function itemOf(row: OfficerRow, today: LocalDate): OfficerItem {
  const absence = absenceOn(row, today);
  return {
    ...shownOf(OfficerItem, row),
    actions: `/staff/${row.officerId}/actions`,
    away: absence !== undefined,
    standInId: absence?.standInId ?? null,
  };
}
