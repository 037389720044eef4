import { letterIdOf } from '#contexts/claims/facts';
import { type NoteNoticeInput, type NoticeSubject, noticeIdOf } from '#contexts/notices/facts';
import type { Caused, Process } from '#kernel';
import type {
  ComplaintAnswered,
  ComplaintEscalated,
  ComplaintReceived,
  MediationBegun,
  MediationEnded,
} from '../domain/complaint.events.js';

type Written = ComplaintReceived | ComplaintAnswered | ComplaintEscalated | MediationBegun | MediationEnded;

/** The participant whose complaint it is is told when there is a letter about it. */
export const complaintLetters: Process<Written, { readonly NoteNotice: NoteNoticeInput }> = {
  name: 'complaint-letters',
  version: 1,
  categories: ['complaint'],
  on: {
    ComplaintReceived: noticeOf('COMPLAINT_RECEIPT'),
    ComplaintAnswered: noticeOf('COMPLAINT_ANSWER'),
    ComplaintEscalated: noticeOf('COMPLAINT_ESCALATED'),
    MediationBegun: noticeOf('MEDIATION_INVITATION'),
    MediationEnded: noticeOf('MEDIATION_RECORD'),
  },
};

function noticeOf(subject: NoticeSubject) {
  return ({ id, data: { complaintId, participantId, effectiveOn: dueOn } }: Caused<Written>) => {
    const input = {
      noticeId: noticeIdOf(id),
      participantId,
      letterId: letterIdOf(id),
      subject,
      dueOn,
    };
    return [{ key: complaintId, command: 'NoteNotice' as const, input }];
  };
}
