import type { AuthorityLevel, Expecting, HandOn, LocalDate, OnlyFor, Turn, WeighedSum } from '#kernel';
import { type Row, day, index, instant, integer, json, rupiah, table, text, uuid, yesNo } from '#postgres';
import type { DeadlineSubject } from '../../domain/deadline.events.js';

/** The steps of all things, each as it is now. */
export const deadlines = table(
  'deadlines',
  {
    deadlineId: uuid().key(),
    kind: text<DeadlineSubject>(),
    subjectId: uuid(),
    slot: text(),
    /** Whose stream tells of it, where it is one of several; null where that is its own. */
    within: uuid().nullable(),
    participantId: uuid().nullable(),
    /** The other participant, where it is about two. */
    otherId: uuid().nullable(),
    /** Where it was taken in; empty where no office is known. */
    office: text(),
    /** What is expected; null where nothing is. */
    step: text().nullable(),
    turn: text<Turn>().nullable(),
    since: day().nullable(),
    /** The last of its days. */
    dueOn: day().nullable(),
    dueAt: instant().nullable(),
    /** The next of its days that was not passed yet; null where there is none. */
    waitsUntil: day().nullable(),
    passed: json<readonly LocalDate[]>(),
    notBy: json<readonly string[]>(),
    /** The office that does not take it. */
    notAt: text().nullable(),
    /** From which level of authority on somebody takes it, and the sums that whoever takes it reaches. */
    level: integer<AuthorityLevel>().nullable(),
    weighed: json<readonly WeighedSum[]>(),
    /** No branch reaches so far: it is also of those above them. */
    isAboveBranches: yesNo(),
    /** Whose it is until a day. */
    onlyById: text().nullable(),
    onlyByUntil: day().nullable(),
    /** The claim that it is or rests on, or the step of the scholarship that tells it. */
    claimId: uuid().nullable(),
    ofScholarship: uuid().nullable(),
    /** Decided where that claim was taken in. */
    atOfficeOfClaim: yesNo(),
    /** It decides the claim itself. */
    decidesClaim: yesNo(),
    /** Whoever has one of these hands does not take it. */
    barring: json<readonly HandOn[]>(),
    /** Whose it is, of the office: subject of a token; null where it is nobody's. */
    ownerId: text().nullable(),
    /** The deadline of another step; as long as that is open nobody is waited for with this one. */
    heldBy: uuid().nullable(),
    /** For whom it is, as the end of that one names them; and where it is expected only once that names these. */
    heldParty: text().nullable(),
    heldOnlyFor: text<OnlyFor>().nullable(),
    /** For whom things go on, now that it is over; null where nobody in particular is named. */
    named: json<readonly string[]>().nullable(),
    /** For whom alone it is open, where it is not for all; and for whom it has ended naming nobody, where it names others. */
    openFor: json<readonly string[]>().nullable(),
    givenUp: json<readonly string[]>().nullable(),
    /** What waits for it waits, whatever is expected here. */
    holds: yesNo(),
    amountIdr: rupiah().nullable(),
    lateIdr: rupiah().nullable(),
    /** The last day that does not cost it, where that is another than the last of its days; and the last that does, where there is one. */
    inTimeUntil: day().nullable(),
    costsUntil: day().nullable(),
    /** What the fold of its steps knows. */
    known: json<Expecting>(),
  },
  {
    indexes: [
      index('deadlines_to_pass', ['waitsUntil', 'deadlineId']),
      index('deadlines_of_turn', ['turn', 'office', ['dueOn', '9999-12-31'], 'deadlineId']),
      index('deadlines_by_day', [['dueOn', '9999-12-31'], 'deadlineId']),
      index('deadlines_by_subject', ['subjectId']),
      index('deadlines_above_branches', ['isAboveBranches', 'turn', ['dueOn', '9999-12-31'], 'deadlineId']),
      index('deadlines_of_owner', ['ownerId', ['dueOn', '9999-12-31'], 'deadlineId']),
    ],
  },
);

export type DeadlineRow = Row<typeof deadlines>;
