import type { RecordedEvent } from '#event-store';
import { category, fold, readModel } from '#followers';
import { AUTHORITY_LEVELS } from '#kernel';
import { type Row, day, index, integer, json, ordering, table, text, uuid } from '#postgres';
import type { OfficerEvent, OfficerRole, Skill } from '../../domain/officer.events.js';
import {
  type Absence,
  type Delegation,
  type KnownOfficer,
  officers as officerStreams,
} from '../../domain/officer.js';

export const officers = table(
  'officers',
  {
    officerId: uuid().key(),
    workerId: text(),
    office: text(),
    roles: json<readonly OfficerRole[]>(),
    level: integer().nullable(),
    /** Empty where they know all programmes. */
    skills: json<readonly Skill[]>(),
    absences: json<readonly Absence[]>(),
    delegations: json<readonly Delegation[]>(),
    leftOn: day().nullable(),
    revision: integer(),
  },
  { indexes: [index('officers_by_office', ['office', 'workerId', 'officerId'])] },
);

export type OfficerRow = Row<typeof officers>;

/** Office by office. */
export const BY_OFFICE = ordering(officers, ['office', 'workerId', 'officerId']);

/** What a row says the stream would: the one fold of both. */
function stateOf(row: OfficerRow | undefined): KnownOfficer | { readonly situation: 'UNKNOWN' } {
  if (!row) return { situation: 'UNKNOWN' };
  const { officerId, workerId, office, roles, level, skills, absences, delegations, leftOn } = row;
  return {
    situation: leftOn === null ? 'LISTED' : 'LEFT',
    officerId,
    workerId,
    office,
    roles,
    ...(level !== null && { level: AUTHORITY_LEVELS.find((one) => one === level) }),
    ...(skills.length > 0 && { skills }),
    absences,
    delegations,
  };
}

const moved = (event: RecordedEvent<OfficerEvent>) => [
  fold(officers, event.data.officerId, (row) => {
    const after = officerStreams.evolve(stateOf(row), event);
    if (after.situation === 'UNKNOWN') throw new Error(`${event.type} before OfficerListed`);
    const { officerId, workerId, office, roles, level = null, skills = [], absences, delegations } = after;
    return {
      officerId,
      workerId,
      office,
      roles,
      level,
      skills,
      absences,
      delegations,
      leftOn: after.situation === 'LEFT' ? event.data.effectiveOn : null,
      revision: Number(event.revision),
    };
  }),
];

/** Who works where, who is away, and who decides for whom. */
export const officerReadModel = readModel({
  name: 'officer',
  version: 1,
  own: [category<OfficerEvent>('officer')],
  tables: { officers },
  on: {
    OfficerListed: moved,
    OfficerLeft: moved,
    AbsenceReported: moved,
    AbsenceEnded: moved,
    AuthorityDelegated: moved,
    DelegationRevoked: moved,
  },
});
