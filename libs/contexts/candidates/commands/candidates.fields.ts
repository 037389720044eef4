import { asked, shape } from '#http';
import { CONTACT_WAYS, DECLINING_REASONS, LIST_SOURCES } from '../domain/candidate.events.js';

export class OpenCandidateListBody extends shape({
  name: asked.name({ description: 'Name of the list, never of a person' }),
  source: asked.code(LIST_SOURCES, { description: 'What it rests on' }),
  reference: asked.paperNumber({ max: 100, description: 'Number of the paper' }),
  district: asked.area(),
  branch: asked.paperNumber({ max: 20, description: 'Branch of BPJS that looks for them', example: 'J03' }),
  expectedPersons: asked.integer({ min: 1, max: 10_000_000, description: 'How many there are said to be' }),
}) {}

export class CandidatePersonBody extends shape({
  nik: asked.nik(),
  name: asked.name({ description: 'As on the paper' }),
  phone: asked.phone({ optional: true }),
  work: asked.text({ max: 100, optional: true, description: 'Office or work' }),
}) {}

export class FindCandidateBody extends shape({
  district: asked.district(),
  person: asked.nested(() => CandidatePersonBody),
}) {}

export class ContactCandidateBody extends shape({
  way: asked.code(CONTACT_WAYS),
  contactedOn: asked.day(),
}) {}

export class DeclineCandidateBody extends shape({ reason: asked.code(DECLINING_REASONS) }) {}
