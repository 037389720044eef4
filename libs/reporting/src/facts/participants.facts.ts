import {
  code,
  count,
  day,
  district,
  id,
  line,
  listOf,
  month,
  optional,
  rupiahs,
} from '#publishing/contracts';
import { deaths, districtCorrections, payments, registrations, reversals } from './fact-tables.js';
import { type Reader, factAbout, reads } from './reader.js';

const participantId = id('The worker');

/** What contracts of participants say: who came in where, what was paid, and who died. */
export const PARTICIPANT_READERS: readonly Reader[] = [
  reads(
    'lindung.participants.participant-registered.v2',
    {
      participantId,
      segment: code('Kind of membership'),
      channel: code('Where it came in'),
      payer: code('Who pays'),
      sponsorId: optional(id('The sponsor')),
      district: district('Where'),
      sector: code('Kind of work'),
      occupationGroup: optional(code('Group of occupations')),
      branch: optional(line('The branch')),
      registeredOn: day('When'),
    },
    ({ participantId: who, ...data }, origin) =>
      factAbout(who, registrations, {
        ...origin,
        ...data,
        sponsorId: data.sponsorId ?? null,
        occupationGroup: data.occupationGroup ?? null,
        branch: data.branch ?? null,
      }),
  ),
  reads(
    'lindung.participants.contribution-paid.v2',
    {
      participantId,
      segment: code('Kind of membership'),
      payer: code('Who paid'),
      sponsorId: optional(id('The sponsor')),
      period: month('First month'),
      months: count('How many'),
      amountIdr: rupiahs('Sum'),
      paidOn: day('When'),
    },
    ({ participantId: who, ...data }, origin) =>
      factAbout(who, payments, { ...origin, ...data, sponsorId: data.sponsorId ?? null }),
  ),
  reads(
    'lindung.participants.contribution-reversed.v1',
    {
      participantId,
      segment: code('Kind of membership'),
      period: month('First month'),
      months: count('How many'),
      amountIdr: rupiahs('Sum'),
      paidOn: day('When it was said to have been paid'),
      reversedOn: day('When it was taken back'),
    },
    ({ participantId: who, ...data }, origin) => factAbout(who, reversals, { ...origin, ...data }),
  ),
  reads(
    'lindung.participants.death-reported.v1',
    { participantId, diedOn: day('When') },
    ({ participantId: who, diedOn }, origin) => factAbout(who, deaths, { ...origin, diedOn }),
  ),
  reads('lindung.participants.death-revoked.v1', { participantId }, ({ participantId: who }, origin) =>
    factAbout(who, deaths, { ...origin, diedOn: null }),
  ),
  reads(
    'lindung.participants.death-day-corrected.v1',
    { participantId, diedOn: day('When') },
    ({ participantId: who, diedOn }, origin) => factAbout(who, deaths, { ...origin, diedOn }),
  ),
  reads(
    'lindung.participants.participant-corrected.v1',
    {
      participantId,
      subjects: listOf('What was corrected', { subject: code('Its kind') }),
      district: optional(district('The district')),
      correctedOn: day('When'),
    },
    ({ participantId: who, district: now, correctedOn }, origin) =>
      now === undefined
        ? { rows: [], about: [] }
        : factAbout(who, districtCorrections, { ...origin, district: now, correctedOn }),
  ),
];
