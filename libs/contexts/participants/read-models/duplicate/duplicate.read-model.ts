import type { RecordedEvent } from '#event-store';
import { type Change, category, change, fold, newRow, put, putOwn, readModel, remove, via } from '#followers';
import { type LocalDate, dateIn, opened } from '#kernel';
import { type Row, bits, day, index, json, position, table, text, uuid, yesNo } from '#postgres';
import type { AccountNamed } from '../../domain/account.events.js';
import type { EvidenceKind } from '../../domain/correction.events.js';
import {
  type DismissalReason,
  type DuplicateEvent,
  DUPLICATE_REASONS,
  type DuplicateReason,
} from '../../domain/duplicate.events.js';
import {
  type ComparedReason,
  MOST_ALIKE,
  birthKey,
  certificateKey,
  duplicateKeys,
} from '../../domain/duplicate-keys.js';
import { comparedName, trigramBits } from '../../domain/near-names.js';
import { maskNik } from '../../domain/nik.js';
import type { ParticipantEvent } from '../../domain/participant.events.js';

/** Who is compared, as far as a person needs it to tell one from two. Personal columns are null once the key was destroyed. */
export const people = table(
  'people',
  {
    participantId: uuid().key(),
    name: text().nullable(),
    /** Its words as everybody would spell them. */
    spelled: text().nullable(),
    /** What tells at once that two of them are not near. */
    trigrams: bits().nullable(),
    nikMasked: text().nullable(),
    birthDate: day().nullable(),
    /** The birth date, or the one with day and month exchanged. */
    birthKey: text().nullable(),
    phone: text().nullable(),
    /** The number of the certificate of a death that was not taken back, as it is compared. */
    certificate: text().nullable(),
    district: text(),
    branch: text().nullable(),
    registeredOn: day(),
    /** Who was found to be the same person. */
    mergedInto: uuid().nullable(),
  },
  {
    // Whoever is registered is compared with all who were born that day: everything that takes stands together.
    indexes: [index('people_by_birth', ['birthKey', 'trigrams', 'spelled', 'participantId', 'mergedInto'])],
  },
);

type Person = Row<typeof people>;

/** Somebody who has something in common with others, and since which event. */
interface Member {
  readonly id: string;
  /** The place in the log. */
  readonly since: string;
  readonly on: LocalDate;
}

/** Participants who have something in common by which they may be one person; most are alone. */
export const groups = table(
  'groups',
  {
    reason: text<DuplicateReason>().key(),
    inCommon: text().key(),
    /** Those who came first, and one more where there are too many. */
    members: json<readonly Member[]>(),
    /** The place in the log of whoever was the second: no personal data, so that a page may end there. Null where nobody is suspected. */
    suspectedAt: position().nullable(),
  },
  { indexes: [index('groups_by_suspicion', [['suspectedAt', '0'], 'reason'])] },
);

/** Two of whom somebody has said that they are two, for one thing that they have in common. The lower id is the first. */
export const dismissals = table('dismissals', {
  participantId: uuid().key(),
  otherId: uuid().key(),
  reason: text<DuplicateReason>().key(),
  because: text<DismissalReason>(),
  evidence: text<EvidenceKind>().nullable(),
  evidenceNumber: text().nullable(),
  deciderId: text(),
  dismissedOn: day(),
  /** The place in the log: whoever has it in common since a later one is suspected again. */
  dismissedAt: position(),
});

/** What two are noted to have in common, and whether somebody is to compare them for it. The lower id is the first. */
export const noted = table('noted', {
  participantId: uuid().key(),
  otherId: uuid().key(),
  reason: text<DuplicateReason>().key(),
  isOpen: yesNo(),
});

/** Who may be one person with whom. It never refuses anything: a person looks. */
export const duplicateReadModel = readModel({
  name: 'duplicate',
  version: 7,
  own: [
    category<ParticipantEvent>('participant'),
    category<DuplicateEvent>('duplicate'),
    category<AccountNamed>('account'),
  ],
  tables: { people, groups, dismissals, noted },
  on: {
    ParticipantRegistered: (event) => {
      const { data } = event;
      const person = opened(data.person);
      const row: Person = {
        ...newRow(people, data, person),
        ...comparedAs(person?.name ?? null, person?.birthDate ?? null),
        nikMasked: person ? maskNik(person.nik) : null,
        registeredOn: data.effectiveOn,
      };
      return [putOwn(event, people, row), ...inGroups(event, withOne)];
    },
    ParticipantCorrected: (event) => {
      const { participantId, district, person } = event.data;
      const { now } = opened(person) ?? {};
      return [
        ...inGroups(event, without),
        change(people, participantId, (row) => ({
          ...row,
          ...comparedAs(now?.name ?? row.name, now?.birthDate ?? row.birthDate),
          phone: now?.phone ?? row.phone,
          district: district ?? row.district,
        })),
        ...inGroups(event, withOne),
      ];
    },
    NikCorrected: ({ data }) => {
      const person = opened(data.person);
      return [
        change(people, data.participantId, (row) => ({
          ...row,
          nikMasked: person ? maskNik(person.nik) : null,
        })),
      ];
    },
    SelfEmploymentRegistered: ({ data }) => [
      change(people, data.participantId, (row) => ({ ...row, branch: data.branch ?? null })),
    ],
    ParticipantMergedInto: ({ data }) => [
      change(people, data.participantId, (row) => ({ ...row, mergedInto: data.survivorId })),
    ],
    ParticipantSplitOff: ({ data }) => [
      change(people, data.participantId, (row) => ({ ...row, mergedInto: null })),
    ],
    DeathReported: (event) => {
      const certificate = certificateKey(opened(event.data.person)?.certificate ?? '');
      if (certificate === '') return [];
      return [
        change(people, event.data.participantId, (row) => ({ ...row, certificate })),
        inGroup({ reason: 'DEATH_CERTIFICATE', inCommon: certificate }, event, withOne),
      ];
    },
    // The certificate is somebody else's.
    DeathRevoked: (event) => [
      fold(
        groups,
        via(people, event.data.participantId, ({ certificate }) =>
          certificate ? { reason: 'DEATH_CERTIFICATE' as const, inCommon: certificate } : undefined,
        ),
        (row, key) => without(row ?? nobody(key), event),
      ),
      change(people, event.data.participantId, (row) => ({ ...row, certificate: null })),
    ],
    AccountNamed: (event) => [inGroup({ reason: 'ACCOUNT', inCommon: event.data.accountId }, event, withOne)],
    DuplicateSuspected: (event) => {
      const { participantId, otherId } = event.data;
      const key = { reason: 'NEAR_NAME', inCommon: `${participantId}/${otherId}` } as const;
      return [
        ...[participantId, otherId].map((id) =>
          inGroup(key, { ...event, data: { participantId: id } }, withOne),
        ),
        put(noted, { participantId, otherId, reason: 'NEAR_NAME', isOpen: true }),
      ];
    },
    DuplicateDismissed: (event) => {
      const {
        participantId,
        otherId,
        reasons,
        because,
        evidence = null,
        deciderId,
        effectiveOn,
        person,
      } = event.data;
      return reasons.flatMap((reason) => [
        put(noted, { participantId, otherId, reason, isOpen: false }),
        put(dismissals, {
          participantId,
          otherId,
          reason,
          because,
          evidence,
          evidenceNumber: (person && opened(person)?.evidenceNumber) ?? null,
          deciderId,
          dismissedOn: effectiveOn,
          dismissedAt: String(event.position),
        }),
      ]);
    },
    DuplicateReopened: ({ data: { participantId, otherId } }) =>
      DUPLICATE_REASONS.flatMap((reason) => [
        remove(dismissals, { participantId, otherId, reason }),
        fold(noted, { participantId, otherId, reason }, (row) => row && { ...row, isOpen: true }),
      ]),
    DuplicateNoted: ({ data: { participantId, otherId, reasons } }) =>
      reasons.map((reason) => put(noted, { participantId, otherId, reason, isOpen: true })),
    DuplicateLapsed: ({ data: { participantId, otherId, reasons } }) =>
      reasons.map((reason) => remove(noted, { participantId, otherId, reason })),
    ParticipantTookOver: 'passed over',
    ChildRegistered: 'passed over',
    HeirRegistered: 'passed over',
    BackDatedFamilyConfirmed: 'passed over',
    KpjGivenOut: 'passed over',
    DeathTracedToAccident: 'passed over',
    BackDatedDeathConfirmed: 'passed over',
    BackDatedRegistrationConfirmed: 'passed over',
    CorrectionRequested: 'passed over',
    CorrectionRefused: 'passed over',
    NikAssigned: 'passed over',
    NikDifferenceConfirmed: 'passed over',
    IncomeBandChanged: 'passed over',
    ChildCorrected: 'passed over',
    ChildRemoved: 'passed over',
    ChildrenReordered: 'passed over',
    DeathDayCorrected: 'passed over',
    HeirCorrected: 'passed over',
    HeirRemoved: 'passed over',
  },
});

/** By what somebody is compared. */
function comparedAs(name: string | null, birthDate: LocalDate | null) {
  const spelled = name && comparedName(name);
  return {
    name,
    spelled,
    // A name may have no letter that is compared.
    trigrams: spelled === null ? null : trigramBits(spelled),
    birthDate,
    birthKey: birthDate && birthKey(birthDate),
  };
}

/** Of whoever comes to have something in common with others, or has it no more. */
type Told = Pick<RecordedEvent, 'position' | 'recordedAt'> & {
  readonly data: { readonly participantId: string };
};

type Group = Row<typeof groups>;

type GroupKey = Pick<Group, 'reason' | 'inCommon'>;

/** One more than are suspected is kept, so that a group that grew too large is known. */
function withOne(row: Group, { data, position: at, recordedAt }: Told): Group {
  const isThere = row.members.some(({ id }) => id === data.participantId);
  if (isThere || row.members.length > MOST_ALIKE) return row;
  const member = { id: data.participantId, since: String(at), on: dateIn(recordedAt) };
  return looked({ ...row, members: [...row.members, member] });
}

function without(row: Group, { data }: Told): Group | undefined {
  const members = row.members.filter(({ id }) => id !== data.participantId);
  return members.length === 0 ? undefined : looked({ ...row, members });
}

function looked(row: Group): Group {
  const { length } = row.members;
  const isSuspected = length >= 2 && length <= MOST_ALIKE;
  return { ...row, suspectedAt: isSuspected ? (row.suspectedAt ?? row.members.at(-1)?.since ?? null) : null };
}

type Joining = (row: Group, event: Told) => Group | undefined;

const inGroup = (key: GroupKey, event: Told, to: Joining): Change =>
  fold(groups, key, (row) => to(row ?? nobody(key), event));

/** A change of the groups in which the person stands at this place in the log. */
function inGroups(event: Told, to: Joining): readonly Change[] {
  return COMPARED.map((reason) =>
    fold(
      groups,
      via(people, event.data.participantId, (row) => keyOf(row, reason)),
      (row, key) => to(row ?? nobody(key), event),
    ),
  );
}

const COMPARED: readonly ComparedReason[] = ['NAME_AND_BIRTH_DATE', 'PHONE'];

const nobody = ({ reason, inCommon }: GroupKey): Group => ({
  reason,
  inCommon,
  members: [],
  suspectedAt: null,
});

function keyOf({ name, birthDate, phone }: Person, reason: ComparedReason) {
  if (name === null || birthDate === null) return undefined;
  const found = duplicateKeys({ name, birthDate, phone }).find(([its]) => its === reason);
  return found && { reason, inCommon: found[1] };
}
