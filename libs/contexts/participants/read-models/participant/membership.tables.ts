import {
  type Row,
  day,
  index,
  integer,
  json,
  month,
  ordering,
  rupiah as money,
  table,
  text,
  uuid,
} from '#postgres';
import type { RecordedEvent } from '#event-store';
import { type EventOf, dateIn, opened } from '#kernel';
import type { MonthReopened, MonthSettled, WageReported } from '#contexts/dues/facts';
import type { EmployerProgramme } from '#law';
import { type Change, change, fold, newRow, put, remove } from '#followers';
import type {
  BackDatedEntriesConfirmed,
  EmployerClosed,
  EmployerRegistered,
  EmployerReopened,
} from '#contexts/employers/facts';
import { kpjs } from './participant.tables.js';
import type { MembershipEvent } from '../../domain/membership.events.js';
import {
  type Membership,
  type MembershipState,
  knownMembership,
  endOf,
  lastSpell,
  memberships as stream,
} from '../../domain/membership.js';

/** A person with one employer. */
export const memberships = table(
  'memberships',
  {
    membershipId: uuid().key(),
    participantId: uuid(),
    employerId: uuid(),
    /** Number of the card of this membership. */
    kpj: text().nullable(),
    /** As decisions see it: what holds on a day follows from it. */
    known: json<Membership>(),
    /** Of the newest time of work. */
    startedOn: day(),
    endedOn: day().nullable(),
    /** When these two were recorded. */
    recordedOn: day(),
    endRecordedOn: day().nullable(),
    wageIdr: money(),
    programmes: json<readonly EmployerProgramme[]>(),
    revision: integer(),
  },
  {
    indexes: [
      index('memberships_by_participant', ['participantId', 'startedOn']),
      index('memberships_by_employer', ['employerId', 'startedOn', 'membershipId']),
    ],
  },
);

export const BY_FIRST_DAY = ordering(memberships, ['startedOn', 'membershipId']);

/** What a membership shows of its employer. */
export const workplaces = table(
  'workplaces',
  {
    employerId: uuid().key(),
    npp: text(),
    name: text(),
    /** The last day of a closed employer, and who entered it late while nobody has confirmed it. */
    closedOn: day().nullable(),
    closedLateBy: text().nullable(),
    /** The day on which it first paid for anybody. */
    paidFirstOn: day().nullable(),
  },
  { indexes: [index('workplaces_by_npp', ['npp'])] },
);

/** What was reported of a member in a month; the last report counts. */
export const wageMonths = table('wageMonths', {
  membershipId: uuid().key(),
  period: month().key(),
  wageIdr: money(),
  programmes: json<readonly EmployerProgramme[]>(),
  /** Every report that named the member. */
  reportIds: json<readonly string[]>(),
});

/** When the wages of a report were paid for. */
export const settledReports = table('settledReports', {
  reportId: uuid().key(),
  settledOn: day(),
  recordedOn: day(),
});

type Told<Event extends MembershipEvent> = RecordedEvent<EventOf<Event, Event['type']>>;

const columnsOf = (state: MembershipState) => {
  const known = knownMembership(state);
  const last = lastSpell(known);
  return { known, startedOn: last.started.on, endedOn: endOf(last) ?? null };
};

const told = (event: Told<MembershipEvent>): readonly Change[] => [
  change(memberships, event.data.membershipId, (row) => ({
    ...row,
    ...columnsOf(stream.evolve(row.known, event)),
    ...endRecorded(event),
    revision: Number(event.revision),
  })),
];

const endRecorded = ({ type, recordedAt }: Told<MembershipEvent>) =>
  type === 'WorkerLeft' || type === 'TermProlonged'
    ? { endRecordedOn: dateIn(recordedAt) }
    : type === 'WorkerLeaveUndone'
      ? { endRecordedOn: null }
      : {};

const workplace = (
  { data: { employerId } }: { readonly data: { readonly employerId: string } },
  changes: Partial<Row<typeof workplaces>>,
) => change(workplaces, employerId, (row) => ({ ...row, ...changes }));

/** What follows from events of memberships and of their employers. */
export const onMembershipEvents = {
  WorkerJoined: (event: Told<EventOf<MembershipEvent, 'WorkerJoined'>>): readonly Change[] => {
    const { membershipId, participantId, termEndsOn, person } = event.data;
    const kpj = person && opened(person)?.kpj;
    return [
      fold(memberships, membershipId, (row) => ({
        ...newRow(memberships, event.data),
        ...columnsOf(stream.evolve(row?.known ?? stream.initial, event)),
        // Whoever comes back has the card of the first time.
        kpj: kpj ?? row?.kpj ?? null,
        recordedOn: dateIn(event.recordedAt),
        endRecordedOn: termEndsOn === undefined ? null : dateIn(event.recordedAt),
        revision: Number(event.revision),
      })),
      ...(kpj === undefined ? [] : [put(kpjs, { kpj, participantId })]),
    ];
  },
  MemberKpjGivenOut: (event: Told<EventOf<MembershipEvent, 'MemberKpjGivenOut'>>): readonly Change[] => {
    const { membershipId, participantId, person } = event.data;
    const kpj = opened(person)?.kpj;
    return [
      ...told(event),
      change(memberships, membershipId, (row) => ({ ...row, kpj: kpj ?? null })),
      ...(kpj === undefined ? [] : [put(kpjs, { kpj, participantId })]),
    ];
  },
  WorkerLeft: told,
  WorkerLeaveUndone: told,
  TermProlonged: told,
  BackDatedMembershipConfirmed: told,
  // The list is for decisions; here the memberships themselves tell it.
  EmploymentListed: 'passed over' as const,
  WageReported: ({ data }: RecordedEvent<WageReported>): readonly Change[] => {
    const { membershipId, period, wageIdr, programmes, reportId } = data;
    return [
      fold(wageMonths, { membershipId, period }, (row) => ({
        membershipId,
        period,
        wageIdr,
        programmes,
        reportIds: [...(row?.reportIds ?? []), reportId],
      })),
    ];
  },
  MonthSettled: ({ data, recordedAt }: RecordedEvent<MonthSettled>): readonly Change[] => {
    const { employerId, contributionIdr, effectiveOn: settledOn } = data;
    const recordedOn = dateIn(recordedAt);
    return [
      ...data.reportIds.map((reportId) => put(settledReports, { reportId, settledOn, recordedOn })),
      ...(contributionIdr > 0
        ? [
            change(workplaces, employerId, (row) => ({
              ...row,
              paidFirstOn:
                row.paidFirstOn !== null && row.paidFirstOn <= settledOn ? row.paidFirstOn : settledOn,
            })),
          ]
        : []),
    ];
  },
  MonthReopened: ({ data }: RecordedEvent<MonthReopened>): readonly Change[] => [
    ...data.reportIds.map((reportId) => remove(settledReports, reportId)),
    change(workplaces, data.employerId, (row) => ({ ...row, paidFirstOn: data.paidFirstOn ?? null })),
  ],
  EmployerRegistered: ({ data }: RecordedEvent<EmployerRegistered>): readonly Change[] => [
    put(workplaces, newRow(workplaces, data)),
  ],
  EmployerClosed: (event: RecordedEvent<EmployerClosed>): readonly Change[] => {
    const { effectiveOn: closedOn, backDatedBy: closedLateBy = null } = event.data;
    return [workplace(event, { closedOn, closedLateBy })];
  },
  EmployerReopened: (event: RecordedEvent<EmployerReopened>): readonly Change[] => [
    workplace(event, { closedOn: null, closedLateBy: null }),
  ],
  BackDatedEntriesConfirmed: ({ data }: RecordedEvent<BackDatedEntriesConfirmed>): readonly Change[] => [
    change(workplaces, data.employerId, (row) => ({
      ...row,
      closedLateBy: row.closedLateBy === data.confirmerId ? row.closedLateBy : null,
    })),
  ],
};
