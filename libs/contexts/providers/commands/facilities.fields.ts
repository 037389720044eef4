import { asked, shape } from '#http';
import { FACILITY_KINDS } from '../domain/facility.events.js';
import { FacilityAccountBody, PlkkTermsBody } from './agreements.fields.js';

export class RegisterFacilityBody extends shape({
  kind: asked.code(FACILITY_KINDS),
  name: asked.name({ description: 'Name of the institution', example: 'RS Contoh Cikarang' }),
  district: asked.district({ example: '321600' }),
  account: asked.nested(() => FacilityAccountBody, { description: 'Where its invoices are paid' }),
}) {}

export class SignPlkkAgreementBody extends shape({
  reference: asked.paperNumber({
    max: 100,
    description: 'Number of the agreement (perjanjian kerja sama)',
    example: 'PKS/021/2026',
  }),
  validFrom: asked.day({ description: 'First day in force' }),
  validUntil: asked.day({ description: 'Last day in force' }),
  terms: asked.nested(() => PlkkTermsBody, {
    optional: true,
    description:
      'What is agreed; left out: all services without agreed prices, and it registers workers and takes payments',
  }),
}) {}

export class ExtendPlkkAgreementBody extends shape({
  reference: asked.paperNumber({ max: 100, description: 'Number of the addendum', example: 'ADD/004/2026' }),
  validUntil: asked.day({ description: 'The new last day in force' }),
}) {}
