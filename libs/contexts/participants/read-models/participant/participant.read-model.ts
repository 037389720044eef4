import {
  type Row,
  day,
  expression,
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
import type { Level, Segment, Spell } from '#law';
import type { RecordedEvent } from '#event-store';
import { type EventOf, dateIn, opened, rupiah } from '#kernel';
import {
  type Change,
  category,
  append,
  change,
  changeOf,
  fold,
  newRow,
  put,
  readModel,
  remove,
  seenBy,
  sightTable,
} from '#followers';
import type { PlkkReferralIssued } from '#contexts/accidents/facts';
import type { MonthSettled, WageReported } from '#contexts/dues/facts';
import type {
  BackDatedEntriesConfirmed,
  EmployerClosed,
  EmployerRegistered,
  EmployerReopened,
} from '#contexts/employers/facts';
import type {
  Channel,
  ContributionEvent,
  ContributionPaid,
  HeirRelation,
  ParticipantEvent,
  Payer,
  RegistrationWarning,
  Sector,
  Sex,
} from '../../domain/participant.events.js';
import { type Receipt, coverWith, coverWithout } from '../../domain/cover.js';
import type { CoverageWindow } from '../../domain/coverage-window.js';
import type { EmploymentListed, MembershipEvent } from '../../domain/membership.events.js';
import { maskNik } from '../../domain/nik.js';
import type { ContributionReversed, ReversalReason } from '../../domain/reversal.events.js';
import type { IncomeBand } from '../../domain/participant.js';
import {
  bandChanged,
  confirmed,
  corrected,
  corrections,
  familyCorrected,
  refused,
  requested,
  reversalRequested,
} from './corrections.table.js';
import {
  memberships,
  onMembershipEvents,
  settledReports,
  wageMonths,
  workplaces,
} from './membership.tables.js';

/** One registered participant. Personal columns are null once the person's key was destroyed. */
export const participants = table(
  'participants',
  {
    participantId: uuid().key(),
    segment: text<Segment>(),
    channel: text<Channel>(),
    payer: text<Payer>(),
    sponsorId: uuid().nullable(),
    agreementId: uuid().nullable(),
    district: text(),
    sector: text<Sector>(),
    incomeBaseIdr: money(),
    /** Incomes that were declared since the registration. */
    bands: json<readonly IncomeBand[]>(),
    registeredOn: day(),
    /** Of the self-employed; later than the registration of somebody who was a wage earner first. */
    selfEmployedSince: day().nullable(),
    warnings: json<readonly RegistrationWarning[]>(),
    /** Under which id the present NIK is looked up. */
    nikId: uuid().nullable(),
    nikMasked: text().nullable(),
    name: text().nullable(),
    birthDate: day().nullable(),
    sex: text<Sex>().nullable(),
    phone: text().nullable(),
    occupation: text().nullable(),
    workplace: text().nullable(),
    diedOn: day().nullable(),
    paidMonths: integer(),
    contributedIdr: money(),
    revision: integer(),
    /** Of the contributions, which have a stream of their own. */
    contributionsRevision: integer().nullable(),
  },
  {
    indexes: [
      // A province or a regency is asked for by the beginning of the code.
      index('participants_by_district', [expression('district text_pattern_ops'), 'participantId']),
      index('participants_by_agreement', ['agreementId', 'participantId']),
      index('participants_by_name', [['name', ''], 'participantId']),
    ],
  },
);

export type ParticipantRow = Row<typeof participants>;

/** Whoever was erased comes first: nothing is left to order them by. */
export const BY_NAME = ordering(participants, [['name', ''], 'participantId']);

/** Under which NIKs somebody is found who is not registered under the NIK's own id: theirs, and those that were corrected. */
export const niks = table('niks', { nikId: uuid().key(), participantId: uuid().key() });

/** What was paid, as it was recorded. */
export const contributions = table(
  'contributions',
  {
    eventId: uuid().key(),
    participantId: uuid(),
    period: month(),
    months: integer(),
    amountIdr: money(),
    payer: text<Payer>(),
    paidOn: day(),
    receipt: text(),
  },
  { indexes: [index('contributions_by_participant', ['participantId', 'period'])] },
);

/** What was taken back of them, and why: those do not count any more. */
export const reversals = table(
  'reversals',
  {
    correctionId: uuid().key(),
    participantId: uuid(),
    period: month(),
    receipt: text(),
    paidOn: day(),
    reason: text<ReversalReason>(),
    reversedOn: day(),
  },
  { indexes: [index('reversals_by_participant', ['participantId', 'reversedOn', 'correctionId'])] },
);

/** How long it keeps the participant covered, whichever months it was recorded for: `Cover` of the domain. */
export const cover = table('cover', {
  participantId: uuid().key(),
  receipts: json<readonly Receipt[]>(),
  spells: json<readonly Spell[]>(),
  windows: json<readonly CoverageWindow[]>(),
  paidThrough: month(),
});

export const children = table(
  'children',
  {
    childId: uuid().key(),
    participantId: uuid(),
    name: text().nullable(),
    birthDate: day().nullable(),
    schoolLevel: text<Level>().nullable(),
    yearInLevel: integer().nullable(),
    asOf: day(),
  },
  { indexes: [index('children_by_participant', ['participantId'])] },
);

export const heirs = table(
  'heirs',
  {
    heirId: uuid().key(),
    participantId: uuid(),
    relation: text<HeirRelation>(),
    name: text().nullable(),
  },
  { indexes: [index('heirs_by_participant', ['participantId'])] },
);

/** Who a facility sees: whom it registered, and its patients from their referral on. */
export const sight = sightTable();

const participant = changeOf(participants, 'participantId');

/** Who is registered, with whom, and how long what was paid keeps them covered. */
export const participantReadModel = readModel({
  name: 'participant',
  version: 13,
  own: [
    category<ParticipantEvent>('participant'),
    category<ContributionEvent>('contribution'),
    category<MembershipEvent>('membership'),
    category<EmploymentListed>('employment'),
  ],
  also: [
    category<PlkkReferralIssued>('accident'),
    category<WageReported>('wages'),
    category<MonthSettled>('dues'),
    category<EmployerRegistered | EmployerClosed | EmployerReopened | BackDatedEntriesConfirmed>('employer'),
  ],
  tables: {
    participants,
    niks,
    contributions,
    reversals,
    cover,
    children,
    heirs,
    corrections,
    memberships,
    workplaces,
    wageMonths,
    settledReports,
    sight,
  },
  on: {
    ...onMembershipEvents,
    ParticipantRegistered: (event) => [
      put(participants, registered(event)),
      ...foundUnder(opened(event.data.person)?.nikId, event.data.participantId),
      ...seenBy(sight, event.data.facilityId, event.data.participantId),
    ],
    SelfEmploymentRegistered: (event) => {
      const { channel, payer, sponsorId, agreementId, sector, incomeBaseIdr, effectiveOn } = event.data;
      const { occupation = null, workplace = null } = opened(event.data.person) ?? {};
      return [
        participant(event, {
          segment: 'BPU',
          channel,
          payer,
          sponsorId: sponsorId ?? null,
          agreementId: agreementId ?? null,
          sector,
          incomeBaseIdr,
          selfEmployedSince: effectiveOn,
          occupation,
          workplace,
        }),
      ];
    },
    ChildRegistered: (event) => [
      put(children, {
        ...newRow(children, event.data, opened(event.data.person)),
        schoolLevel: event.data.school?.level ?? null,
        yearInLevel: event.data.school?.yearInLevel ?? null,
        asOf: event.data.effectiveOn,
      }),
      participant(event),
    ],
    HeirRegistered: (event) => [
      put(heirs, newRow(heirs, event.data, opened(event.data.person))),
      participant(event),
    ],
    DeathReported: (event) => [participant(event, { diedOn: event.data.diedOn })],
    // Deaths tell what was found out; here it is only one revision more.
    DeathTracedToAccident: (event) => [participant(event)],
    ContributionPaid: (event) => [
      append(contributions, { eventId: event.id, ...newRow(contributions, event.data) }),
      covered(event),
      addedUp(event),
    ],
    ContributionReversalRequested: (event) => [reversalRequested(event), moved(event)],
    ContributionReversalRefused: (event) => [refused(event), moved(event)],
    ContributionReversed: (event) => [
      confirmed(event.data, event.data.confirmerId),
      put(reversals, { ...newRow(reversals, event.data), reversedOn: event.data.effectiveOn }),
      uncovered(event),
      takenOff(event),
    ],
    BackDatedContributionsConfirmed: (event) => [moved(event)],
    BackDatedDeathConfirmed: (event) => [participant(event)],
    CorrectionRequested: (event) => [requested(event), participant(event)],
    CorrectionRefused: (event) => [refused(event), participant(event)],
    ParticipantCorrected: (event) => [
      corrected(event),
      participant(event, ({ district }) => ({
        ...opened(event.data.person)?.now,
        district: event.data.district ?? district,
        warnings: event.data.warnings,
      })),
    ],
    NikCorrected: (event) => {
      const person = opened(event.data.person);
      const { warnings, participantId, confirmerId } = event.data;
      return [
        confirmed(event.data, confirmerId, {
          before: person ? { nikMasked: maskNik(person.formerNik) } : null,
          now: person ? { nikMasked: maskNik(person.nik) } : null,
        }),
        participant(event, {
          nikId: person?.nikId ?? null,
          nikMasked: person ? maskNik(person.nik) : null,
          warnings,
        }),
        ...foundUnder(person?.nikId, participantId),
      ];
    },
    IncomeBandChanged: (event) => [
      bandChanged(event, dateIn(event.recordedAt)),
      participant(event, ({ bands }) => {
        const { from, incomeBaseIdr } = event.data;
        return { bands: [...bands, { from, incomeBaseIdr }] };
      }),
    ],
    ChildCorrected: (event) => [
      familyCorrected(event),
      change(children, event.data.childId, (row) => ({ ...row, ...opened(event.data.person)?.now })),
      participant(event),
    ],
    ChildRemoved: (event) => [
      confirmed(event.data, event.data.confirmerId),
      remove(children, event.data.childId),
      participant(event),
    ],
    HeirCorrected: (event) => [
      familyCorrected(event),
      change(heirs, event.data.heirId, (row) => ({
        ...row,
        name: opened(event.data.person)?.now.name ?? row.name,
        relation: event.data.relation ?? row.relation,
      })),
      participant(event),
    ],
    HeirRemoved: (event) => [
      confirmed(event.data, event.data.confirmerId),
      remove(heirs, event.data.heirId),
      participant(event),
    ],
    // Its participant tells of the NIK.
    NikAssigned: 'passed over',
    NikDifferenceConfirmed: (event) => [
      confirmed(event.data, event.data.confirmerId),
      participant(event, ({ warnings }) => ({
        warnings: warnings.filter((one) => !event.data.warnings.includes(one)),
      })),
    ],
    PlkkReferralIssued: ({ data }) => seenBy(sight, data.facilityId, data.participantId),
  },
});

function foundUnder(nikId: string | undefined, participantId: string): Change[] {
  return nikId === undefined ? [] : [put(niks, { nikId, participantId })];
}

function registered({
  data,
  revision,
}: RecordedEvent<EventOf<ParticipantEvent, 'ParticipantRegistered'>>): ParticipantRow {
  const person = opened(data.person);
  return {
    ...newRow(participants, data, person),
    registeredOn: data.effectiveOn,
    nikId: person ? (person.nikId ?? data.participantId) : null,
    nikMasked: person ? maskNik(person.nik) : null,
    bands: [],
    paidMonths: 0,
    contributedIdr: rupiah(0),
    revision: Number(revision),
  };
}

function covered({ data }: RecordedEvent<ContributionPaid>): Change {
  const { participantId, segment, period, months, paidOn, settlesEventOn } = data;
  const receipt = { period, months, paidOn, ...(settlesEventOn && { settlesArrears: true as const }) };
  return fold(cover, participantId, (row) => ({ participantId, ...coverWith(row, receipt, segment) }));
}

function uncovered({ data }: RecordedEvent<ContributionReversed>): Change {
  const { participantId } = data;
  return fold(cover, participantId, (row) => {
    const left = row && coverWithout(row, data, data.segment);
    return left && { participantId, ...left };
  });
}

/** Only one revision more. */
function moved({ data, revision }: RecordedEvent<ContributionEvent>): Change {
  return change(participants, data.participantId, (row) => ({
    ...row,
    contributionsRevision: Number(revision),
  }));
}

function takenOff({ data, revision }: RecordedEvent<ContributionReversed>): Change {
  return change(participants, data.participantId, (row) => ({
    ...row,
    paidMonths: row.paidMonths - data.months,
    contributedIdr: rupiah(row.contributedIdr - data.amountIdr),
    contributionsRevision: Number(revision),
  }));
}

function addedUp({ data, revision }: RecordedEvent<ContributionPaid>): Change {
  return change(participants, data.participantId, (row) => ({
    ...row,
    paidMonths: row.paidMonths + data.months,
    contributedIdr: rupiah(row.contributedIdr + data.amountIdr),
    contributionsRevision: Number(revision),
  }));
}
