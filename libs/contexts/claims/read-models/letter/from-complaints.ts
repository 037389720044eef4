import type { ComplaintEvent } from '#contexts/complaints/facts';
import type { RecordedEvent } from '#event-store';
import { type Change, append, put, via } from '#followers';
import { type EventOf, opened } from '#kernel';
import type { ComplaintLetter, LetterSubject } from './letter-contents.js';
import { complaints, letters, names } from './letter.tables.js';
import { letter } from './new-letter.js';

type OfComplaint<Type extends ComplaintEvent['type']> = RecordedEvent<EventOf<ComplaintEvent, Type>>;

/** A letter about a complaint. The words of whoever complains, or answers, may tell of health. */
const aboutComplaint = (event: RecordedEvent<ComplaintEvent>, contents: ComplaintLetter): Change =>
  append(
    letters,
    via(complaints, event.data.complaintId, ({ subject }) =>
      letter(event, subject, contents, { tellsOfHealth: true }),
    ),
  );

/** What whoever complained is told, step by step. */
export const fromComplaints = {
  ComplaintReceived: (event: OfComplaint<'ComplaintReceived'>) => {
    const { complaintId, participantId, complainant, office, topic, answerBy, effectiveOn } = event.data;
    const subjectOf = (name: string | null): LetterSubject => ({
      participantId,
      participantName: name,
      addressee: name,
      claimId: null,
      accidentId: null,
      programme: null,
      eventDate: effectiveOn,
      office,
      complaint: { complaintId, complainant },
    });
    const said = opened(event.data.person)?.words ?? null;
    const contents = {
      kind: 'COMPLAINT_RECEIPT',
      topic,
      about: event.data.subject,
      answerBy,
      said,
    } as const;
    return [
      put(
        complaints,
        via(names, participantId, ({ name }) => ({ complaintId, subject: subjectOf(name) })),
      ),
      append(
        letters,
        via(names, participantId, ({ name }) =>
          letter(event, subjectOf(name), contents, { tellsOfHealth: true }),
        ),
      ),
    ];
  },
  ComplaintAnswered: (event: OfComplaint<'ComplaintAnswered'>) => {
    const { answer, replyBy, person } = event.data;
    const said = (person && opened(person)?.words) ?? null;
    return [aboutComplaint(event, { kind: 'COMPLAINT_ANSWER', answer, replyBy, said })];
  },
  ComplaintEscalated: (event: OfComplaint<'ComplaintEscalated'>) => [
    aboutComplaint(event, { kind: 'COMPLAINT_ESCALATED', answerBy: event.data.answerBy }),
  ],
  MediationBegun: (event: OfComplaint<'MediationBegun'>) => [
    aboutComplaint(event, { kind: 'MEDIATION_INVITATION', endBy: event.data.endBy }),
  ],
  MediationEnded: (event: OfComplaint<'MediationEnded'>) => {
    const { result, claimId, person } = event.data;
    const { words: said = null, minutes = null } = (person && opened(person)) ?? {};
    const isClaimOpen = claimId !== undefined;
    return [aboutComplaint(event, { kind: 'MEDIATION_RECORD', result, said, minutes, isClaimOpen })];
  },
};
