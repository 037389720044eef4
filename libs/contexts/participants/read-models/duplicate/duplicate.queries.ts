import type { TablesIn } from '#followers';
import { type Page, PageQuery, asked, orderedPage, shape, shownOf } from '#http';
import type { LocalDate } from '#kernel';
import { type SqlBool, sql } from '#postgres';
import { query } from '#runtime';
import { DUPLICATE_REASONS, type DuplicateReason } from '../../domain/duplicate-keys.js';
import { type DuplicateGroup, DuplicateItem } from './duplicate.answers.js';
import { BY_SUSPICION, duplicateReadModel } from './duplicate.read-model.js';

export class DuplicateListQuery extends shape(
  {
    reason: asked.code(DUPLICATE_REASONS, { optional: true }),
    branch: asked.paperNumber({ max: 20, optional: true, description: 'Of one of them at least' }),
    participantId: asked.uuid({ optional: true, description: 'Who else may be this participant' }),
  },
  PageQuery,
) {}

/** The longest suspected first. */
export const ListDuplicates = query(
  'ListDuplicates',
  duplicateReadModel,
  async (
    { reason, branch, participantId, limit, cursor }: DuplicateListQuery,
    tables,
  ): Promise<Page<DuplicateGroup>> => {
    let rows = tables
      .selectFrom('groups')
      .select(['groups.reason', 'groups.members', 'groups.suspectedOn', 'groups.suspectedAt'])
      .where(sql<SqlBool>`coalesce(groups.suspected_at, '0') > 0`);
    if (reason !== undefined) rows = rows.where('groups.reason', '=', reason);
    if (participantId !== undefined)
      rows = rows.where(sql<SqlBool>`groups.members @> ${JSON.stringify([participantId])}::jsonb`);
    if (branch !== undefined)
      rows = rows.where(sql<SqlBool>`exists (
      select from ${sql.table('people')} as one
      where groups.members ? one.participant_id::text and one.branch = ${branch})`);
    const { items, nextCursor } = await orderedPage(rows, BY_SUSPICION, { limit, cursor }, (row) => row);
    const members = await peopleOf(
      tables,
      items.flatMap((group) => group.members),
    );
    return { items: items.map((group) => shownWith(members, group)), nextCursor };
  },
);

interface Suspected {
  readonly reason: DuplicateReason;
  readonly suspectedOn: LocalDate | null;
  readonly members: readonly string[];
}

function shownWith(
  people: ReadonlyMap<string, DuplicateItem>,
  { reason, suspectedOn, members }: Suspected,
): DuplicateGroup {
  if (suspectedOn === null) throw new Error('Nobody is suspected since no day');
  return { reason, suspectedOn, participants: members.flatMap((id) => people.get(id) ?? []) };
}

async function peopleOf(
  tables: TablesIn<typeof duplicateReadModel>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DuplicateItem>> {
  if (ids.length === 0) return new Map();
  const rows = await tables.selectFrom('people').selectAll().where('participantId', 'in', ids).execute();
  return new Map(rows.map((row) => [row.participantId, shownOf(DuplicateItem, row)]));
}
