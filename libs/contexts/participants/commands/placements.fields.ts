import { asked, shape } from '#http';
import { ParticipantPersonBody, countedBy } from './participants.fields.js';

export class PlaceWorkerBody extends shape({
  wageIdr: asked.rupiah({ min: 1, description: 'A month; 25 or 21 times a daily wage' }),
  startedOn: asked.day({ description: 'The first day of work on the project' }),
  district: asked.district(),
  occupationGroup: countedBy.occupationGroup,
  person: asked.nested(() => ParticipantPersonBody, {
    description: 'Registered as a participant if this NIK is not',
  }),
}) {}

export class LeaveProjectBody extends shape({
  lastDay: asked.day({ description: 'The last day of work on the project' }),
}) {}
