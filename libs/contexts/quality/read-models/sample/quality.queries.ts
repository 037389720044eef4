import { PastQuery, type Page, PastPageQuery, asked, orderedPage, shape, shownOf } from '#http';
import { Rejection } from '#kernel';
import { type SqlBool, sql } from '#postgres';
import { query } from '#runtime';
import { stratumOf } from '../../domain/draw.js';
import { errorRate } from '../../domain/error-rate.js';
import { qualityRefusals } from '../../domain/refusals.js';
import { REVIEW_RESULTS, STRATA, type SubjectKind } from '../../domain/sample.events.js';
import { DecisionItem, type PartRate, SampleMonth, SampledDecision } from './quality.answers.js';
import { sampleReadModel } from './sample.read-model.js';
import { BY_DECISION, BY_MONTH, type SampleRow } from './sample.tables.js';
import { IS_WRONG, decisionOf } from './stored-decisions.js';

const COUNTS = [
  sql<string>`count(*)`.as('drawn'),
  sql<string>`count(result)`.as('reviewed'),
  sql<string>`count(*) filter (where ${IS_WRONG})`.as('wrong'),
] as const;

interface Counted {
  readonly reviewed: string;
  readonly wrong: string;
}

function rateOf({ reviewed, wrong }: Counted = { reviewed: '0', wrong: '0' }) {
  const counted = { reviewed: Number(reviewed), wrong: Number(wrong) };
  return { ...counted, percent: null, lowPercent: null, highPercent: null, ...errorRate(counted) };
}

/** Month by month, with the error rate of each. */
export const ListMonths = query(
  'ListMonths',
  sampleReadModel,
  async (_asked: object, tables): Promise<readonly SampleMonth[]> => {
    const rows = await tables.selectFrom('months').selectAll().orderBy('month', 'desc').execute();
    const counts = await tables
      .selectFrom('samples')
      .select(['month', ...COUNTS])
      .groupBy('month')
      .execute();
    return rows.map((row) => ({
      ...shownOf(SampleMonth, row),
      seed: row.drawnOn === null ? null : row.seed,
      ...rateOf(counts.find(({ month }) => month === row.month)),
    }));
  },
);

const PARTS = ['OFFICE', 'STRATUM'] as const;

export class ErrorRateQuery extends shape(
  {
    by: asked.code(PARTS, { description: 'OFFICE: where it was decided; STRATUM: by kind and amount' }),
    from: asked.month({ optional: true, description: 'The first month' }),
    until: asked.month({ optional: true, description: 'The last month' }),
  },
  PastQuery,
) {}

/** The same by office or by kind of decision; nobody is ranked. */
export const ListErrorRates = query(
  'ListErrorRates',
  sampleReadModel,
  async ({ by, from, until }: ErrorRateQuery, tables): Promise<readonly PartRate[]> => {
    const part = by === 'OFFICE' ? 'office' : 'stratum';
    let rows = tables.selectFrom('samples').select([part, ...COUNTS]);
    if (from) rows = rows.where('month', '>=', from);
    if (until) rows = rows.where('month', '<=', until);
    const found = await rows.groupBy(part).orderBy(part).execute();
    return found.map((row) => ({ part: row[part], drawn: Number(row.drawn), ...rateOf(row) }));
  },
);

export class SampleListQuery extends shape(
  {
    month: asked.month({ optional: true }),
    office: asked.text({ optional: true, max: 60, description: 'Where it was decided' }),
    stratum: asked.code(STRATA, { optional: true }),
    result: asked.code(REVIEW_RESULTS, { optional: true }),
    reviewed: asked.yesNo({ optional: true, fromText: true }),
    claimId: asked.uuid({ optional: true }),
  },
  PastPageQuery,
) {}

/** What a decision is about: the claim, or what is of it. */
const subjectShown = ({ claimId, subject }: Pick<SampleRow, 'claimId' | 'subject'>) => ({
  claimId,
  subjectKind: subject?.kind ?? ('CLAIM' as const),
  subjectId: subject?.id ?? claimId ?? '',
  accidentId: subject?.accidentId ?? null,
});

const isOneOf = (subjects: readonly SubjectKind[]) =>
  sql<SqlBool>`coalesce(subject ->> 'kind', 'CLAIM') = any(${[...subjects]}::text[])`;

const toSample = (row: SampleRow): SampledDecision => ({
  ...shownOf(SampledDecision, row),
  ...subjectShown(row),
  actions: `/quality/samples/${row.sampleId}/actions`,
});

/** What was drawn, month by month. */
export const ListSamples = query(
  'ListSamples',
  sampleReadModel,
  (asking: SampleListQuery, tables): Promise<Page<SampledDecision>> => {
    const { month, office, stratum, result, reviewed, claimId } = asking;
    let rows = tables.selectFrom('samples').selectAll();
    if (month) rows = rows.where('month', '=', month);
    if (office) rows = rows.where('office', '=', office);
    if (stratum) rows = rows.where('stratum', '=', stratum);
    if (result) rows = rows.where('result', '=', result);
    if (reviewed !== undefined) rows = rows.where('result', reviewed ? 'is not' : 'is', null);
    if (claimId) rows = rows.where('claimId', '=', claimId);
    return orderedPage(rows, BY_MONTH, asking, toSample);
  },
);

export const GetSample = query(
  'GetSample',
  sampleReadModel,
  async ({ sampleId }: { sampleId: string }, tables): Promise<SampledDecision> => {
    const rows = tables.selectFrom('samples').selectAll();
    const row = await rows.where('sampleId', '=', sampleId).executeTakeFirst();
    if (!row) throw new Rejection(qualityRefusals.SAMPLE_NOT_FOUND());
    return toSample(row);
  },
);

export class DecisionListQuery extends shape(
  { month: asked.month({ description: 'Of which all decisions are told' }) },
  PastPageQuery,
) {}

/** All decisions of a month: what an auditor draws from again. */
export const ListDecisions = query(
  'ListDecisions',
  sampleReadModel,
  async ({ month, ...asking }: DecisionListQuery, tables): Promise<Page<DecisionItem>> => {
    const drawn = await tables
      .selectFrom('months')
      .select(['position', 'subjects'])
      .where('month', '=', month)
      .executeTakeFirst();
    let rows = tables.selectFrom('decided').selectAll().where('month', '=', month);
    // What is drawn from was fixed with the draw.
    if (drawn?.position) rows = rows.where(sql<SqlBool>`position <= ${drawn.position}::numeric`);
    // Earlier releases drew from claims alone.
    if (drawn?.subjects) rows = rows.where(isOneOf(drawn.subjects));
    const page = await orderedPage(rows, BY_DECISION, asking, (row) => row);
    const ids = page.items.map(({ id }) => id);
    const found =
      ids.length === 0
        ? []
        : await tables.selectFrom('samples').select('decisionId').where('decisionId', 'in', ids).execute();
    const sampled = new Set(found.map(({ decisionId }) => decisionId));
    return {
      ...page,
      items: page.items.map((row) => {
        const one = decisionOf(row);
        const { decisionId, kind, amountIdr, office, deciderId, decidedOn } = one;
        return {
          decisionId,
          kind,
          amountIdr,
          office,
          deciderId,
          decidedOn,
          ...subjectShown(row),
          rule: row.rule,
          againstEngine: row.againstEngine,
          stratum: stratumOf(one),
          drawn: sampled.has(decisionId),
        };
      }),
    };
  },
);
