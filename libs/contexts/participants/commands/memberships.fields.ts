import { asked, shape } from '#http';
import { LEAVING_REASONS } from '../domain/membership.events.js';
import { ParticipantPersonBody } from './participants.fields.js';

export class JoinEmployerBody extends shape({
  wageIdr: asked.rupiah({ min: 1, description: 'Basic wage and fixed allowances, a month' }),
  startedOn: asked.day({ description: 'The first day of work' }),
  district: asked.district(),
  person: asked.nested(() => ParticipantPersonBody, {
    description: 'Registered as a participant if this NIK is not',
  }),
}) {}

export class LeaveEmployerBody extends shape({
  reason: asked.code(LEAVING_REASONS, { description: 'A death is reported as a death, not here' }),
  lastDay: asked.day({ description: 'The last day of work' }),
}) {}
