import { PageOf, TimelineItem, shape, shown, actionsAt, whatCanBeDone } from '#http';
import { EMPLOYER_SIZES, PU_PROGRAMS } from '#law';
import { EMPLOYER_KINDS, RELIEF_INDUSTRIES } from '../../domain/employer.events.js';

const NULL = { nullable: true } as const;

export class EmployerSummary extends shape({
  employerId: shown.uuid(),
  npp: shown.text({ example: 'NN010001' }),
  kind: shown.code(EMPLOYER_KINDS),
  name: shown.text(),
  district: shown.text(),
  branch: shown.text(),
  startedOn: shown.day(),
  lastDay: shown.day({ ...NULL, description: 'Once it is closed' }),
}) {}

export class EmployerPage extends PageOf(EmployerSummary) {}

export class RiskClassFrom extends shape({
  riskClass: shown.number(),
  from: shown.day(),
  confirmed: shown.yesNo({ description: 'It holds; else a second person has to confirm it' }),
}) {}

export class SizeFrom extends shape({
  size: shown.code(EMPLOYER_SIZES),
  from: shown.day(),
  confirmed: shown.yesNo({ description: 'It holds; else a second person has to confirm it' }),
}) {}

export class IndustryFrom extends shape({
  industry: shown.code(RELIEF_INDUSTRIES),
  from: shown.day(),
  confirmed: shown.yesNo({ description: 'It holds; else a second person has to confirm it' }),
}) {}

export class DecreeItem extends shape({
  decreeId: shown.uuid(),
  reference: shown.text({ example: '141/SK/12/2026' }),
  validFrom: shown.day(),
  validUntil: shown.day(),
  confirmed: shown.yesNo({
    description: 'Workers may be named by it; else a second person has to confirm it',
  }),
}) {}

export class EmployerDetail extends shape(
  {
    revision: shown.revision(),
    actions: actionsAt('/employers/0b4f…'),
    whatCanBeDone,
    riskClass: shown.number({ description: 'Of the month of the question' }),
    programmes: shown.code(PU_PROGRAMS, {
      each: true,
      description: 'Compulsory in the month of the question',
    }),
    riskClasses: shown.nested(() => RiskClassFrom, { each: true }),
    sizes: shown.nested(() => SizeFrom, { each: true }),
    industries: shown.nested(() => IndustryFrom, {
      each: true,
      description: 'Labour-intensive industry whose contributions the State relieves',
    }),
    decrees: shown.nested(() => DecreeItem, {
      each: true,
      description: 'By which a government body names workers for a time',
    }),
    closingUnconfirmed: shown.day({ ...NULL, description: 'A closing that nobody has confirmed yet' }),
    timeline: shown.nested(() => TimelineItem, {
      each: true,
      description: 'What was recorded, when, and the day for which it counts',
    }),
  },
  EmployerSummary,
) {}
