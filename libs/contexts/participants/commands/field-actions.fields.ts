import { asked, shape } from '#http';
import { CANCELLING_REASONS } from '../domain/field-action.events.js';
import { OCCUPATION_GROUPS } from '../domain/participant.events.js';

export class PlanFieldActionBody extends shape({
  name: asked.name({ description: 'Name of the place, never of a person', example: 'Pasar Contoh' }),
  district: asked.district(),
  branch: asked.paperNumber({ max: 20, description: 'Branch of BPJS that goes there', example: 'J03' }),
  car: asked.paperNumber({ max: 20, optional: true, description: 'Number of the car, where one goes' }),
  startsOn: asked.day(),
  endsOn: asked.day({ description: 'The last day' }),
  targetGroup: asked.code(OCCUPATION_GROUPS, { description: 'Whom it is for' }),
  targetPersons: asked.integer({ min: 1, max: 100_000, description: 'How many are hoped for' }),
}) {}

export class CancelFieldActionBody extends shape({ reason: asked.code(CANCELLING_REASONS) }) {}
