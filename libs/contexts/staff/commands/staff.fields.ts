import { asked, shape } from '#http';
import { AUTHORITY_LEVELS } from '#kernel';
import { OFFICER_ROLES, SKILLS } from '../domain/officer.events.js';

const DAYS = { from: asked.day(), until: asked.day({ description: 'The last day' }) };

export class ListOfficerBody extends shape({
  workerId: asked.paperNumber({ max: 100, description: 'Subject of their token; never a name' }),
  office: asked.paperNumber({ max: 60, optional: true, description: 'Yours unless said' }),
  roles: asked.code(OFFICER_ROLES, { each: true, minItems: 1, description: 'What they do' }),
  level: asked.integer({
    min: AUTHORITY_LEVELS[0],
    max: 5,
    optional: true,
    description: 'Of a supervisor: how far they decide; 2 is a supervisor at the desk',
  }),
  skills: asked.code(SKILLS, {
    each: true,
    optional: true,
    description: 'Programmes that they know; all when left out',
  }),
}) {}

export class ReportAbsenceBody extends shape({
  ...DAYS,
  standInId: asked.paperNumber({
    max: 100,
    optional: true,
    description: 'Subject of the token of a colleague of the same office with one of the same roles',
  }),
}) {}

export class EndAbsenceBody extends shape({ absenceId: asked.uuid() }) {}

export class DelegateAuthorityBody extends shape({
  office: asked.paperNumber({
    max: 60,
    optional: true,
    description: 'Whose claims they decide; yours unless said',
  }),
  ...DAYS,
}) {}

export class RevokeDelegationBody extends shape({ delegationId: asked.uuid() }) {}
