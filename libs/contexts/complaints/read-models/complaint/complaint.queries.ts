import { type Page, PastPageQuery, asked, orderedPage, shape, shownOf } from '#http';
import { Rejection } from '#kernel';
import { query } from '#runtime';
import { COMPLAINT_SUBJECTS } from '../../domain/complaint.events.js';
import { COMPLAINT_SITUATIONS } from '../../domain/complaint.js';
import { complaintRefusals } from '../../domain/refusals.js';
import { ComplaintDetail, ComplaintSummary } from './complaint.answers.js';
import { BY_RECEIPT, complaintReadModel } from './complaint.read-model.js';

export class ComplaintListQuery extends shape(
  {
    status: asked.code(COMPLAINT_SITUATIONS, { optional: true }),
    subject: asked.code(COMPLAINT_SUBJECTS, { optional: true }),
    subjectId: asked.uuid({
      optional: true,
      description: 'About this claim, accident, facility or employer',
    }),
    participantId: asked.uuid({ optional: true }),
  },
  PastPageQuery,
) {}

/** The oldest first. */
export const ListComplaints = query(
  'ListComplaints',
  complaintReadModel,
  (
    { status, subject, subjectId, participantId, limit, cursor }: ComplaintListQuery,
    tables,
  ): Promise<Page<ComplaintSummary>> => {
    let rows = tables.selectFrom('complaints').selectAll();
    if (status) rows = rows.where('status', '=', status);
    if (subject) rows = rows.where('subject', '=', subject);
    if (subjectId) rows = rows.where('subjectId', '=', subjectId);
    if (participantId) rows = rows.where('participantId', '=', participantId);
    return orderedPage(rows, BY_RECEIPT, { limit, cursor }, (row) => shownOf(ComplaintSummary, row));
  },
);

export const GetComplaint = query(
  'GetComplaint',
  complaintReadModel,
  async ({ complaintId }: { complaintId: string }, tables): Promise<ComplaintDetail> => {
    const row = await tables
      .selectFrom('complaints')
      .selectAll()
      .where('complaintId', '=', complaintId)
      .executeTakeFirst();
    if (!row) throw new Rejection(complaintRefusals.COMPLAINT_NOT_FOUND());
    return { ...shownOf(ComplaintDetail, row), actions: `/complaints/${complaintId}/actions` };
  },
);
