import { asked, shape } from '#http';
import { NO_SIGNATURE_REASONS } from '#kernel';
import { QUALITY_OUTCOMES } from '../domain/facility.events.js';
import { PLKK_SERVICES, STOP_REASONS, WHAT_BECOMES_OF_PATIENTS } from '../domain/plkk-terms.js';

const GIVEN = { optional: true } as const;

export class FacilityAccountBody extends shape({
  bank: asked.text({ max: 60, description: 'Name or code of the bank', example: 'BANK CONTOH' }),
  number: asked.accountNumber({ example: '0001234567' }),
  holder: asked.name({ description: 'The institution that holds it', example: 'RS Contoh Cikarang' }),
}) {}

export class TariffItemBody extends shape({
  item: asked.paperNumber({
    max: 40,
    description: 'The code by which invoices name it',
    example: 'RAWAT-INAP-I',
  }),
  priceIdr: asked.rupiah({ min: 1, description: 'What one unit costs at most', example: 450_000 }),
}) {}

/** Beyond a hundred items the agreement names groups; it is one event. */
export class PlkkTermsBody extends shape({
  services: asked.code(PLKK_SERVICES, { each: true, description: 'What it treats' }),
  tariff: asked.nested(() => TariffItemBody, { each: true, description: 'Agreed prices; may be empty' }),
  beds: asked.integer({ min: 0, max: 100_000, description: 'Kept for victims of accidents' }),
  registersWorkers: asked.yesNo({ description: 'Whether it registers workers' }),
  takesPayments: asked.yesNo({ description: 'Whether it takes contributions' }),
}) {}

export class AmendPlkkAgreementBody extends shape({
  reference: asked.paperNumber({ max: 100, description: 'Number of the addendum', example: 'ADD/005/2026' }),
  from: asked.day({ description: 'First day on which it counts' }),
  services: asked.code(PLKK_SERVICES, { each: true, ...GIVEN, description: 'Left out: as before' }),
  tariff: asked.nested(() => TariffItemBody, { each: true, ...GIVEN, description: 'The whole tariff anew' }),
  beds: asked.integer({ min: 0, max: 100_000, ...GIVEN }),
  registersWorkers: asked.yesNo(GIVEN),
  takesPayments: asked.yesNo(GIVEN),
  account: asked.nested(() => FacilityAccountBody, {
    ...GIVEN,
    description: 'Where its invoices are paid once two have signed; with a `from` until today',
  }),
}) {}

export class CheckPlkkQualityBody extends shape({
  reference: asked.paperNumber({ max: 100, description: 'Number of the report', example: 'MUTU/12/2026' }),
  checkedOn: asked.day(),
  outcome: asked.code(QUALITY_OUTCOMES),
  nextCheckBy: asked.day({ description: 'By when it is looked at again, within 366 days' }),
}) {}

const patients = asked.code(WHAT_BECOMES_OF_PATIENTS, {
  description: 'Whether patients in care are treated to the end there, or moved to another PLKK',
});
const careUntil = asked.day({
  description: 'So long patients in care are treated at the cost of BPJS; at most 90 days',
});
const reason = asked.code(STOP_REASONS);
const decision = asked.paperNumber({
  max: 100,
  description: 'Number of the decision',
  example: 'SK/31/2026',
});

export class SuspendPlkkAgreementBody extends shape({
  reference: decision,
  from: asked.day({ description: 'First day of the suspension; today or later' }),
  until: asked.day({ description: 'Its last day, at most 180 days' }),
  reason,
  patients,
  careUntil,
}) {}

export class LiftPlkkSuspensionBody extends shape({
  reference: decision,
  from: asked.day({ description: 'From this day on the agreement is in force again; today or later' }),
}) {}

export class EndPlkkAgreementBody extends shape({
  reference: decision,
  lastDay: asked.day({ description: 'The last day of the agreement; today or later' }),
  reason,
  patients,
  careUntil,
}) {}

export class RefuseProposalBody extends shape({ reason: asked.code(NO_SIGNATURE_REASONS) }) {}
