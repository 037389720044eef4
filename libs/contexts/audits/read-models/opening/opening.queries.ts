import { type Page, PastPageQuery, asked, orderedPage, shape, shownOf } from '#http';
import type { Sight } from '#kernel';
import { query } from '#runtime';
import { OpeningItem } from './opening.answers.js';
import { BY_TIME, openingReadModel } from './opening.read-model.js';

export class OpeningListQuery extends shape(
  {
    participantId: asked.uuid({ optional: true, description: 'Whose sealed data was opened' }),
    openerId: asked.text({ optional: true, max: 200, description: 'By whom: subject of the token' }),
  },
  PastPageQuery,
) {}

/** The last opened comes first. */
export const ListOpenings = query(
  'ListOpenings',
  openingReadModel,
  async (filter: OpeningListQuery & { sight: Sight }, tables): Promise<Page<OpeningItem>> => {
    const { participantId, openerId, limit, cursor } = filter;
    let rows = tables.selectFrom('openings').selectAll();
    if (participantId) rows = rows.where('participantId', '=', participantId);
    if (openerId) rows = rows.where('openerId', '=', openerId);
    return orderedPage(rows, BY_TIME, { limit, cursor, direction: 'desc' }, (row) =>
      shownOf(OpeningItem, row),
    );
  },
);
