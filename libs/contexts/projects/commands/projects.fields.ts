import { asked, shape } from '#http';
import { NO_PAYMENT_CORRECTION_REASONS, PAYMENT_REVERSAL_REASONS } from '#kernel';
import { CONTRIBUTION_BASES, ENDING_REASONS } from '../domain/project.events.js';

export class StageBody extends shape({
  dueOn: asked.day({ description: 'By when it is due' }),
  percent: asked.integer({ min: 1, max: 100, description: 'Of the contributions' }),
}) {}

const baseIdr = () =>
  asked.rupiah({ min: 1, description: 'The value of the contract, or all wages of the project in a month' });

const reference = () =>
  asked.paperNumber({
    max: 100,
    description: 'Number of the contract or of the addendum',
    example: 'KTR/7/2026',
  });

export class RegisterProjectBody extends shape({
  registrationNumber: asked.paperNumber({
    max: 30,
    description: 'Nomor pendaftaran proyek',
    example: 'JK2600001',
  }),
  name: asked.name({ description: 'Name of the project', example: 'Gedung Contoh' }),
  owner: asked.name({ description: 'The body that has it built, never a person' }),
  contractor: asked.name({ description: 'The body that builds it, never a person' }),
  district: asked.district(),
  branch: asked.paperNumber({ max: 20, description: 'Branch of BPJS that looks after it', example: 'J03' }),
  reference: reference(),
  contractedOn: asked.day({ description: 'The day of the contract; it decides the law' }),
  base: asked.code(CONTRIBUTION_BASES, { description: 'What the contributions are computed of' }),
  baseIdr: baseIdr(),
  workers: asked.integer({ min: 1, max: 100_000, description: 'How many there will be, named or not' }),
  startsOn: asked.day({ description: 'The first day of work' }),
  endsOn: asked.day({ description: 'The last day, with the time of maintenance' }),
  stages: asked.nested(() => StageBody, {
    each: true,
    optional: true,
    minItems: 1,
    maxItems: 12,
    description: 'Left out: everything is due on the first day of work',
  }),
}) {}

const dueOn = () => asked.day({ description: 'By when what it adds is due' });

export class AmendProjectBody extends shape({
  reference: reference(),
  baseIdr: baseIdr(),
  dueOn: dueOn(),
}) {}

export class ExtendProjectBody extends shape({
  reference: reference(),
  endsOn: asked.day({ description: 'The new last day' }),
  dueOn: dueOn(),
}) {}

export class EndProjectBody extends shape({
  reason: asked.code(ENDING_REASONS),
  reference: asked.paperNumber({ max: 100, description: 'Number of the paper that shows it' }),
  lastDay: asked.day(),
}) {}

export class PayProjectBody extends shape({
  amountIdr: asked.rupiah({ min: 1 }),
  bankReference: asked.paperNumber({ max: 60, description: 'The line of the bank statement' }),
  paidOn: asked.day(),
}) {}

export class ReverseProjectPaymentBody extends shape({
  reason: asked.code(PAYMENT_REVERSAL_REASONS),
  bankReference: asked.paperNumber({ max: 60, description: 'The line of the bank statement that shows it' }),
}) {}

export class RefundProjectBody extends shape({
  paymentId: asked.uuid({
    optional: true,
    description: 'A payment of another payer that was taken back, which is paid back whole',
  }),
  amountIdr: asked.rupiah({ min: 1 }),
  bankReference: asked.paperNumber({ max: 60, description: 'Number of the transfer' }),
}) {}

export class RefuseProjectCorrectionBody extends shape({
  reason: asked.code(NO_PAYMENT_CORRECTION_REASONS),
}) {}
