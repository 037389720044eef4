import type { TablesIn } from '#followers';
import { type Page, PastPageQuery, asked, orderedPage, shape, shownOf } from '#http';
import { type LocalDate, firstDayOf, lastDayOf } from '#kernel';
import { type SqlBool, sql } from '#postgres';
import { query } from '#runtime';
import { type Membership, lastSpell, membershipEnteredLateBy } from '../../domain/membership.js';
import { MemberItem, type MembershipItem } from './participant.answers.js';
import { BY_FIRST_DAY } from './membership.tables.js';
import { participantReadModel } from './participant.read-model.js';

type Tables = TablesIn<typeof participantReadModel>;

const isConfirmed = (known: Membership) => membershipEnteredLateBy(known).length === 0;

/** Of a membership that is on no construction project. */
export const NO_PROJECT = { placementId: null, projectId: null, projectName: null } as const;

/** The memberships of a person with employers, by all ids, oldest first. */
export async function membershipsOf(tables: Tables, ids: readonly string[]): Promise<MembershipItem[]> {
  const rows = await tables
    .selectFrom('memberships')
    .innerJoin('workplaces', 'workplaces.employerId', 'memberships.employerId')
    .selectAll('memberships')
    .select(['workplaces.npp', 'workplaces.name as employerName'])
    .where('participantId', 'in', [...ids])
    .orderBy('startedOn')
    .execute();
  return rows.map(({ known, ...row }) => ({
    membershipId: row.membershipId,
    actions: `/memberships/${row.membershipId}/actions`,
    ...NO_PROJECT,
    segment: 'PU',
    employerId: row.employerId,
    employerName: row.employerName,
    npp: row.npp,
    kpj: row.kpj,
    startedOn: row.startedOn,
    endedOn: row.endedOn,
    recordedOn: row.recordedOn,
    endRecordedOn: row.endRecordedOn,
    leavingReason: lastSpell(known).ended?.reason ?? null,
    confirmed: isConfirmed(known),
    programmes: row.programmes,
  }));
}

/** The membership of whoever works for nobody: their registration. */
export const ownMembership = (row: {
  readonly participantId: string;
  readonly registeredOn: LocalDate;
  readonly selfEmployedSince: LocalDate | null;
  readonly kpj: string | null;
  readonly recordedOn: LocalDate;
  readonly registeredLateBy: readonly string[];
}): MembershipItem => ({
  membershipId: null,
  actions: `/participants/${row.participantId}/actions`,
  ...NO_PROJECT,
  segment: 'BPU',
  employerId: null,
  employerName: null,
  npp: null,
  kpj: row.kpj,
  startedOn: row.selfEmployedSince ?? row.registeredOn,
  endedOn: null,
  recordedOn: row.recordedOn,
  endRecordedOn: null,
  leavingReason: null,
  confirmed: row.registeredLateBy.length === 0,
  programmes: ['JKK', 'JKM'],
});

/** Every part that is given must hold. */
export class MemberListQuery extends shape(
  {
    on: asked.day({ optional: true, description: 'Who works there on this day' }),
    unreported: asked.month({
      optional: true,
      example: '2026-10',
      description: 'Worked there in this month, and no wage was reported for it',
    }),
    confirmed: asked.yesNo({
      optional: true,
      fromText: true,
      description: 'false: what was entered late and waits for a second person',
    }),
  },
  PastPageQuery,
) {}

/** Each under whom they go on, where they were merged. */
const membersOf = (tables: Tables, employerId: string) =>
  tables
    .selectFrom('memberships')
    .leftJoin('aliases', 'aliases.id', 'memberships.participantId')
    .innerJoin('participants', (join) =>
      join.on(sql<SqlBool>`participants.participant_id
          = coalesce(aliases.goes_on_as, memberships.participant_id)`),
    )
    .selectAll('memberships')
    .select(['participants.name', 'participants.nikMasked', 'participants.diedOn'])
    .where('employerId', '=', employerId);

/** The wage earners of an employer, who came first comes first. */
export const ListMembers = query(
  'ListMembers',
  participantReadModel,
  (filter: MemberListQuery & { employerId: string }, tables): Promise<Page<MemberItem>> => {
    const { employerId, on, unreported, confirmed } = filter;
    let rows = membersOf(tables, employerId);
    if (on !== undefined) {
      rows = rows
        .where('startedOn', '<=', on)
        .where(sql<SqlBool>`coalesce(ended_on >= ${on}, true) and coalesce(died_on >= ${on}, true)`);
    }
    if (unreported !== undefined) {
      rows = rows.where(sql<SqlBool>`started_on <= ${lastDayOf(unreported)}
        and coalesce(ended_on >= ${firstDayOf(unreported)}, true)
        and coalesce(died_on >= ${firstDayOf(unreported)}, true)`);
      rows = rows.where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom('wageMonths')
              .select('wageMonths.period')
              .whereRef('wageMonths.membershipId', '=', 'memberships.membershipId')
              .where('wageMonths.period', '=', unreported)
              .where(sql<SqlBool>`wage_months.wage_idr > 0`),
          ),
        ),
      );
    }
    if (confirmed !== undefined) {
      const isLate = sql<SqlBool>`jsonb_path_exists(known, '$.spells[*].*.backDatedBy')`;
      rows = rows.where(isLate, '=', !confirmed);
    }
    return orderedPage(rows, BY_FIRST_DAY, filter, (row) => ({
      ...shownOf(MemberItem, row),
      actions: `/memberships/${row.membershipId}/actions`,
      confirmed: isConfirmed(row.known),
    }));
  },
);
