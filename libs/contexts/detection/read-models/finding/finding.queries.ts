import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type TablesIn, logIndexOf, tablesOf } from '#followers';
import { type Page, PastPageQuery, asked, orderedPage, shape, shownOf } from '#http';
import { Rejection } from '#kernel';
import { type Database, sql } from '#postgres';
import { DATABASE, ReadModels, ReadQuery, lookBackNow, query } from '#runtime';
import { DETECTION_RULES, type Explanation, type RuleId } from '../../domain/finding.events.js';
import { FINDING_SITUATIONS } from '../../domain/finding.js';
import { findingRefusals } from '../../domain/refusals.js';
import { standingOf } from '../../domain/rules/index.js';
import { RULE_WORDS, reasonOf } from '../../domain/rules/words.js';
import { FindingDetail, type FindingProof, FindingSummary, type RuleItem } from './finding.answers.js';
import { BY_OPENING, type FindingRow, findingReadModel } from './finding.read-model.js';

export class FindingListQuery extends shape(
  {
    rule: asked.code(DETECTION_RULES, { optional: true }),
    state: asked.code(FINDING_SITUATIONS, { optional: true }),
    subjectId: asked.text({
      optional: true,
      max: 200,
      description: 'About this person, claim, accident, facility, payment, right, sponsor or officer',
    }),
  },
  PastPageQuery,
) {}

const inWords = (row: FindingRow) => ({ title: RULE_WORDS[row.rule].title, reason: reasonOf(row) });

/** The oldest first. */
export const ListFindings = query(
  'ListFindings',
  findingReadModel,
  ({ rule, state, subjectId, limit, cursor }: FindingListQuery, tables): Promise<Page<FindingSummary>> => {
    let rows = tables.selectFrom('findings').selectAll();
    if (rule) rows = rows.where('rule', '=', rule);
    if (state) rows = rows.where('state', '=', state);
    if (subjectId) {
      const theirs = tables.selectFrom('about').select('findingId').where('subjectId', '=', subjectId);
      rows = rows.where('findingId', 'in', theirs);
    }
    return orderedPage(rows, BY_OPENING, { limit, cursor }, (row) => ({
      ...shownOf(FindingSummary, row),
      ...inWords(row),
    }));
  },
);

/** Where every event of the log stands. */
const LOG = logIndexOf([]);

/** One finding, with what became of it and the events that prove it. */
export class GetFinding extends ReadQuery<{ readonly findingId: string }, FindingDetail> {}

/** Also asks the index of the log which events prove the finding. */
@QueryHandler(GetFinding)
export class GetFindingHandler implements IQueryHandler<GetFinding> {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** @throws Rejection `FINDING_NOT_FOUND` */
  async execute({ asked: { findingId, after } }: GetFinding): Promise<FindingDetail> {
    const tables = await this.readModels.of(findingReadModel, after);
    const row = await tables
      .selectFrom('findings')
      .selectAll()
      .where('findingId', '=', findingId)
      .executeTakeFirst();
    if (!row) throw new Rejection(findingRefusals.FINDING_NOT_FOUND());
    return {
      ...shownOf(FindingDetail, row),
      ...inWords(row),
      events: await this.eventsAt(row.proof, after),
      actions: `/findings/${findingId}/actions`,
    };
  }

  private async eventsAt(places: readonly string[], after?: bigint): Promise<readonly FindingProof[]> {
    // What stood in the log stands there still: no view of the past has an index of its own.
    const log = lookBackNow() ? tablesOf(this.database, LOG) : await this.readModels.of(LOG, after);
    const found = await log
      .selectFrom('events')
      .select(['position', 'eventId', 'streamId', 'type', 'recordedAt'])
      .where('position', 'in', [...places])
      .orderBy('position')
      .execute();
    return found.map(({ streamId: stream, ...event }) => ({ ...event, stream }));
  }
}

/** So many hits tell whether a rule is any good. */
const HITS_TO_JUDGE = 50;

type Tables = TablesIn<typeof findingReadModel>;

const countedByRule = (tables: Tables) =>
  tables
    .selectFrom('findings')
    .select(({ fn }) => [
      'rule',
      fn.countAll<string>().as('hits'),
      sql<string>`count(*) filter (where state = 'CONFIRMED')`.as('confirmed'),
      sql<string>`count(*) filter (where state = 'EXPLAINED')`.as('explained'),
      sql<
        number | null
      >`percentile_cont(0.5) within group (order by closed_on::date - opened_on::date) filter (where closed_on is not null)`.as(
        'median',
      ),
    ])
    .groupBy('rule')
    .execute();

const explainedByRule = (tables: Tables) =>
  tables
    .selectFrom('findings')
    .select(({ fn }) => ['rule', 'because', fn.countAll<string>().as('count')])
    .where('because', 'is not', null)
    .groupBy(['rule', 'because'])
    .orderBy('because')
    .execute();

/** Every rule, also those that wait, with what came of it. */
export const ListRules = query(
  'ListRules',
  findingReadModel,
  async (_asked: object, tables): Promise<readonly RuleItem[]> => {
    const counted = await countedByRule(tables);
    const because = await explainedByRule(tables);
    return DETECTION_RULES.map((rule) => {
      const one = counted.find((row) => row.rule === rule);
      const hits = Number(one?.hits ?? 0);
      const confirmed = Number(one?.confirmed ?? 0);
      const explained = Number(one?.explained ?? 0);
      return {
        ...ruleOf(rule),
        hits,
        confirmed,
        explained,
        open: hits - confirmed - explained,
        explanations: because
          .filter((row) => row.rule === rule)
          .map((row) => ({ because: row.because as Explanation, count: Number(row.count) })),
        medianDaysToClose: one?.median ?? null,
        toBeReviewed: hits > HITS_TO_JUDGE && confirmed * 10 < hits,
      };
    });
  },
);

function ruleOf(rule: RuleId) {
  const { title, waitsFor } = RULE_WORDS[rule];
  return { rule, title, standing: standingOf(rule), waitsFor: waitsFor ?? null };
}
