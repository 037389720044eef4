import type { RecordedEvent } from '#event-store';
import { category, change, newRow, put, readModel } from '#followers';
import { opened } from '#kernel';
import { type Row, day, index, integer, json, ordering, table, text, uuid, yesNo } from '#postgres';
import type {
  Complainant,
  ComplaintEvent,
  ComplaintSubject,
  ComplaintTopic,
} from '../../domain/complaint.events.js';
import type { ComplaintSituation } from '../../domain/complaint.js';
import type { ComplaintStep } from './complaint.answers.js';

export const complaints = table(
  'complaints',
  {
    complaintId: uuid().key(),
    participantId: uuid(),
    subject: text<ComplaintSubject>(),
    subjectId: uuid().nullable(),
    topic: text<ComplaintTopic>(),
    complainant: text<Complainant>(),
    office: text(),
    status: text<ComplaintSituation>(),
    escalated: yesNo(),
    receivedOn: day(),
    /** Until when it is answered, replied to or mediated; null once it is closed. */
    dueOn: day().nullable(),
    closedOn: day().nullable(),
    /** By whom and how, in words where they are known still; the oldest first. */
    steps: json<readonly ComplaintStep[]>(),
    revision: integer(),
  },
  {
    indexes: [
      index('complaints_by_receipt', ['receivedOn', 'complaintId']),
      index('complaints_by_status', ['status', 'receivedOn', 'complaintId']),
      index('complaints_by_subject', ['subjectId', 'receivedOn', 'complaintId']),
      index('complaints_by_participant', ['participantId', 'receivedOn', 'complaintId']),
    ],
  },
);

export type ComplaintRow = Row<typeof complaints>;

/** The oldest first. */
export const BY_RECEIPT = ordering(complaints, ['receivedOn', 'complaintId']);

/** A complaint moves on, by a step that somebody takes. */
const moved = (
  { data: { complaintId, effectiveOn }, type, revision }: RecordedEvent<ComplaintEvent>,
  by: string,
  said: Partial<Pick<ComplaintStep, 'how' | 'words' | 'shownBy'>>,
  to: Partial<ComplaintRow>,
) =>
  change(complaints, complaintId, (row) => ({
    ...row,
    ...to,
    revision: Number(revision),
    steps: [
      ...row.steps,
      { what: type, on: effectiveOn, by, how: null, words: null, shownBy: null, ...said },
    ],
  }));

/** Where every complaint stands, and what was said. */
export const complaintReadModel = readModel({
  name: 'complaint',
  version: 1,
  own: [category<ComplaintEvent>('complaint')],
  tables: { complaints },
  on: {
    ComplaintReceived: ({ data, revision, type }) => {
      const { words = null, letter: shownBy = null } = opened(data.person) ?? {};
      return [
        put(complaints, {
          ...newRow(complaints, data),
          status: 'RECEIVED' as const,
          escalated: false,
          receivedOn: data.effectiveOn,
          dueOn: data.answerBy,
          steps: [{ what: type, on: data.effectiveOn, by: data.recorderId, how: null, words, shownBy }],
          revision: Number(revision),
        }),
      ];
    },
    ComplaintAnswered: (event) => {
      const { answererId, answer: how, replyBy: dueOn, person } = event.data;
      const words = (person && opened(person)?.words) ?? null;
      return [moved(event, answererId, { how, words }, { status: 'ANSWERED', dueOn })];
    },
    ComplaintEscalated: (event) => {
      const { escalatorId, answerBy: dueOn, person } = event.data;
      const words = (person && opened(person)?.words) ?? null;
      return [moved(event, escalatorId, { words }, { status: 'RECEIVED', escalated: true, dueOn })];
    },
    MediationBegun: (event) => {
      const { mediatorId, endBy: dueOn } = event.data;
      return [moved(event, mediatorId, {}, { status: 'IN_MEDIATION', dueOn })];
    },
    MediationEnded: (event) => {
      const { mediatorId, result: how, effectiveOn: closedOn, person } = event.data;
      const { words = null, minutes: shownBy = null } = (person && opened(person)) || {};
      return [moved(event, mediatorId, { how, words, shownBy }, { status: 'CLOSED', dueOn: null, closedOn })];
    },
    ComplaintClosed: (event) => {
      const { closerId, reason: how, effectiveOn: closedOn } = event.data;
      return [moved(event, closerId, { how }, { status: 'CLOSED', dueOn: null, closedOn })];
    },
  },
});
