import type { RecordedEvent } from '#event-store';
import { type Change, category, change, fold, newRow, put, readModel, via } from '#followers';
import { dateIn, opened } from '#kernel';
import { type Row, day, index, json, ordering, position, table, text, uuid } from '#postgres';
import { DUPLICATE_REASONS, type DuplicateReason, duplicateKeys } from '../../domain/duplicate-keys.js';
import { maskNik } from '../../domain/nik.js';
import type { ParticipantEvent } from '../../domain/participant.events.js';

/** Who is compared, as far as a person needs it to tell one from two. Personal columns are null once the key was destroyed. */
export const people = table('people', {
  participantId: uuid().key(),
  name: text().nullable(),
  nikMasked: text().nullable(),
  birthDate: day().nullable(),
  phone: text().nullable(),
  district: text(),
  branch: text().nullable(),
  registeredOn: day(),
});

type Person = Row<typeof people>;

/** More have something in common that belongs to none of them, such as the phone of a village office. */
const MOST_ALIKE = 10;

/** Participants who have something in common by which they may be one person; most are alone. */
export const groups = table(
  'groups',
  {
    reason: text<DuplicateReason>().key(),
    inCommon: text().key(),
    /** Those who came first, and one more where there are too many. */
    members: json<readonly string[]>(),
    /** Since when there are several; null where there are not, or too many. */
    suspectedOn: day().nullable(),
    /** The place in the log of whoever was the second: no personal data, so that a page may end there. */
    suspectedAt: position().nullable(),
  },
  { indexes: [index('groups_by_suspicion', [['suspectedAt', '0'], 'reason'])] },
);

/** Who was suspected first comes first. */
export const BY_SUSPICION = ordering(groups, [['suspectedAt', '0'], 'reason']);

/** Who may be one person with whom. It never refuses anything: a person looks. */
export const duplicateReadModel = readModel({
  name: 'duplicate',
  version: 2,
  own: [category<ParticipantEvent>('participant')],
  tables: { people, groups },
  on: {
    ParticipantRegistered: (event) => {
      const { data } = event;
      const person = opened(data.person);
      const row: Person = {
        ...newRow(people, data, person),
        nikMasked: person ? maskNik(person.nik) : null,
        registeredOn: data.effectiveOn,
      };
      return [put(people, row), ...inGroups(event, withOne)];
    },
    ParticipantCorrected: (event) => {
      const { participantId, district, person } = event.data;
      const { now } = opened(person) ?? {};
      return [
        ...inGroups(event, without),
        change(people, participantId, (row) => ({
          ...row,
          name: now?.name ?? row.name,
          birthDate: now?.birthDate ?? row.birthDate,
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
    // Whoever was found to be one person is no candidate any more, and is one again after a split.
    ParticipantMergedInto: (event) => inGroups(event, without),
    ParticipantSplitOff: (event) => inGroups(event, withOne),
    ParticipantTookOver: 'passed over',
    ChildRegistered: 'passed over',
    HeirRegistered: 'passed over',
    DeathReported: 'passed over',
    DeathTracedToAccident: 'passed over',
    BackDatedDeathConfirmed: 'passed over',
    CorrectionRequested: 'passed over',
    CorrectionRefused: 'passed over',
    NikAssigned: 'passed over',
    NikDifferenceConfirmed: 'passed over',
    IncomeBandChanged: 'passed over',
    ChildCorrected: 'passed over',
    ChildRemoved: 'passed over',
    HeirCorrected: 'passed over',
    HeirRemoved: 'passed over',
  },
});

type Told = RecordedEvent<
  Extract<
    ParticipantEvent,
    {
      type:
        'ParticipantRegistered' | 'ParticipantCorrected' | 'ParticipantMergedInto' | 'ParticipantSplitOff';
    }
  >
>;

type Group = Row<typeof groups>;

const nobody = (key: Pick<Group, 'reason' | 'inCommon'>): Group => ({
  ...key,
  members: [],
  suspectedOn: null,
  suspectedAt: null,
});

function withOne(row: Group, event: Told): Group {
  const { participantId } = event.data;
  if (row.members.includes(participantId) || row.members.length > MOST_ALIKE) return row;
  return looked({ ...row, members: [...row.members, participantId] }, event);
}

function without(row: Group, event: Told): Group | undefined {
  const members = row.members.filter((one) => one !== event.data.participantId);
  return members.length === 0 ? undefined : looked({ ...row, members }, event);
}

function looked(row: Group, { position: at, recordedAt }: Told): Group {
  const { length } = row.members;
  if (length < 2 || length > MOST_ALIKE) return { ...row, suspectedOn: null, suspectedAt: null };
  return row.suspectedAt === null
    ? { ...row, suspectedOn: dateIn(recordedAt), suspectedAt: String(at) }
    : row;
}

/** A change of the groups in which the person stands at this place in the log. */
function inGroups(event: Told, to: (row: Group, event: Told) => Group | undefined): readonly Change[] {
  return DUPLICATE_REASONS.map((reason) =>
    fold(
      groups,
      via(people, event.data.participantId, (row) => keyOf(row, reason)),
      (row, key) => to(row ?? nobody(key), event),
    ),
  );
}

function keyOf({ name, birthDate, phone }: Person, reason: DuplicateReason) {
  if (name === null || birthDate === null) return undefined;
  const found = duplicateKeys({ name, birthDate, phone }).find(([its]) => its === reason);
  return found && { reason, inCommon: found[1] };
}
