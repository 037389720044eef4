import { letterIdOf } from '#contexts/claims/facts';
import type {
  ClaimApproved,
  ClaimDenied,
  ClaimHeld,
  DifferenceApproved,
  DocumentsRequested,
  InterimApproved,
  ObjectionAnswered,
} from '#contexts/claims/facts';
import type { Caused, Process } from '#kernel';
import type { NoteNoticeInput } from '../domain/attempts.js';
import { noticeIdOf } from '../domain/notice-id.js';
import type { NoticeSubject } from '../domain/notice.events.js';

type Written =
  | DocumentsRequested
  | ClaimHeld
  | ClaimApproved
  | DifferenceApproved
  | InterimApproved
  | ClaimDenied
  | ObjectionAnswered;

/** Whoever claims is told when there is a letter for them. */
export const lettersDue: Process<Written, { readonly NoteNotice: NoteNoticeInput }> = {
  name: 'letters-due',
  version: 1,
  categories: ['claim'],
  on: {
    DocumentsRequested: noticeOf('PAPERS_REQUEST'),
    ClaimHeld: noticeOf('HOLD'),
    ClaimApproved: noticeOf('APPROVAL'),
    DifferenceApproved: noticeOf('DIFFERENCE'),
    InterimApproved: noticeOf('INTERIM'),
    ClaimDenied: noticeOf('DENIAL'),
    ObjectionAnswered: noticeOf('OBJECTION_ANSWER'),
  },
};

function noticeOf(subject: NoticeSubject) {
  return ({ id, data: { claimId, participantId, effectiveOn: dueOn } }: Caused<Written>) => {
    const input = {
      noticeId: noticeIdOf(id),
      participantId,
      claimId,
      letterId: letterIdOf(id),
      subject,
      dueOn,
    };
    return [{ key: claimId, command: 'NoteNotice' as const, input }];
  };
}
