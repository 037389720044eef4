import { LEVELS } from '#law';
import { asked, shape } from '#http';
import {
  CHANNELS,
  HEIR_RELATIONS,
  OCCUPATION_GROUPS,
  PAYERS,
  SECTORS,
  SEXES,
} from '../domain/participant.events.js';

export class ParticipantPersonBody extends shape({
  nik: asked.nik(),
  name: asked.name({ description: 'As on the KTP' }),
  birthDate: asked.day(),
  sex: asked.code(SEXES),
  phone: asked.phone({ optional: true }),
  occupation: asked.text({ max: 100, description: 'The work that is insured (jenis pekerjaan)' }),
  workplace: asked.text({ max: 200, description: 'Where the work is done' }),
}) {}

/** By what registrations and payments are counted, in the open. */
export const countedBy = {
  occupationGroup: asked.code(OCCUPATION_GROUPS, {
    optional: true,
    description: 'By which the work is counted; the occupation in words is personal',
  }),
  branch: asked.paperNumber({
    max: 20,
    optional: true,
    description: 'Branch of BPJS that looks after the worker',
    example: 'J03',
  }),
};

export class RegisterParticipantBody extends shape({
  channel: asked.code(CHANNELS, { description: 'Where the registration came in' }),
  payer: asked.code(PAYERS, { description: 'Who pays the contributions' }),
  sponsorId: asked.uuid({ optional: true }),
  agreementId: asked.uuid({ optional: true }),
  district: asked.district(),
  sector: asked.code(SECTORS, { description: 'Decides a contribution relief (PP 50/2025)' }),
  ...countedBy,
  fieldActionId: asked.uuid({
    optional: true,
    description: 'The action in the field on which the worker was registered',
  }),
  declaredIncomeIdr: asked.rupiah({
    description: 'Declared income a month; it chooses the contribution band',
  }),
  registeredOn: asked.day({ description: 'The day the registration takes effect' }),
  person: asked.nested(() => ParticipantPersonBody),
}) {}

export class SchoolBody extends shape({
  level: asked.code(LEVELS),
  yearInLevel: asked.integer({
    min: 1,
    max: 8,
    description: 'Which year of the level the child is in',
  }),
}) {}

export class ChildPersonBody extends shape({
  name: asked.name(),
  birthDate: asked.day(),
}) {}

export class RegisterChildBody extends shape({
  school: asked.nested(() => SchoolBody, { optional: true, description: 'Left out below school age' }),
  person: asked.nested(() => ChildPersonBody),
}) {}

export class HeirPersonBody extends shape({
  name: asked.name(),
  phone: asked.phone({ optional: true }),
}) {}

export class RegisterHeirBody extends shape({
  relation: asked.code(HEIR_RELATIONS),
  person: asked.nested(() => HeirPersonBody),
}) {}

export class DeathHealthBody extends shape({
  cause: asked.text({ max: 300, description: 'Cause of death as the certificate says' }),
}) {}

export class ReportDeathBody extends shape({
  diedOn: asked.day(),
  certificate: asked.text({ max: 60, description: 'Number of the death certificate or letter' }),
  health: asked.nested(() => DeathHealthBody),
}) {}

export class RecordContributionBody extends shape({
  period: asked.month({ description: 'First month paid for' }),
  months: asked.integer({ min: 1, max: 12, description: 'Months paid for: 1, 2, 3, 6 or 12' }),
  payer: asked.code(PAYERS),
  sponsorId: asked.uuid({ optional: true }),
  agreementId: asked.uuid({ optional: true }),
  amountIdr: asked.rupiah({
    optional: true,
    description: 'What was received; refused when the law asks for another sum',
  }),
  paidOn: asked.day(),
  receipt: asked.paperNumber({ max: 60, description: 'Number of the receipt or payment code' }),
  settlesEventOn: asked.day({
    optional: true,
    description: 'Settles arrears: day of the accident or death whose claim waits for them, however long ago',
  }),
}) {}
