import { asked, shape } from '#http';
import { type Scalar, wholeNumber } from '#kernel';
import { EMPLOYER_SIZES, RISK_CLASSES, type RiskClass, SEGMENTS } from '#law';
import { CLOSING_REASONS, EMPLOYER_KINDS, RELIEF_INDUSTRIES } from '../domain/employer.events.js';

const riskClass = () =>
  asked.scalar(wholeNumber({ min: RISK_CLASSES[0], max: RISK_CLASSES.length }) as Scalar<RiskClass>, {
    description: 'Class of risk of JKK, 1 very low to 5 very high (kelompok risiko)',
  });

const size = () =>
  asked.code(EMPLOYER_SIZES, { description: 'Decides the compulsory programmes (skala usaha)' });

export class RegisterEmployerBody extends shape({
  segment: asked.code(SEGMENTS, { description: 'Of its workers; PU, wage earners' }),
  npp: asked.paperNumber({ max: 20, description: 'Nomor pendaftaran perusahaan', example: 'NN010001' }),
  kind: asked.code(EMPLOYER_KINDS),
  name: asked.name({ description: 'Name of the body, never of a person', example: 'PT Contoh Garmen' }),
  district: asked.district(),
  branch: asked.paperNumber({ max: 20, description: 'Branch of BPJS that looks after it', example: 'J03' }),
  riskClass: riskClass(),
  size: size(),
  startedOn: asked.day({ description: 'Its first day as an employer' }),
}) {}

const reference = () =>
  asked.paperNumber({ max: 100, description: 'Number of the paper that shows it', example: 'SK/12/2026' });

export class EmployerAccountBody extends shape({
  bank: asked.text({ max: 100, example: 'Bank Contoh' }),
  number: asked.accountNumber({ example: '0001234567' }),
  holder: asked.name({ description: 'Name of the body, never of a person', example: 'PT Contoh Garmen' }),
}) {}

export class NameAccountBody extends shape({
  account: asked.nested(() => EmployerAccountBody, { description: 'Where it is paid what is due to it' }),
  reference: reference(),
}) {}

const from = () => asked.day({ description: 'The first day on which it holds' });

export class CorrectRiskClassBody extends shape({
  riskClass: riskClass(),
  from: from(),
  reference: reference(),
}) {}

export class CorrectSizeBody extends shape({ size: size(), from: from(), reference: reference() }) {}

export class RecordIndustryBody extends shape({
  industry: asked.code(RELIEF_INDUSTRIES, {
    description: 'The labour-intensive industry (industri padat karya); NONE: it is in none any more',
  }),
  from: from(),
  reference: reference(),
}) {}

export class CloseEmployerBody extends shape({
  reason: asked.code(CLOSING_REASONS),
  lastDay: asked.day({ description: 'The last day on which it employs anybody' }),
  reference: reference(),
}) {}

export class ReopenEmployerBody extends shape({ reference: reference() }) {}

export class RecordDecreeBody extends shape({
  reference: asked.paperNumber({ max: 100, description: 'Its number', example: '141/SK/12/2026' }),
  decidedOn: asked.day({ description: 'The day of the decree' }),
  validFrom: asked.day({ description: 'The first day of the time for which it names workers' }),
  validUntil: asked.day({ description: 'The last day' }),
}) {}
