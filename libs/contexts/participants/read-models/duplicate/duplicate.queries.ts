import type { TablesIn } from '#followers';
import { type Page, PageQuery, asked, orderedPage, shape, shownOf } from '#http';
import type { LocalDate } from '#kernel';
import { type SqlBool, ordering, position, sql, table, text, uuid } from '#postgres';
import { query } from '#runtime';
import type { EvidenceKind } from '../../domain/correction.events.js';
import {
  type DismissalReason,
  DUPLICATE_REASONS,
  type DuplicateReason,
} from '../../domain/duplicate.events.js';
import { DUPLICATE_STATES, DismissalItem, DuplicateItem, type DuplicatePair } from './duplicate.answers.js';
import { duplicateReadModel } from './duplicate.read-model.js';
import { resemble } from './resembling.js';

/** Not of the past: who resembles whom is told by names, papers and accounts, which are sealed there. */
export class DuplicateListQuery extends shape(
  {
    state: asked.code(DUPLICATE_STATES, {
      optional: true,
      description: 'OPEN unless another one is asked for',
    }),
    reason: asked.code(DUPLICATE_REASONS, { optional: true }),
    branch: asked.paperNumber({ max: 20, optional: true, description: 'Of one of them at least' }),
    participantId: asked.uuid({ optional: true, description: 'Who else may be this participant' }),
  },
  PageQuery,
) {}

type Tables = TablesIn<typeof duplicateReadModel>;

/** No table that is stored: each two of a group. */
const pairs = table('pairs', {
  suspectedAt: position().nullable().key(),
  reason: text<DuplicateReason>().key(),
  participantId: uuid().key(),
  otherId: uuid().key(),
});

/** Whose group was suspected first comes first. */
const BY_SUSPICION = ordering(pairs, [['suspectedAt', '0'], 'reason', 'participantId', 'otherId']);

/** The longest suspected first. */
export const ListDuplicates = query(
  'ListDuplicates',
  duplicateReadModel,
  async (
    { state = 'OPEN', reason, branch, participantId, limit, cursor }: DuplicateListQuery,
    tables,
  ): Promise<Page<DuplicatePair>> => {
    let rows = pairsIn(tables).where(STATE, '=', state);
    if (reason !== undefined) rows = rows.where('groups.reason', '=', reason);
    if (participantId !== undefined)
      rows = rows
        .where(sql<SqlBool>`groups.members @> ${JSON.stringify([{ id: participantId }])}::jsonb`)
        .where(sql<SqlBool>`${participantId}::uuid in (pairs.participant_id, pairs.other_id)`);
    if (branch !== undefined) rows = rows.where(sql<SqlBool>`${branch} in (one.branch, other.branch)`);
    const { items, nextCursor } = await orderedPage(rows, BY_SUSPICION, { limit, cursor }, (row) => row);
    const people = await peopleOf(
      tables,
      items.flatMap((pair) => [pair.participantId, pair.otherId]),
    );
    return { items: items.map((pair) => shownWith(people, pair)), nextCursor };
  },
);

/** Whoever was merged is shown beside the one under whose id they go on, and with nobody else. */
const STATE = sql<(typeof DUPLICATE_STATES)[number] | null>`(case
  when one.merged_into = pairs.other_id or other.merged_into = pairs.participant_id then 'MERGED'
  when one.merged_into is not null or other.merged_into is not null then null
  when dismissals.dismissed_at > pairs.since then 'DISMISSED'
  else 'OPEN' end)`;

/** Names that were corrected since may resemble each other no more. */
const STILL_NEAR = sql<SqlBool>`(groups.reason <> 'NEAR_NAME'
  or (one.birth_key = other.birth_key and ${resemble('one', 'other')}))`;

/** The id of an account stays when the person is erased: nobody is left to be compared. */
const STILL_KNOWN = sql<SqlBool>`(groups.reason <> 'ACCOUNT' or (one.name is not null and other.name is not null))`;

function pairsIn(tables: Tables) {
  return tables
    .selectFrom('groups')
    .innerJoinLateral(EACH_TWO.as('pairs'), (join) => join.onTrue())
    .innerJoin('people as one', 'one.participantId', 'pairs.participantId')
    .innerJoin('people as other', 'other.participantId', 'pairs.otherId')
    .leftJoin('dismissals', (join) =>
      join
        .onRef('dismissals.participantId', '=', 'pairs.participantId')
        .onRef('dismissals.otherId', '=', 'pairs.otherId')
        .onRef('dismissals.reason', '=', 'pairs.reason'),
    )
    .select([
      'pairs.suspectedAt',
      'pairs.reason',
      'pairs.participantId',
      'pairs.otherId',
      'pairs.suspectedOn',
      'dismissals.because',
      'dismissals.evidence',
      'dismissals.evidenceNumber',
      'dismissals.deciderId',
      'dismissals.dismissedOn',
      STATE.as('state'),
    ])
    .where(sql<SqlBool>`coalesce(groups.suspected_at, '0') > 0`)
    .where(STILL_NEAR)
    .where(STILL_KNOWN);
}

/** Each two of whom nobody has said that they are two, for one thing that they have in common. */
export const openPairs = (tables: Tables) => pairsIn(tables).where(STATE, '=', 'OPEN');

interface EachTwo {
  readonly suspectedAt: string | null;
  readonly reason: DuplicateReason;
  readonly participantId: string;
  readonly otherId: string;
  readonly suspectedOn: LocalDate;
}

/** They are suspected since the second of them has it in common. */
const EACH_TWO = sql<EachTwo>`(
  select groups.suspected_at, groups.reason, first.id as participant_id, second.id as other_id,
    greatest(first.since, second.since) as since, greatest(first."on", second."on") as suspected_on
  from jsonb_to_recordset(groups.members) as first (id uuid, since bigint, "on" text),
    jsonb_to_recordset(groups.members) as second (id uuid, since bigint, "on" text)
  where first.id < second.id)`;

type Listed = EachTwo & {
  readonly state: DuplicatePair['state'] | null;
  readonly because: DismissalReason | null;
  readonly evidence: EvidenceKind | null;
  readonly evidenceNumber: string | null;
  readonly deciderId: string | null;
  readonly dismissedOn: LocalDate | null;
};

function shownWith(
  people: ReadonlyMap<string, DuplicateItem>,
  { reason, state, suspectedOn, participantId, otherId, ...dismissed }: Listed,
): DuplicatePair {
  if (state === null) throw new Error('A pair without a state is in no list');
  const { because, deciderId, dismissedOn } = dismissed;
  const isDismissed = state === 'DISMISSED' && because !== null && deciderId !== null && dismissedOn !== null;
  return {
    reason,
    state,
    suspectedOn,
    dismissal: isDismissed ? { ...shownOf(DismissalItem, dismissed), because, deciderId, dismissedOn } : null,
    participants: [participantId, otherId].flatMap((id) => people.get(id) ?? []),
  };
}

async function peopleOf(tables: Tables, ids: readonly string[]): Promise<ReadonlyMap<string, DuplicateItem>> {
  if (ids.length === 0) return new Map();
  const rows = await tables.selectFrom('people').selectAll().where('participantId', 'in', ids).execute();
  return new Map(rows.map((row) => [row.participantId, shownOf(DuplicateItem, row)]));
}
