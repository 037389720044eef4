import type { TablesIn } from '#followers';
import { AfterQuery, type Page, PastPageQuery, asked, orderedPage, shape, shownOf } from '#http';
import { type SqlBool, sql } from '#postgres';
import { query } from '#runtime';
import { participantReadModel } from './participant.read-model.js';
import { RosterItem } from './sponsor.answers.js';
import { agreementOf } from './sponsor.queries.js';
import { BY_MEMBER } from './sponsor.tables.js';

/** What became of somebody in a month. */
export const ROSTER_CHANGES = ['CARRIED', 'JOINED', 'LEFT'] as const;

const part = {
  month: asked.month({ optional: true, example: '2026-10', description: 'Who was carried in this month' }),
  change: asked.code(ROSTER_CHANGES, {
    optional: true,
    description: 'Of the month: everybody, whose first one it was, or whose last one',
  }),
};

/** The part of the roster that is asked for. */
export class RosterQuery extends shape(part, PastPageQuery) {}

export class RosterFileQuery extends shape(part, AfterQuery) {}

interface OfAgreement {
  readonly sponsorId: string;
  readonly agreementId: string;
}

/** Who is carried under an agreement. Refuses `AGREEMENT_NOT_FOUND`. */
export const ListRoster = query(
  'ListRoster',
  participantReadModel,
  async (filter: RosterQuery & OfAgreement, tables): Promise<Page<RosterItem>> => {
    await agreementOf(tables, filter);
    return orderedPage(membersOf(tables, filter), BY_MEMBER, filter, (row) => shownOf(RosterItem, row));
  },
);

/** The same as a file; its column `participant_id` makes it a list to pay by. Refuses `AGREEMENT_NOT_FOUND`. */
export const GetRosterCsv = query(
  'GetRosterCsv',
  participantReadModel,
  async (filter: RosterFileQuery & OfAgreement, tables): Promise<string> => {
    await agreementOf(tables, filter);
    const rows = await membersOf(tables, filter).orderBy('roster.participantId').execute();
    const lines = rows.map((row) =>
      [
        row.participantId,
        cell(row.nikMasked),
        cell(row.name),
        row.fromMonth,
        row.lastMonth ?? '',
        row.reason ?? '',
      ].join(','),
    );
    return ['participant_id,nik_masked,name,from_month,last_month,reason', ...lines, ''].join('\r\n');
  },
);

function membersOf(
  tables: TablesIn<typeof participantReadModel>,
  { agreementId, month, change = 'CARRIED' }: RosterFileQuery & OfAgreement,
) {
  const rows = tables
    .selectFrom('roster')
    .leftJoin('aliases', 'aliases.id', 'roster.participantId')
    .innerJoin('participants', (join) =>
      join.on(
        sql<SqlBool>`participants.participant_id = coalesce(aliases.goes_on_as, roster.participant_id)`,
      ),
    )
    .selectAll('roster')
    .select(['participants.name', 'participants.nikMasked', 'participants.diedOn'])
    .where('roster.agreementId', '=', agreementId);
  if (month === undefined) return rows;
  if (change === 'JOINED') return rows.where('roster.fromMonth', '=', month);
  if (change === 'LEFT') return rows.where('roster.lastMonth', '=', month);
  return rows
    .where('roster.fromMonth', '<=', month)
    .where(sql<SqlBool>`coalesce(roster.last_month >= ${month}, true)`);
}

/** A name that a spreadsheet would take for a formula is made text. */
const cell = (text: string | null): string => {
  const safe = text === null ? '' : /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};
