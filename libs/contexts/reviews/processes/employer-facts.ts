import type { BenefitCalculated } from '#contexts/claims/facts';
import type { DuesReversed, MonthSettled, WageReportCompleted } from '#contexts/dues/facts';
import type { BackDatedEntriesConfirmed, EmployerClosed, EmployerReopened } from '#contexts/employers/facts';
import type {
  BackDatedMembershipConfirmed,
  BackDatedPlacementConfirmed,
  ProjectWorkerLeft,
  WorkerLeaveUndone,
  WorkerLeft,
} from '#contexts/participants/facts';
import type { ProjectEvent } from '#contexts/projects/facts';
import type { Process } from '#kernel';
import type { ListRelianceInput } from '../domain/list-reliance.js';
import type { NoteEmployerFactInput } from '../domain/note-employer-fact.js';
import type { OpenReviewsInput } from '../domain/open-reviews.js';
import type { EmployerFactCameLate } from '../domain/review.events.js';

type Commands = {
  readonly ListReliance: ListRelianceInput;
  readonly NoteEmployerFact: NoteEmployerFactInput;
  readonly OpenReviews: OpenReviewsInput;
};

/** What a construction project tells of its money and its end. */
type OfProject = Extract<
  ProjectEvent,
  {
    type:
      | 'ProjectContributionsPaid'
      | 'ProjectPaymentReversed'
      | 'ProjectEnded'
      | 'BackDatedProjectEntriesConfirmed';
  }
>;

const note = (causeId: string, fact: Omit<NoteEmployerFactInput, 'causeId'>) => [
  { key: fact.employerId, command: 'NoteEmployerFact' as const, input: { ...fact, causeId } },
];

/** Whoever asked for a correction, and whoever made it. */
const bothOf = ({ requesterId, confirmerId }: Pick<DuesReversed['data'], 'requesterId' | 'confirmerId'>) => [
  requesterId,
  confirmerId,
];

/**
 * What an employer reports or pays after a benefit of one of its workers was calculated is looked at again, where it may have changed
 * it. One command an event of the employer, however many it employs: what rests on it is listed in a stream of its own. A construction
 * project stands for the employer of whoever builds on it.
 */
export const employerFacts: Process<
  | BenefitCalculated
  | WageReportCompleted
  | MonthSettled
  | DuesReversed
  | WorkerLeft
  | WorkerLeaveUndone
  | BackDatedMembershipConfirmed
  | EmployerClosed
  | EmployerReopened
  | BackDatedEntriesConfirmed
  | OfProject
  | ProjectWorkerLeft
  | BackDatedPlacementConfirmed
  | EmployerFactCameLate,
  Commands
> = {
  name: 'employer-facts',
  version: 1,
  categories: ['claim', 'wagereport', 'dues', 'membership', 'employer', 'project', 'placement', 'reliance'],
  on: {
    BenefitCalculated: ({ data: { claimId, participantId, employers = [] } }) =>
      employers.map((one) => ({
        key: one.employerId,
        command: 'ListReliance' as const,
        input: { ...one, participantId, benefit: { kind: 'CLAIM' as const, id: claimId } },
      })),
    WageReportCompleted: ({ id, data: { employerId, period, taken } }) =>
      taken === 0 ? [] : note(id, { employerId, fact: 'WAGE', period }),
    MonthSettled: ({ id, data: { employerId, effectiveOn: paidOn } }) =>
      note(id, { employerId, fact: 'CONTRIBUTION', paidOn }),
    DuesReversed: ({ id, data: { employerId, paidOn, ...by } }) =>
      note(id, { employerId, fact: 'CONTRIBUTION', paidOn, correctedBy: bothOf(by) }),
    // What waits for a second person does not hold yet.
    WorkerLeft: ({ id, data: { employerId, participantId, backDatedBy, effectiveOn: lastDay } }) =>
      backDatedBy === undefined ? note(id, { employerId, participantId, fact: 'EMPLOYMENT', lastDay }) : [],
    WorkerLeaveUndone: ({ id, data: { employerId, participantId } }) =>
      note(id, { employerId, participantId, fact: 'EMPLOYMENT' }),
    BackDatedMembershipConfirmed: ({ id, data: { employerId, participantId } }) =>
      note(id, { employerId, participantId, fact: 'EMPLOYMENT' }),
    EmployerClosed: ({ id, data: { employerId, backDatedBy, effectiveOn: lastDay } }) =>
      backDatedBy === undefined ? note(id, { employerId, fact: 'EMPLOYMENT', lastDay }) : [],
    BackDatedEntriesConfirmed: ({ id, data: { employerId } }) =>
      note(id, { employerId, fact: 'EMPLOYMENT', ofItsClosing: true }),
    EmployerReopened: ({ id, data: { employerId } }) => note(id, { employerId, fact: 'EMPLOYMENT' }),
    ProjectContributionsPaid: ({ id, data: { projectId, effectiveOn: paidOn } }) =>
      note(id, { employerId: projectId, fact: 'CONTRIBUTION', paidOn }),
    ProjectPaymentReversed: ({ id, data: { projectId, ...by } }) =>
      note(id, { employerId: projectId, fact: 'CONTRIBUTION', correctedBy: bothOf(by) }),
    ProjectEnded: ({ id, data: { projectId, backDatedBy, effectiveOn: lastDay } }) =>
      backDatedBy === undefined ? note(id, { employerId: projectId, fact: 'EMPLOYMENT', lastDay }) : [],
    BackDatedProjectEntriesConfirmed: ({ id, data: { projectId } }) =>
      note(id, { employerId: projectId, fact: 'EMPLOYMENT' }),
    ProjectWorkerLeft: ({ id, data: { projectId, participantId, backDatedBy, effectiveOn: lastDay } }) =>
      backDatedBy === undefined
        ? note(id, { employerId: projectId, participantId, fact: 'EMPLOYMENT', lastDay })
        : [],
    BackDatedPlacementConfirmed: ({ id, data: { projectId, participantId } }) =>
      note(id, { employerId: projectId, participantId, fact: 'EMPLOYMENT' }),
    EmployerFactCameLate: ({ data: { participantId, benefit, fact, causeId, correctedBy = [] } }) => [
      {
        key: benefit.id,
        command: 'OpenReviews',
        input: { participantId, benefit, facts: [fact], causeId, correctedBy },
      },
    ],
  },
};
