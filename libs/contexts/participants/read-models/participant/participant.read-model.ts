import type { RecordedEvent } from '#event-store';
import { type EventOf, dateIn, opened, rupiah } from '#kernel';
import {
  type Change,
  category,
  change,
  changeOf,
  newRow,
  put,
  putOwn,
  readModel,
  remove,
  seenBy,
  sightTable,
} from '#followers';
import type { ProjectEvent } from '#contexts/projects/facts';
import type { PlkkReferralIssued } from '#contexts/accidents/facts';
import type { MonthReopened, MonthSettled, WageReported } from '#contexts/dues/facts';
import type {
  BackDatedEntriesConfirmed,
  EmployerClosed,
  EmployerRegistered,
  EmployerReopened,
} from '#contexts/employers/facts';
import type { ContributionEvent } from '../../domain/contribution.events.js';
import type { ParticipantEvent } from '../../domain/participant.events.js';
import type { EmploymentListed, MembershipEvent } from '../../domain/membership.events.js';
import type { PlacementEvent } from '../../domain/placement.events.js';
import { maskNik } from '../../domain/nik.js';
import { contributions, cover, onContributionEvents, reversals } from './contributions.tables.js';
import {
  bandChanged,
  confirmed,
  corrected,
  corrections,
  familyCorrected,
  refused,
  requested,
} from './corrections.table.js';
import { listed, listedAnew, listedUnder, listings, namesByWord, words } from './listing.tables.js';
import {
  memberships,
  onMembershipEvents,
  settledReports,
  wageMonths,
  workplaces,
} from './membership.tables.js';
import { onMergerEvents } from './on-merger-events.js';
import { onPlacementEvents, placements, sites } from './placement.tables.js';
import type { RosterEvent } from '../../domain/roster.events.js';
import type { SponsorEvent } from '../../domain/sponsor.events.js';
import { agreements, carriedFromRegistration, onSponsorEvents, roster, sponsors } from './sponsor.tables.js';
import {
  type ParticipantRow,
  aliases,
  children,
  heirs,
  kpjs,
  niks,
  participants,
} from './participant.tables.js';

/** Who a facility sees: whom it registered, and its patients from their referral on. */
export const sight = sightTable();

const participant = changeOf(participants, 'participantId');

/** Who is registered, with whom, and how long what was paid keeps them covered. */
export const participantReadModel = readModel({
  name: 'participant',
  version: 26,
  own: [
    category<ParticipantEvent>('participant'),
    category<ContributionEvent>('contribution'),
    category<MembershipEvent>('membership'),
    category<EmploymentListed>('employment'),
    category<PlacementEvent>('placement'),
    category<SponsorEvent>('sponsor'),
    category<RosterEvent>('roster'),
  ],
  also: [
    category<ProjectEvent>('project'),
    category<PlkkReferralIssued>('accident'),
    category<WageReported>('wages'),
    category<MonthSettled | MonthReopened>('dues'),
    category<EmployerRegistered | EmployerClosed | EmployerReopened | BackDatedEntriesConfirmed>('employer'),
  ],
  tables: {
    participants,
    listings,
    namesByWord,
    words,
    niks,
    kpjs,
    aliases,
    contributions,
    reversals,
    cover,
    children,
    heirs,
    corrections,
    memberships,
    placements,
    sites,
    workplaces,
    wageMonths,
    settledReports,
    sponsors,
    agreements,
    roster,
    sight,
  },
  on: {
    ...onMembershipEvents,
    ...onPlacementEvents,
    ...onContributionEvents,
    ...onMergerEvents,
    ...onSponsorEvents,
    ParticipantRegistered: (event) => [
      putOwn(event, participants, registered(event)),
      ...listed(event),
      ...carriedFromRegistration(event),
      ...foundUnder(opened(event.data.person)?.nikId, event.data.participantId),
      ...cardOf(opened(event.data.person)?.kpj, event.data.participantId),
      ...seenBy(sight, event.data.facilityId, event.data.participantId),
    ],
    SelfEmploymentRegistered: (event) => {
      const { channel, payer, sponsorId, agreementId, sector, incomeBaseIdr, effectiveOn } = event.data;
      const { occupationGroup = null, branch = null } = event.data;
      const { occupation = null, workplace = null, kpj = null } = opened(event.data.person) ?? {};
      return [
        participant(event, ({ registeredLateBy }) => ({
          segment: 'BPU',
          channel,
          payer,
          sponsorId: sponsorId ?? null,
          agreementId: agreementId ?? null,
          sector,
          occupationGroup,
          branch,
          incomeBaseIdr,
          selfEmployedSince: effectiveOn,
          occupation,
          workplace,
          kpj,
          registeredLateBy: lateBy(registeredLateBy, event.data.backDatedBy),
        })),
        listedUnder(event.data.participantId, { agreementId: agreementId ?? null, branch }),
        ...cardOf(kpj ?? undefined, event.data.participantId),
        ...carriedFromRegistration(event),
      ];
    },
    ChildRegistered: (event) => [
      put(children, {
        ...newRow(children, event.data, opened(event.data.person)),
        schoolLevel: event.data.school?.level ?? null,
        yearInLevel: event.data.school?.yearInLevel ?? null,
        asOf: event.data.effectiveOn,
        recordedOn: dateIn(event.recordedAt),
        // Whoever is named later comes later, also after another order.
        place: Number(event.revision),
      }),
      participant(event),
    ],
    HeirRegistered: (event) => [
      put(heirs, {
        ...newRow(heirs, event.data, opened(event.data.person)),
        recordedOn: dateIn(event.recordedAt),
      }),
      participant(event),
    ],
    KpjGivenOut: (event) => {
      const kpj = opened(event.data.person)?.kpj;
      return [participant(event, { kpj: kpj ?? null }), ...cardOf(kpj, event.data.participantId)];
    },
    BackDatedFamilyConfirmed: (event) => [
      ...event.data.childIds.map((id) => change(children, id, (row) => ({ ...row, backDatedBy: null }))),
      ...event.data.heirIds.map((id) => change(heirs, id, (row) => ({ ...row, backDatedBy: null }))),
      participant(event),
    ],
    DeathReported: (event) => [
      participant(event, { diedOn: event.data.diedOn, deathRecordedOn: dateIn(event.recordedAt) }),
    ],
    DeathRevoked: (event) => [
      confirmed(event.data, event.data.confirmerId, { before: { diedOn: event.data.diedOn } }),
      participant(event, { diedOn: null, deathRecordedOn: null }),
    ],
    DeathDayCorrected: (event) => {
      const { confirmerId, diedOn, formerDiedOn } = event.data;
      return [
        confirmed(event.data, confirmerId, { before: { diedOn: formerDiedOn }, now: { diedOn } }),
        participant(event, { diedOn, deathRecordedOn: dateIn(event.recordedAt) }),
      ];
    },
    // Deaths tell what was found out; here it is only one revision more.
    DeathTracedToAccident: (event) => [participant(event)],
    BackDatedDeathConfirmed: (event) => [participant(event)],
    BackDatedRegistrationConfirmed: (event) => [
      participant(event, ({ registeredLateBy }) => ({
        registeredLateBy: registeredLateBy.filter((one) => one === event.data.confirmerId),
      })),
    ],
    CorrectionRequested: (event) => [requested(event), participant(event)],
    CorrectionRefused: (event) => [refused(event), participant(event)],
    ParticipantCorrected: (event) => [
      corrected(event),
      ...listedAnew(event),
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
    ChildrenReordered: (event) => {
      const { confirmerId, childIds, formerChildIds } = event.data;
      return [
        confirmed(event.data, confirmerId, { before: { childIds: formerChildIds }, now: { childIds } }),
        ...childIds.map((childId, place) =>
          change(children, childId, (row) => ({ ...row, place: place + 1 })),
        ),
        participant(event),
      ];
    },
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

/** Under which number of a card somebody is found. */
function cardOf(kpj: string | undefined, participantId: string): Change[] {
  return kpj === undefined ? [] : [put(kpjs, { kpj, participantId })];
}

function foundUnder(nikId: string | undefined, participantId: string): Change[] {
  return nikId === undefined ? [] : [put(niks, { nikId, participantId })];
}

const lateBy = (before: readonly string[], enteredBy: string | undefined): readonly string[] =>
  enteredBy === undefined ? before : [...before, enteredBy];

function registered({
  data,
  revision,
  recordedAt,
}: RecordedEvent<EventOf<ParticipantEvent, 'ParticipantRegistered'>>): ParticipantRow {
  const person = opened(data.person);
  return {
    ...newRow(participants, data, person),
    registeredOn: data.effectiveOn,
    recordedOn: dateIn(recordedAt),
    registeredLateBy: lateBy([], data.backDatedBy),
    nikId: person ? (person.nikId ?? data.participantId) : null,
    nikMasked: person ? maskNik(person.nik) : null,
    // As whom they are counted stays in the log, but of nobody who was erased is anything shown.
    sex: person?.sex ?? null,
    bands: [],
    paidMonths: 0,
    contributedIdr: rupiah(0),
    revision: Number(revision),
  };
}
