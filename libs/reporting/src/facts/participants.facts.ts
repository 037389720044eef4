import { code, day, district, id, line, listOf, optional } from '#publishing/contracts';
import { corrections, deaths, mergers, registrations } from './fact-tables.js';
import { NOTHING_TOLD, type Reader, fact, reads } from './reader.js';

const participantId = id('The worker');

const cameIn = {
  participantId,
  channel: code('Where it came in'),
  payer: code('Who pays'),
  sponsorId: optional(id('The sponsor')),
  sector: code('Kind of work'),
  occupationGroup: optional(code('Group of occupations')),
  branch: optional(line('The branch')),
  registeredOn: day('When'),
};

/** Who came in where, who died, and who is one person. */
export const PARTICIPANT_READERS: readonly Reader[] = [
  reads(
    'lindung.participants.participant-registered.v2',
    {
      ...cameIn,
      segment: code('Kind of membership'),
      district: district('Where'),
      sex: optional(code('Sex')),
      ageBand: optional(code('Age')),
    },
    (data, origin) => fact(registrations, { ...origin, ...data }, { people: [data.participantId] }),
  ),
  reads('lindung.participants.self-employment-registered.v1', cameIn, (data, origin) =>
    fact(registrations, { ...origin, ...data, segment: 'BPU' }, { people: [data.participantId] }),
  ),
  reads('lindung.participants.death-reported.v1', { participantId, diedOn: day('When') }, (data, origin) =>
    fact(deaths, { ...origin, ...data }, { people: [data.participantId] }),
  ),
  reads('lindung.participants.death-revoked.v1', { participantId }, (data, origin) =>
    fact(deaths, { ...origin, ...data }, { people: [data.participantId] }),
  ),
  reads(
    'lindung.participants.death-day-corrected.v1',
    { participantId, diedOn: day('When') },
    (data, origin) => fact(deaths, { ...origin, ...data }, { people: [data.participantId] }),
  ),
  reads(
    'lindung.participants.participant-corrected.v1',
    {
      participantId,
      subjects: listOf('What was corrected', { subject: code('Its kind') }),
      district: optional(district('The district')),
      sex: optional(code('Sex')),
      ageBand: optional(code('Age')),
      correctedOn: day('When'),
    },
    ({ subjects: _kinds, ...data }, origin) =>
      [data.district, data.sex, data.ageBand].every((now) => now === undefined)
        ? NOTHING_TOLD
        : fact(corrections, { ...origin, ...data }, { people: [data.participantId] }),
  ),
  ...[
    { type: 'lindung.participants.participant-merged.v1', isMerged: true },
    { type: 'lindung.participants.participant-split-off.v1', isMerged: false },
  ].map(({ type, isMerged }) =>
    reads(type, { participantId, survivorId: id('As whom they go on') }, (data, origin) =>
      fact(mergers, { ...origin, ...data, isMerged }, { people: [data.participantId, data.survivorId] }),
    ),
  ),
];
