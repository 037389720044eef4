import { type Page, PastPageQuery, asked, orderedPage, shape, shownOf } from '#http';
import { query } from '#runtime';
import { CorrectionItem } from './correction.answers.js';
import { BY_REQUEST, CORRECTION_STATUSES, type CorrectionRow } from './corrections.table.js';
import { participantReadModel } from './participant.read-model.js';

export class CorrectionListQuery extends shape(
  {
    status: asked.code(CORRECTION_STATUSES, {
      optional: true,
      description: 'REQUESTED waits for a second person',
    }),
  },
  PastPageQuery,
) {}

/** A payment that is taken back is decided on beside the other payments. */
export const toCorrection = (row: CorrectionRow): CorrectionItem => ({
  ...shownOf(CorrectionItem, row),
  actions: `/participants/${row.participantId}/${row.subjects.includes('CONTRIBUTION') ? 'contributions/reversals' : 'corrections'}/${row.correctionId}/actions`,
});

/** The longest asked for first. */
export const ListCorrections = query(
  'ListCorrections',
  participantReadModel,
  ({ status, limit, cursor }: CorrectionListQuery, tables): Promise<Page<CorrectionItem>> => {
    let rows = tables.selectFrom('corrections').selectAll();
    if (status) rows = rows.where('status', '=', status);
    return orderedPage(rows, BY_REQUEST, { limit, cursor }, toCorrection);
  },
);
