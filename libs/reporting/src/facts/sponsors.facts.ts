import { periodOf } from '#kernel';
import {
  area,
  code,
  count,
  day,
  district,
  id,
  line,
  listOf,
  month,
  optional,
  yesNo,
} from '#publishing/contracts';
import { type Reader, fact, reads, row } from './reader.js';
import { agreements, candidateLists, candidates, places, sponsors } from './sponsor-tables.js';

const agreement = { sponsorId: id('The sponsor'), agreementId: id('The agreement') };
const members = listOf('Who', { participantId: id('The worker') });
const HOLDS = { toBeConfirmed: false };

/** Who pays for others, for how many, and who has a place. */
const AGREEMENT_READERS: readonly Reader[] = [
  reads(
    'lindung.participants.sponsor-registered.v1',
    {
      sponsorId: id('The sponsor'),
      kind: code('Its kind'),
      district: district('Where'),
      registeredOn: day('When'),
    },
    (data, origin) => fact(sponsors, { ...origin, ...data }),
  ),
  reads(
    'lindung.participants.sponsor-agreement-signed.v1',
    {
      ...agreement,
      validFrom: day('First day'),
      validUntil: day('Last day'),
      quota: optional(count('How many')),
      signedOn: day('When'),
      toBeConfirmed: optional(yesNo('It does not hold before it is confirmed')),
    },
    ({ signedOn, toBeConfirmed = false, ...data }, origin) =>
      fact(agreements, { ...origin, ...data, toBeConfirmed, step: 'SIGNED', happenedOn: signedOn }),
  ),
  reads(
    'lindung.participants.sponsor-agreement-confirmed.v1',
    { ...agreement, confirmedOn: day('When') },
    ({ confirmedOn, ...data }, origin) =>
      fact(agreements, { ...origin, ...data, ...HOLDS, step: 'CONFIRMED', happenedOn: confirmedOn }),
  ),
  reads(
    'lindung.participants.sponsor-agreement-extended.v1',
    {
      ...agreement,
      validUntil: day('Last day'),
      quota: optional(count('How many')),
      extendedOn: day('When'),
    },
    ({ extendedOn, ...data }, origin) =>
      fact(agreements, { ...origin, ...data, ...HOLDS, step: 'EXTENDED', happenedOn: extendedOn }),
  ),
  reads(
    'lindung.participants.sponsor-agreement-ended-early.v1',
    { ...agreement, endedOn: day('Last day') },
    ({ endedOn, ...data }, origin) =>
      fact(agreements, {
        ...origin,
        ...data,
        ...HOLDS,
        step: 'ENDED_EARLY',
        validUntil: endedOn,
        happenedOn: endedOn,
      }),
  ),
  reads(
    'lindung.participants.sponsor-members-added.v1',
    { ...agreement, from: month('First month'), members },
    ({ agreementId, from, members: who }, origin) => ({
      rows: who.map(({ participantId }) =>
        row(places, { ...origin, participantId, agreementId, step: 'TAKEN', period: from }),
      ),
    }),
  ),
  reads(
    'lindung.participants.sponsor-members-removed.v1',
    { ...agreement, last: month('Last month'), members },
    ({ agreementId, last, members: who }, origin) => ({
      rows: who.map(({ participantId }) =>
        row(places, { ...origin, participantId, agreementId, step: 'LEFT', period: last }),
      ),
    }),
  ),
  reads(
    'lindung.participants.sponsor-places-given-back.v1',
    { ...agreement, members, givenBackOn: day('When') },
    ({ agreementId, members: who, givenBackOn }, origin) => ({
      rows: who.map(({ participantId }) =>
        row(places, {
          ...origin,
          participantId,
          agreementId,
          step: 'GIVEN_BACK',
          period: periodOf(givenBackOn),
        }),
      ),
    }),
  ),
];

const candidate = { participantId: id('The candidate'), candidateListId: id('The list') };

/** Who is looked for. */
const CANDIDATE_READERS: readonly Reader[] = [
  reads(
    'lindung.candidates.list-opened.v1',
    {
      candidateListId: id('The list'),
      district: area('Where'),
      branch: line('The branch'),
      expectedPersons: count('How many'),
      openedOn: day('When'),
    },
    (data, origin) => fact(candidateLists, { ...origin, ...data }),
  ),
  reads(
    'lindung.candidates.candidate-found.v1',
    { ...candidate, district: district('Where'), foundOn: day('When') },
    ({ foundOn, ...data }, origin) =>
      fact(candidates, { ...origin, ...data, step: 'FOUND', happenedOn: foundOn }),
  ),
  reads(
    'lindung.candidates.candidate-declined.v1',
    { ...candidate, declinedOn: day('When') },
    ({ declinedOn, ...data }, origin) =>
      fact(candidates, { ...origin, ...data, step: 'DECLINED', happenedOn: declinedOn }),
  ),
];

/** Sponsors with their agreements, and candidates. */
export const SPONSOR_READERS: readonly Reader[] = [...AGREEMENT_READERS, ...CANDIDATE_READERS];
