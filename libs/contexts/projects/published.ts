import {
  type ContextContracts,
  contextContracts,
  contract,
  count,
  day,
  district,
  id,
  line,
  listOf,
  oneOf,
  optional,
  rupiahs,
} from '#publishing/contracts';
import { PAYMENT_REVERSAL_REASONS, rupiah } from '#kernel';
import { confirmation, funds, fundsOf, toBeConfirmed } from '../published-fields.js';
import {
  type BackDatedProjectEntriesConfirmed,
  CONTRIBUTION_BASES,
  ENDING_REASONS,
  type ProjectAmended,
  type ProjectContributionsPaid,
  type ProjectEnded,
  type ProjectExtended,
  type ProjectPaymentReversed,
  type ProjectRefunded,
  type ProjectRegistered,
} from './domain/project.events.js';

const projectId = id('The project');
const paymentId = id('The payment');

/** What is due after a change. */
const changed = {
  amountIdr: rupiahs('Contributions of the whole project'),
  funds: funds('These contributions by programme'),
  changeIdr: rupiahs('What that is more than before; less than nothing where it is less'),
  dueOn: day('Until when the difference is paid in time'),
};

const duesOf = ({ components, changeIdr, ...data }: ProjectAmended['data'] | ProjectExtended['data']) => ({
  ...data,
  funds: fundsOf(components),
  changeIdr: rupiah(changeIdr),
});

/** What the world outside may know of construction projects: where and how long, how many workers, what is due and paid. */
export const projectsContracts: ContextContracts = contextContracts(
  'projects',
  ['project'],
  [
    contract({
      type: 'lindung.projects.project-registered.v1',
      from: 'ProjectRegistered',
      about: 'A construction project was registered, and billed.',
      fields: {
        projectId,
        district: district('Where it is built'),
        branch: line('The branch of BPJS that looks after it'),
        workers: count('How many workers there will be, as reported; they are named one by one, or not'),
        base: oneOf('What the contributions are computed of', CONTRIBUTION_BASES),
        baseIdr: rupiahs('How much that is'),
        amountIdr: rupiahs('Contributions of the whole project'),
        funds: funds('These contributions by programme'),
        stages: listOf('Parts in which they are due', {
          dueOn: day('Until when it is paid in time'),
          amountIdr: rupiahs('How much'),
        }),
        contractedOn: day('Day of the contract'),
        startsOn: day('First day of work'),
        endsOn: day('Last day, with the time of maintenance'),
        registeredOn: day('Day of the registration'),
      },
      data: ({ data }: ProjectRegistered) => ({
        ...data,
        funds: fundsOf(data.components),
        registeredOn: data.effectiveOn,
      }),
    }),
    contract({
      type: 'lindung.projects.project-amended.v1',
      from: 'ProjectAmended',
      about: 'An addendum changed what the contributions are computed of.',
      fields: {
        projectId,
        baseIdr: rupiahs('What they are computed of now'),
        ...changed,
        amendedOn: day('Day of the addendum'),
      },
      data: ({ data }: ProjectAmended) => ({ ...data, ...duesOf(data), amendedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.projects.project-extended.v1',
      from: 'ProjectExtended',
      about: 'The project goes on for longer.',
      fields: {
        projectId,
        endsOn: day('Last day now'),
        ...changed,
        extendedOn: day('Day of the addendum'),
      },
      data: ({ data }: ProjectExtended) => ({ ...data, ...duesOf(data), extendedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.projects.project-contributions-paid.v1',
      from: 'ProjectContributionsPaid',
      about: 'Money for the contributions of a project came.',
      fields: {
        projectId,
        paymentId,
        amountIdr: rupiahs('How much'),
        paidOn: day('Day of the payment'),
        toBeConfirmed,
      },
      data: ({ data }: ProjectContributionsPaid) => ({
        ...data,
        ...confirmation(data),
        paidOn: data.effectiveOn,
      }),
    }),
    contract({
      type: 'lindung.projects.project-payment-reversed.v1',
      from: 'ProjectPaymentReversed',
      about: 'A payment was taken back: it never counted.',
      fields: {
        projectId,
        paymentId,
        amountIdr: rupiahs('How much'),
        reason: oneOf('Why', PAYMENT_REVERSAL_REASONS),
        reversedOn: day('Day on which it was taken back'),
      },
      data: ({ data }: ProjectPaymentReversed) => ({ ...data, reversedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.projects.project-refunded.v1',
      from: 'ProjectRefunded',
      about: 'Money was paid back.',
      fields: {
        projectId,
        paymentId: optional(id('The payment that had been taken back; absent where more came than was due')),
        amountIdr: rupiahs('How much'),
        refundedOn: day('Day of the refund'),
      },
      data: ({ data }: ProjectRefunded) => ({ ...data, refundedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.projects.project-ended.v1',
      from: 'ProjectEnded',
      about: 'Work on a project ended.',
      fields: {
        projectId,
        reason: oneOf('Why', ENDING_REASONS),
        endedOn: day('Its last day'),
        toBeConfirmed,
      },
      data: ({ data }: ProjectEnded) => ({ ...data, ...confirmation(data), endedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.projects.late-entries-confirmed.v1',
      from: 'BackDatedProjectEntriesConfirmed',
      about: 'A second person confirmed what others had entered late: it holds.',
      fields: { projectId, confirmedOn: day('Day of the confirmation') },
      data: ({ data }: BackDatedProjectEntriesConfirmed) => ({ ...data, confirmedOn: data.effectiveOn }),
    }),
  ],
  {
    ProjectReversalRequested: 'nothing has changed yet',
    ProjectRefundRequested: 'nothing has changed yet',
    ProjectCorrectionRefused: 'nothing has changed',
  },
);
