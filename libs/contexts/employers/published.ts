import { EMPLOYER_SIZES } from '#law';
import {
  type ContextContracts,
  contextContracts,
  contract,
  count,
  day,
  district,
  id,
  line,
  oneOf,
} from '#publishing/contracts';
import { confirmation, toBeConfirmed } from '../published-fields.js';
import {
  type BackDatedEntriesConfirmed,
  CLOSING_REASONS,
  type DecreeRecorded,
  EMPLOYER_KINDS,
  type EmployerClosed,
  type EmployerRegistered,
  type EmployerReopened,
  type EmployerSizeCorrected,
  RELIEF_INDUSTRIES,
  type ReliefIndustryRecorded,
  type RiskClassCorrected,
} from './domain/employer.events.js';

const employerId = id('The employer');
const riskClass = count('Class of risk of its trade, 1 to 5');
const size = oneOf('Size, which decides the programmes that it has to join', EMPLOYER_SIZES);

/** What the world outside may know of employers: where they are and of which kind. Names, numbers and accounts stay inside. */
export const employersContracts: ContextContracts = contextContracts(
  'employers',
  ['employer'],
  [
    contract({
      type: 'lindung.employers.employer-registered.v1',
      from: 'EmployerRegistered',
      about: 'An employer of wage earners was registered, or a unit of one.',
      fields: {
        employerId,
        kind: oneOf('Kind of body', EMPLOYER_KINDS),
        district: district('Where it is'),
        branch: line('The branch of BPJS that looks after it and its workers'),
        riskClass,
        size,
        registeredOn: day('Its first day as an employer'),
      },
      data: ({ data }: EmployerRegistered) => ({ ...data, registeredOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.employers.risk-class-corrected.v1',
      from: 'RiskClassCorrected',
      about: 'Another class of risk holds from a day on.',
      fields: { employerId, riskClass, from: day('First day'), toBeConfirmed },
      data: ({ data }: RiskClassCorrected) => ({ ...data, ...confirmation(data), from: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.employers.size-corrected.v1',
      from: 'EmployerSizeCorrected',
      about: 'Another size holds from a day on.',
      fields: { employerId, size, from: day('First day'), toBeConfirmed },
      data: ({ data }: EmployerSizeCorrected) => ({ ...data, ...confirmation(data), from: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.employers.relief-industry-recorded.v1',
      from: 'ReliefIndustryRecorded',
      about:
        'An employer is in labour-intensive industry from a day on, and has its relief, or does no longer.',
      fields: {
        employerId,
        industry: oneOf('Industry', RELIEF_INDUSTRIES),
        from: day('First day'),
        toBeConfirmed,
      },
      data: ({ data }: ReliefIndustryRecorded) => ({
        ...data,
        ...confirmation(data),
        from: data.effectiveOn,
      }),
    }),
    contract({
      type: 'lindung.employers.employer-closed.v1',
      from: 'EmployerClosed',
      about: 'An employer employs nobody any more after a day.',
      fields: {
        employerId,
        reason: oneOf('Why', CLOSING_REASONS),
        closedOn: day('Its last day'),
        toBeConfirmed,
      },
      data: ({ data }: EmployerClosed) => ({ ...data, ...confirmation(data), closedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.employers.employer-reopened.v1',
      from: 'EmployerReopened',
      about: 'The closing was a mistake.',
      fields: { employerId, reopenedOn: day('Day on which that was seen') },
      data: ({ data }: EmployerReopened) => ({ ...data, reopenedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.employers.late-entries-confirmed.v1',
      from: 'BackDatedEntriesConfirmed',
      about: 'A second person confirmed what others had entered late: it holds.',
      fields: { employerId, confirmedOn: day('Day of the confirmation') },
      data: ({ data }: BackDatedEntriesConfirmed) => ({ ...data, confirmedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.employers.decree-recorded.v1',
      from: 'DecreeRecorded',
      about: 'A decree of a government body names workers for a time.',
      fields: {
        employerId,
        decreeId: id('The decree'),
        decidedOn: day('Day of the decree'),
        validFrom: day('First day'),
        validUntil: day('Last day'),
        toBeConfirmed,
      },
      data: ({ data }: DecreeRecorded) => ({ ...data, ...confirmation(data) }),
    }),
  ],
  { EmployerAccountNamed: 'an account' },
);
