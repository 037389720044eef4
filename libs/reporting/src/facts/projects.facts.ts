import type { LocalDate, Rupiah } from '#kernel';
import {
  code,
  count,
  day,
  district,
  id,
  line,
  listOf,
  optional,
  rupiahs,
  yesNo,
} from '#publishing/contracts';
import { workplaces } from './work-tables.js';
import { contributions, projectDues } from './money-tables.js';
import { UNSTATED } from './told.js';
import { type FactRow, type Origin, type Reader, fact, reads, row } from './reader.js';

const projectId = id('The project');
const NO_CONFIRMATION = { toBeConfirmed: false };

const toBeConfirmed = optional(yesNo('It does not hold before it is confirmed'));

const funds = listOf('All of it by programme', {
  programme: code('Programme'),
  amountIdr: rupiahs('Amount'),
});

interface Due {
  readonly projectId: string;
  readonly happenedOn: LocalDate;
  readonly funds: readonly { readonly programme: string; readonly amountIdr: Rupiah }[];
}

/** What is due of a project in all, a row for each programme. */
const duesOf = (origin: Origin, { funds: parts, ...due }: Due): FactRow[] =>
  parts.map((part) => row(projectDues, { ...origin, ...due, ...part }));

/** Money of a project that came in, or went back: for all programmes in one sum. */
const amountOf = (
  origin: Origin,
  projectId: string,
  happenedOn: LocalDate,
  amountIdr: number,
  paymentId?: string,
): FactRow =>
  row(contributions, {
    ...origin,
    programme: UNSTATED,
    way: 'RECEIVED',
    segment: 'JAKON',
    payerId: projectId,
    paymentId,
    happenedOn,
    amountIdr: amountIdr as Rupiah,
  });

/** Projects: where and how long, how many work there as reported, and what was paid. */
export const PROJECT_READERS: readonly Reader[] = [
  reads(
    'lindung.projects.project-registered.v1',
    {
      projectId,
      district: district('Where'),
      branch: line('The branch'),
      workers: count('How many'),
      funds,
      startsOn: day('First day'),
      endsOn: day('Last day'),
      registeredOn: day('When'),
    },
    ({ projectId: project, workers, funds: parts, registeredOn, ...data }, origin) => ({
      rows: [
        row(workplaces, {
          ...origin,
          ...data,
          ...NO_CONFIRMATION,
          workplaceId: project,
          step: 'REGISTERED',
          kind: 'PROJECT',
          headcount: workers,
          happenedOn: registeredOn,
        }),
        ...duesOf(origin, { projectId: project, happenedOn: data.startsOn, funds: parts }),
      ],
      about: { workplaces: [project], staffOf: [project] },
    }),
  ),
  reads(
    'lindung.projects.project-extended.v1',
    {
      projectId,
      endsOn: day('Last day'),
      funds,
      dueOn: day('Until when'),
      extendedOn: day('When'),
    },
    ({ projectId: project, endsOn, funds: parts, dueOn, extendedOn }, origin) => ({
      rows: [
        row(workplaces, {
          ...origin,
          ...NO_CONFIRMATION,
          workplaceId: project,
          step: 'EXTENDED',
          endsOn,
          happenedOn: extendedOn,
        }),
        ...duesOf(origin, { projectId: project, happenedOn: dueOn, funds: parts }),
      ],
      about: { workplaces: [project] },
    }),
  ),
  reads(
    'lindung.projects.project-amended.v1',
    { projectId, funds, dueOn: day('Until when') },
    ({ projectId: project, funds: parts, dueOn }, origin) => ({
      rows: duesOf(origin, { projectId: project, happenedOn: dueOn, funds: parts }),
    }),
  ),
  reads(
    'lindung.projects.project-refunded.v1',
    {
      projectId,
      paymentId: optional(id('The payment that had been taken back')),
      amountIdr: rupiahs('Amount'),
      refundedOn: day('When'),
    },
    ({ projectId: project, paymentId, amountIdr, refundedOn }, origin) => ({
      // What was taken back never came in: that it is handed on is no refund of contributions.
      rows: paymentId === undefined ? [amountOf(origin, project, refundedOn, 0 - amountIdr)] : [],
    }),
  ),
  reads(
    'lindung.projects.project-ended.v1',
    { projectId, endedOn: day('Last day'), toBeConfirmed },
    ({ projectId: project, endedOn, toBeConfirmed: late = false }, origin) =>
      fact(
        workplaces,
        { ...origin, workplaceId: project, step: 'CLOSED', happenedOn: endedOn, toBeConfirmed: late },
        { workplaces: [project] },
      ),
  ),
  reads(
    'lindung.projects.late-entries-confirmed.v1',
    { projectId, confirmedOn: day('When') },
    ({ projectId: project, confirmedOn }, origin) =>
      fact(
        workplaces,
        { ...origin, ...NO_CONFIRMATION, workplaceId: project, step: 'CONFIRMED', happenedOn: confirmedOn },
        { workplaces: [project] },
      ),
  ),
  reads(
    'lindung.projects.project-contributions-paid.v1',
    {
      projectId,
      paymentId: id('The payment'),
      amountIdr: rupiahs('Amount'),
      paidOn: day('When'),
      toBeConfirmed,
    },
    ({ projectId: project, paymentId, amountIdr, paidOn, toBeConfirmed: late = false }, origin) => ({
      rows: [
        row(workplaces, {
          ...origin,
          workplaceId: project,
          step: 'PAID',
          happenedOn: paidOn,
          paymentId,
          toBeConfirmed: late,
        }),
        amountOf(origin, project, paidOn, amountIdr, paymentId),
      ],
      about: { workplaces: [project] },
    }),
  ),
  reads(
    'lindung.projects.project-payment-reversed.v1',
    { projectId, paymentId: id('The payment'), amountIdr: rupiahs('Amount'), reversedOn: day('When') },
    ({ projectId: project, paymentId, amountIdr, reversedOn }, origin) => ({
      rows: [
        row(workplaces, {
          ...origin,
          ...NO_CONFIRMATION,
          workplaceId: project,
          step: 'PAYMENT_REVERSED',
          happenedOn: reversedOn,
          paymentId,
        }),
        amountOf(origin, project, reversedOn, 0 - amountIdr),
      ],
      about: { workplaces: [project] },
    }),
  ),
];
