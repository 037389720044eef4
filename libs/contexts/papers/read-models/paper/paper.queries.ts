import { type Page, PastPageQuery, asked, orderedPage, requirePersons, shape, shownOf } from '#http';
import type { Sight } from '#kernel';
import { query } from '#runtime';
import { PaperItem } from './paper.answers.js';
import { BY_DAY, paperReadModel } from './paper.read-model.js';

/** Papers are always somebody's. */
export class PaperListQuery extends shape(
  { participantId: asked.uuid({ description: 'Whose papers' }) },
  PastPageQuery,
) {}

/** A PLKK is told of the papers that it handed in itself. */
export const ListPapers = query(
  'ListPapers',
  paperReadModel,
  async (filter: PaperListQuery & { sight: Sight }, tables): Promise<Page<PaperItem>> => {
    const { participantId, sight, limit, cursor } = filter;
    requirePersons(sight, participantId);
    let rows = tables.selectFrom('papers').selectAll().where('participantId', '=', participantId);
    if (sight.facilityId !== undefined) rows = rows.where('facilityId', '=', sight.facilityId);
    return orderedPage(rows, BY_DAY, { limit, cursor, direction: 'asc' }, (row) => ({
      ...shownOf(PaperItem, row),
      actions: `/papers/${row.paperId}/actions`,
    }));
  },
);
