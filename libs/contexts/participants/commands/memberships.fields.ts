import { asked, shape } from '#http';
import { LEAVING_REASONS } from '../domain/membership.events.js';
import { CHANNELS, PAYERS, SECTORS } from '../domain/participant.events.js';
import { ParticipantPersonBody, countedBy } from './participants.fields.js';

export class JoinEmployerBody extends shape({
  wageIdr: asked.rupiah({ min: 1, description: 'Basic wage and fixed allowances, a month' }),
  startedOn: asked.day({ description: 'The first day of work' }),
  decreeId: asked.uuid({
    optional: true,
    description: 'The decree of a government body that names the worker: cover ends with its time',
  }),
  district: asked.district(),
  occupationGroup: countedBy.occupationGroup,
  person: asked.nested(() => ParticipantPersonBody, {
    description: 'Registered as a participant if this NIK is not',
  }),
}) {}

export class ProlongTermBody extends shape({
  decreeId: asked.uuid({ description: 'The decree that names the worker next' }),
}) {}

export class LeaveEmployerBody extends shape({
  reason: asked.code(LEAVING_REASONS, { description: 'A death is reported as a death, not here' }),
  lastDay: asked.day({ description: 'The last day of work' }),
}) {}

export class OwnWorkBody extends shape({
  occupation: asked.text({ max: 100, description: 'The work that is insured (jenis pekerjaan)' }),
  workplace: asked.text({ max: 200, description: 'Where the work is done' }),
}) {}

export class RegisterSelfEmploymentBody extends shape({
  channel: asked.code(CHANNELS, { description: 'Where the registration came in' }),
  payer: asked.code(PAYERS, { description: 'Who pays the contributions of this work' }),
  sponsorId: asked.uuid({ optional: true }),
  agreementId: asked.uuid({ optional: true }),
  sector: asked.code(SECTORS, { description: 'Decides a contribution relief (PP 50/2025)' }),
  ...countedBy,
  declaredIncomeIdr: asked.rupiah({
    description: 'Declared income of this work a month; it chooses the contribution band',
  }),
  registeredOn: asked.day({ description: 'The day the registration takes effect' }),
  person: asked.nested(() => OwnWorkBody),
}) {}

export class MemberFileQuery extends shape({
  dryRun: asked.yesNo({ fromText: true, optional: true, description: 'Says what would come of it' }),
}) {}
