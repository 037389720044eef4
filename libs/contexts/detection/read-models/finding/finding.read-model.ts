import type { RecordedEvent } from '#event-store';
import { append, category, changeOf, newRow, put, readModel } from '#followers';
import { type Row, day, index, integer, json, ordering, table, text, uuid } from '#postgres';
import type {
  Consequence,
  Explanation,
  FindingEvent,
  FindingOpened,
  Inquiry,
  RuleId,
} from '../../domain/finding.events.js';
import { type FindingSituation, waitingClaims } from '../../domain/finding.js';

interface Note {
  readonly inquiry: Inquiry;
  readonly reference: string;
  readonly on: string;
  readonly by: string;
}

export const findings = table(
  'findings',
  {
    findingId: uuid().key(),
    rule: text<RuleId>(),
    state: text<FindingSituation>(),
    subjects: json<FindingOpened['data']['subjects']>(),
    measures: json<FindingOpened['data']['measures']>(),
    /** Places in the log. */
    proof: json<readonly string[]>(),
    /** Since when the thresholds hold by which it was found. */
    termsOf: day(),
    openedOn: day(),
    lookBy: day(),
    takerId: text().nullable(),
    closerId: text().nullable(),
    closedOn: day().nullable(),
    because: text<Explanation>().nullable(),
    consequence: text<Consequence>().nullable(),
    reference: text().nullable(),
    notes: json<readonly Note[]>(),
    /** Claims that wait because of it, or did. */
    claimIds: json<readonly string[]>(),
    /** In which look it was found; null in logs of earlier releases. */
    lookId: uuid().nullable(),
    revision: integer(),
  },
  {
    indexes: [
      index('findings_by_day', ['openedOn', 'findingId']),
      index('findings_by_state', ['state', 'openedOn', 'findingId']),
      index('findings_of_look', ['lookId']),
      index('findings_by_rule', ['rule', 'openedOn', 'findingId']),
    ],
  },
);

export type FindingRow = Row<typeof findings>;

/** Which findings are about whom or what. */
export const about = table('about', {
  subjectId: text().key(),
  findingId: uuid().key(),
});

/** The oldest first. */
export const BY_OPENING = ordering(findings, ['openedOn', 'findingId']);

const finding = changeOf(findings, 'findingId');

const closed = (
  event: RecordedEvent<Extract<FindingEvent, { type: 'FindingExplained' | 'FindingConfirmed' }>>,
  columns: Partial<FindingRow>,
) => {
  const { closerId, reference, effectiveOn: closedOn } = event.data;
  return [finding(event, { ...columns, closerId, reference, closedOn })];
};

/** What was found, by which rule, and what became of it. */
export const findingReadModel = readModel({
  name: 'finding',
  version: 2,
  own: [category<FindingEvent>('finding')],
  tables: { findings, about },
  on: {
    FindingOpened: ({ data, revision }) => {
      const ids = new Set(data.subjects.map(({ id }) => id));
      return [
        put(findings, {
          ...newRow(findings, data),
          state: 'OPEN',
          openedOn: data.effectiveOn,
          notes: [],
          claimIds: data.lookId === undefined ? [] : waitingClaims(data.rule, data.subjects),
          revision: Number(revision),
        }),
        ...[...ids].map((subjectId) => append(about, { subjectId, findingId: data.findingId })),
      ];
    },
    FindingExtended: (event) => {
      const { findingId, claimIds: more } = event.data;
      return [
        finding(event, ({ subjects, claimIds }) => ({
          claimIds: [...claimIds, ...more],
          subjects: [
            ...subjects,
            ...more
              .filter((id) => !subjects.some((one) => one.id === id))
              .map((id) => ({ kind: 'CLAIM' as const, id })),
          ],
        })),
        ...more.map((subjectId) => put(about, { subjectId, findingId })),
      ];
    },
    FindingTakenUp: (event) => [finding(event, { state: 'TAKEN_UP', takerId: event.data.takerId })],
    FindingNoted: (event) => {
      const { inquiry, reference, authorId: by, effectiveOn: on } = event.data;
      return [finding(event, ({ notes }) => ({ notes: [...notes, { inquiry, reference, on, by }] }))];
    },
    FindingExplained: (event) => closed(event, { state: 'EXPLAINED', because: event.data.because }),
    FindingConfirmed: (event) => closed(event, { state: 'CONFIRMED', consequence: event.data.consequence }),
  },
});
