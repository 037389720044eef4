import { SEGMENTS } from '#law';
import {
  type Contract,
  contract,
  day,
  district,
  id,
  line,
  listOf,
  month,
  oneOf,
  optional,
} from '#publishing/contracts';
import {
  DETAIL_SUBJECTS,
  type DeathDayCorrected,
  type DeathRevoked,
  type IncomeBandChanged,
  type NikCorrected,
  type ParticipantCorrected,
} from '../domain/correction.events.js';
import type { ParticipantMergedInto, ParticipantSplitOff } from '../domain/merger.events.js';
import {
  AGE_BANDS,
  CHANNELS,
  type DeathReported,
  type DeathTracedToAccident,
  OCCUPATION_GROUPS,
  PAYERS,
  type ParticipantRegistered,
  SECTORS,
  SEXES,
  type SelfEmploymentRegistered,
} from '../domain/participant.events.js';
import { FORMER_PAYERS, formerPayer } from './former-payers.js';

const participantId = id('The worker');

const cameIn = <const Payers extends readonly string[]>(payers: Payers) => ({
  participantId,
  channel: oneOf('Where the registration came in', CHANNELS),
  payer: oneOf('Who pays the contributions', payers),
  sponsorId: optional(id('The village, government or company that pays')),
  sector: oneOf('Kind of work, as far as it decides a relief', SECTORS),
  registeredOn: day('Day of registration'),
});

const registration = <const Payers extends readonly string[]>(payers: Payers) => ({
  ...cameIn(payers),
  segment: oneOf('Kind of membership', SEGMENTS),
  district: district('Where the worker was registered'),
});

const countedBy = {
  occupationGroup: optional(oneOf('Group of occupations, where it was stated', OCCUPATION_GROUPS)),
  branch: optional(line('The branch of BPJS that looks after the worker, where it was stated')),
  agreementId: optional(id('The agreement under which the sponsor pays')),
};

const bands = {
  sex: optional(oneOf('Sex; absent in logs of earlier releases', SEXES)),
  ageBand: optional(
    oneOf('Years of age on the day of registration; absent in logs of earlier releases', AGE_BANDS),
  ),
};

/** Who came in, what was corrected of them, and who is one person. */
export const registrationContracts: readonly Contract[] = [
  contract({
    type: 'lindung.participants.participant-registered.v1',
    from: 'ParticipantRegistered',
    about:
      'A worker was registered. Coverage starts with the first contribution. v2 names every kind of payer.',
    fields: registration(FORMER_PAYERS),
    data: ({ data }: ParticipantRegistered) => ({
      ...data,
      payer: formerPayer(data.payer),
      registeredOn: data.effectiveOn,
    }),
  }),
  contract({
    type: 'lindung.participants.participant-registered.v2',
    from: 'ParticipantRegistered',
    about: 'A worker was registered. Coverage starts with the first contribution.',
    fields: {
      ...registration(PAYERS),
      ...countedBy,
      ...bands,
      fieldActionId: optional(id('The action in the field on which it was done')),
      facilityId: optional(id('The PLKK that did it')),
    },
    data: ({ data }: ParticipantRegistered) => ({ ...data, registeredOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.self-employment-registered.v1',
    from: 'SelfEmploymentRegistered',
    about: 'A wage earner works for himself as well. Cover for it starts with the first contribution.',
    fields: { ...cameIn(PAYERS), ...countedBy },
    data: ({ data }: SelfEmploymentRegistered) => ({ ...data, registeredOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.participant-corrected.v1',
    from: 'ParticipantCorrected',
    about:
      'What was typed wrong of a worker was corrected. The values stay inside, but for those that are counted.',
    fields: {
      participantId,
      subjects: listOf('What was corrected', { subject: oneOf('Its kind', DETAIL_SUBJECTS) }),
      district: optional(district('Where the worker belongs, if that was corrected')),
      ...bands,
      correctedOn: day('Day of the correction'),
    },
    data: ({ data }: ParticipantCorrected) => ({
      ...data,
      subjects: data.subjects.map((subject) => ({ subject })),
      correctedOn: data.effectiveOn,
    }),
  }),
  contract({
    type: 'lindung.participants.nik-corrected.v1',
    from: 'NikCorrected',
    about:
      'The NIK of a worker was wrong and is another one since. Both stay inside; the worker keeps the id.',
    fields: { participantId, correctedOn: day('Day of the correction') },
    data: ({ data }: NikCorrected) => ({ ...data, correctedOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.band-changed.v1',
    from: 'IncomeBandChanged',
    about: 'Contributions are computed of another amount from a month on. The amounts stay inside.',
    fields: {
      participantId,
      subject: oneOf('What was changed', ['INCOME_BAND']),
      from: month('First month for which it holds'),
      changedOn: day('Day on which it was said'),
    },
    data: ({ data }: IncomeBandChanged) => ({
      ...data,
      subject: 'INCOME_BAND' as const,
      changedOn: data.effectiveOn,
    }),
  }),
  contract({
    type: 'lindung.participants.participant-merged.v1',
    from: 'ParticipantMergedInto',
    about: 'Two participants were one person: whatever was told under the one id counts for the other.',
    fields: {
      participantId: id('The id that stands for nobody of its own any more'),
      survivorId: id('The id under which the person goes on'),
      segment: oneOf('Kind of membership of the former', SEGMENTS),
      mergedOn: day('Day'),
    },
    data: ({ data }: ParticipantMergedInto) => ({ ...data, mergedOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.participant-split-off.v1',
    from: 'ParticipantSplitOff',
    about: 'They were two persons after all: the id stands for its own participant again.',
    fields: {
      participantId: id('The id that stands for its own participant again'),
      survivorId: id('The id under which they were one'),
      segment: oneOf('Kind of membership of the former', SEGMENTS),
      splitOn: day('Day'),
    },
    data: ({ data }: ParticipantSplitOff) => ({ ...data, splitOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.death-reported.v1',
    from: 'DeathReported',
    about: "A participant's death was reported. The cause stays inside.",
    fields: { participantId, diedOn: day('Day of death') },
    data: ({ data }: DeathReported) => data,
  }),
  contract({
    type: 'lindung.participants.death-traced.v1',
    from: 'DeathTracedToAccident',
    about:
      'A death was found to come from a work accident. Only of logs of the first edition; since then it is lindung.deaths.death-traced.v1.',
    fields: { participantId, accidentId: id('The accident'), tracedOn: day('Day') },
    data: ({ data }: DeathTracedToAccident) => ({ ...data, tracedOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.death-revoked.v1',
    from: 'DeathRevoked',
    about: 'The death was reported for the wrong person: this worker lives.',
    fields: {
      participantId,
      diedOn: day('Day of death that was reported'),
      revokedOn: day('Day on which the report was taken back'),
    },
    data: ({ data }: DeathRevoked) => ({ ...data, revokedOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.death-day-corrected.v1',
    from: 'DeathDayCorrected',
    about: "The day of a worker's death was reported wrongly and is another one since.",
    fields: {
      participantId,
      diedOn: day('Day of death'),
      formerDiedOn: day('Day of death that was reported first'),
      correctedOn: day('Day of the correction'),
    },
    data: ({ data }: DeathDayCorrected) => ({ ...data, correctedOn: data.effectiveOn }),
  }),
];
