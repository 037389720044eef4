import { SEGMENTS } from '#law';
import {
  type ContextContracts,
  contextContracts,
  contract,
  count,
  day,
  district,
  id,
  line,
  listOf,
  month,
  oneOf,
  optional,
  rupiahs,
} from '#publishing/contracts';
import {
  DETAIL_SUBJECTS,
  type DeathDayCorrected,
  type DeathRevoked,
  type NikCorrected,
  type ParticipantCorrected,
} from './domain/correction.events.js';
import {
  CHANNELS,
  type ContributionPaid,
  type DeathReported,
  OCCUPATION_GROUPS,
  PAYERS,
  type Payer,
  type ParticipantRegistered,
  SECTORS,
} from './domain/participant.events.js';
import { type ContributionReversed, REVERSAL_REASONS } from './domain/reversal.events.js';

const registration = <const Payers extends readonly string[]>(payers: Payers) => ({
  participantId: id('The worker'),
  segment: oneOf('Kind of membership', SEGMENTS),
  channel: oneOf('Where the registration came in', CHANNELS),
  payer: oneOf('Who pays the contributions', payers),
  sponsorId: optional(id('The village, government or company that pays')),
  district: district('Where the worker was registered'),
  sector: oneOf('Kind of work, as far as it decides a relief', SECTORS),
  registeredOn: day('Day of registration'),
});

const payment = <const Payers extends readonly string[]>(payers: Payers) => ({
  participantId: id('The worker'),
  segment: oneOf('Kind of membership', SEGMENTS),
  payer: oneOf('Who paid', payers),
  sponsorId: optional(id('The village, government or company that paid')),
  period: month('First month that was paid'),
  months: count('Number of months that were paid'),
  amountIdr: rupiahs('Sum of all programmes'),
  paidOn: day('Day of payment'),
});

const countedBy = {
  occupationGroup: optional(oneOf('Group of occupations, where it was stated', OCCUPATION_GROUPS)),
  branch: optional(line('The branch of BPJS that looks after the worker, where it was stated')),
};

/** The payers that the first versions of the contracts name. */
const FORMER_PAYERS = ['SELF', 'EMPLOYER', 'VILLAGE', 'LOCAL_GOV', 'CSR_SPONSOR', 'PROJECT_OWNER'] as const;

type FormerPayer = (typeof FORMER_PAYERS)[number];

/** The nearest that they name. */
const NEAREST: Readonly<Record<Exclude<Payer, FormerPayer>, FormerPayer>> = {
  KELURAHAN: 'LOCAL_GOV',
  CENTRAL_GOV: 'LOCAL_GOV',
  CHAMBER: 'CSR_SPONSOR',
};

const formerPayer = (payer: Payer): FormerPayer =>
  FORMER_PAYERS.find((one) => one === payer) ?? NEAREST[payer as Exclude<Payer, FormerPayer>];

/** What the world outside may know of participants: where and how they came in, what was paid, that one has died. */
export const participantsContracts: ContextContracts = contextContracts(
  'participants',
  ['participant', 'contribution'],
  [
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
      fields: { ...registration(PAYERS), ...countedBy },
      data: ({ data }: ParticipantRegistered) => ({ ...data, registeredOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.participants.contribution-paid.v1',
      from: 'ContributionPaid',
      about: 'Contributions were received. v2 names every kind of payer.',
      fields: payment(FORMER_PAYERS),
      data: ({ data }: ContributionPaid) => ({ ...data, payer: formerPayer(data.payer) }),
    }),
    contract({
      type: 'lindung.participants.contribution-paid.v2',
      from: 'ContributionPaid',
      about: 'Contributions were received.',
      fields: { ...payment(PAYERS), ...countedBy },
      data: ({ data }: ContributionPaid) => data,
    }),
    contract({
      type: 'lindung.participants.contribution-reversed.v1',
      from: 'ContributionReversed',
      about:
        'A payment that bounced, or was for others or for other months, was taken back: it never counted.',
      fields: {
        participantId: id('The worker'),
        segment: oneOf('Kind of membership', SEGMENTS),
        period: month('First month of the payment'),
        months: count('Number of months of the payment'),
        amountIdr: rupiahs('Its sum'),
        reason: oneOf('Why', REVERSAL_REASONS),
        paidOn: day('Day on which it was said to have been made'),
        reversedOn: day('Day on which it was taken back'),
      },
      data: ({ data }: ContributionReversed) => ({ ...data, reversedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.participants.death-reported.v1',
      from: 'DeathReported',
      about: "A participant's death was reported. The cause stays inside.",
      fields: {
        participantId: id('The worker'),
        diedOn: day('Day of death'),
      },
      data: ({ data }: DeathReported) => data,
    }),
    contract({
      type: 'lindung.participants.death-revoked.v1',
      from: 'DeathRevoked',
      about: 'The death was reported for the wrong person: this worker lives.',
      fields: {
        participantId: id('The worker'),
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
        participantId: id('The worker'),
        diedOn: day('Day of death'),
        formerDiedOn: day('Day of death that was reported first'),
        correctedOn: day('Day of the correction'),
      },
      data: ({ data }: DeathDayCorrected) => ({ ...data, correctedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.participants.participant-corrected.v1',
      from: 'ParticipantCorrected',
      about: 'What was typed wrong of a worker was corrected. The values stay inside, but for the district.',
      fields: {
        participantId: id('The worker'),
        subjects: listOf('What was corrected', { subject: oneOf('Its kind', DETAIL_SUBJECTS) }),
        district: optional(district('Where the worker belongs, if that was corrected')),
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
      fields: {
        participantId: id('The worker'),
        correctedOn: day('Day of the correction'),
      },
      data: ({ data }: NikCorrected) => ({ ...data, correctedOn: data.effectiveOn }),
    }),
  ],
);
