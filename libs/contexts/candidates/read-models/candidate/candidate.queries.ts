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
import { type SqlBool, sql } from '#postgres';
import { query } from '#runtime';
import { DECLINING_REASONS, LIST_SOURCES } from '../../domain/candidate.events.js';
import { BY_DAY, BY_ID, CANDIDATE_STATUSES, candidateReadModel } from './candidate.read-model.js';

const NULL = { nullable: true } as const;

export class CandidateListItem extends shape({
  candidateListId: shown.uuid(),
  revision: shown.revision(),
  name: shown.text(),
  source: shown.code(LIST_SOURCES),
  reference: shown.text(),
  district: shown.text(),
  branch: shown.text(),
  expectedPersons: shown.number(),
  openedOn: shown.day(),
  found: shown.number({ description: 'All who were found' }),
  registered: shown.number({ description: 'Those of them who are registered since' }),
  declined: shown.number(),
  stillToRegister: shown.number({ description: 'Found or spoken to, and neither registered nor declined' }),
}) {}

export class CandidateListPage extends PageOf(CandidateListItem) {}

export class CandidateItem extends shape({
  actions: actionsAt('/candidates/0b4f…'),
  participantId: shown.uuid({ description: 'The id that they have once they are registered' }),
  revision: shown.revision(),
  candidateListId: shown.uuid(),
  status: shown.code(CANDIDATE_STATUSES),
  district: shown.text(),
  foundOn: shown.day(),
  contactedOn: shown.day(NULL),
  reason: shown.code(DECLINING_REASONS, NULL),
  registeredOn: shown.day(NULL),
  name: shown.text(NULL),
  phone: shown.text(NULL),
  work: shown.text(NULL),
}) {}

export class CandidatePage extends PageOf(CandidateItem) {}

/** Every part that is given must hold. */
export class CandidateQuery extends shape(
  {
    status: asked.code(CANDIDATE_STATUSES, { optional: true }),
    stillToRegister: asked.yesNo({
      optional: true,
      fromText: true,
      description: 'Found or spoken to, and neither registered nor declined',
    }),
  },
  PastPageQuery,
) {}

const STILL_TO_REGISTER = sql<SqlBool>`status in ('FOUND', 'CONTACTED')`;

/** What was opened first comes first. */
export const ListCandidateLists = query(
  'ListCandidateLists',
  candidateReadModel,
  (page: PastPageQuery, tables): Promise<Page<CandidateListItem>> => {
    const counted = tables
      .selectFrom('candidates')
      .select((of) => [
        'candidateListId as ofList',
        of.fn.countAll<number>().as('found'),
        sql<number>`count(*) filter (where status = 'REGISTERED')`.as('registered'),
        sql<number>`count(*) filter (where status = 'DECLINED')`.as('declined'),
      ])
      .groupBy('candidateListId');
    const rows = tables
      .selectFrom('candidateLists')
      .leftJoin(counted.as('counted'), 'counted.ofList', 'candidateLists.candidateListId')
      .selectAll('candidateLists')
      .select(['counted.found', 'counted.registered', 'counted.declined']);
    return orderedPage(rows, BY_DAY, page, (row) => {
      const [found, registered, declined] = [row.found, row.registered, row.declined].map(Number);
      const counts = { found: found ?? 0, registered: registered ?? 0, declined: declined ?? 0 };
      const stillToRegister = counts.found - counts.registered - counts.declined;
      return shownOf(CandidateListItem, { ...row, ...counts, stillToRegister });
    });
  },
);

/** The candidates of a list. */
export const ListCandidates = query(
  'ListCandidates',
  candidateReadModel,
  (filter: CandidateQuery & { candidateListId: string }, tables): Promise<Page<CandidateItem>> => {
    const { candidateListId, status, stillToRegister } = filter;
    let rows = tables.selectFrom('candidates').selectAll().where('candidateListId', '=', candidateListId);
    if (status !== undefined) rows = rows.where('status', '=', status);
    if (stillToRegister !== undefined) rows = rows.where(STILL_TO_REGISTER, '=', stillToRegister);
    return orderedPage(rows, BY_ID, filter, (row) => ({
      ...shownOf(CandidateItem, row),
      actions: `/candidates/${row.participantId}/actions`,
    }));
  },
);
