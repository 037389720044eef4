import { FUNDS } from '#law';
import { type Contract, contract, day, id, listOf, oneOf, optional } from '#publishing/contracts';
import { confirmation, toBeConfirmed } from '../../published-fields.js';
import type {
  BackDatedMembershipConfirmed,
  LeavingReason,
  TermProlonged,
  WorkerJoined,
  WorkerLeaveUndone,
  WorkerLeft,
} from '../domain/membership.events.js';
import type {
  BackDatedPlacementConfirmed,
  ProjectWorkerLeft,
  ProjectWorkerNamed,
} from '../domain/placement.events.js';

const membership = {
  membershipId: id('The membership: one person with one employer, as often as they come and go'),
  participantId: id('The worker'),
  employerId: id('The employer'),
};

const placement = {
  placementId: id('The placement: one person on one project, as often as they come and go'),
  participantId: id('The worker'),
  projectId: id('The project'),
};

const termEndsOn = 'Last day of the time for which a decree names the worker';

/** Why somebody left, as far as others may know: total disability is for nobody to read. */
const LEAVING = [
  'RESIGNED',
  'TERMINATED',
  'CONTRACT_ENDED',
  'RETIRED',
  'LEFT_INDONESIA',
  'MOVED_TO_OTHER_NPP',
  'OTHER',
] as const;

const leavingReason = (reason: LeavingReason): (typeof LEAVING)[number] =>
  reason === 'TOTAL_PERMANENT' ? 'OTHER' : reason;

/** For whom somebody works, and on which project. */
export const membershipContracts: readonly Contract[] = [
  contract({
    type: 'lindung.participants.worker-joined.v1',
    from: 'WorkerJoined',
    about: 'A wage earner works for an employer from a day on.',
    fields: {
      ...membership,
      programmes: listOf('Programmes that the employer has to join', {
        programme: oneOf('Programme', FUNDS),
      }),
      decreeId: optional(id('The decree that names the worker for a time, if one does')),
      termEndsOn: optional(day(termEndsOn)),
      joinedOn: day('First day of work'),
      toBeConfirmed,
    },
    data: ({ data }: WorkerJoined) => ({
      ...data,
      ...confirmation(data),
      programmes: data.programmes.map((programme) => ({ programme })),
      joinedOn: data.effectiveOn,
    }),
  }),
  contract({
    type: 'lindung.participants.worker-left.v1',
    from: 'WorkerLeft',
    about: 'A wage earner works there no more.',
    fields: {
      ...membership,
      reason: oneOf('Why', LEAVING),
      leftOn: day('Last day of work'),
      toBeConfirmed,
    },
    data: ({ data }: WorkerLeft) => ({
      ...data,
      ...confirmation(data),
      reason: leavingReason(data.reason),
      leftOn: data.effectiveOn,
    }),
  }),
  contract({
    type: 'lindung.participants.worker-leave-undone.v1',
    from: 'WorkerLeaveUndone',
    about: 'The leaving was a mistake: the membership goes on as if nobody had left.',
    fields: { ...membership, undoneOn: day('Day on which that was seen') },
    data: ({ data }: WorkerLeaveUndone) => ({ ...data, undoneOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.term-prolonged.v1',
    from: 'TermProlonged',
    about: 'Another decree names the worker for another time, without a gap.',
    fields: {
      ...membership,
      decreeId: id('The decree'),
      termEndsOn: day(termEndsOn),
      prolongedOn: day('First day of that time'),
    },
    data: ({ data }: TermProlonged) => ({ ...data, prolongedOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.late-membership-confirmed.v1',
    from: 'BackDatedMembershipConfirmed',
    about: 'A second person confirmed a joining or a leaving that others had entered late: it holds.',
    fields: { ...membership, confirmedOn: day('Day of the confirmation') },
    data: ({ data }: BackDatedMembershipConfirmed) => ({ ...data, confirmedOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.project-worker-named.v1',
    from: 'ProjectWorkerNamed',
    about: 'A worker builds on a project from a day on.',
    fields: { ...placement, startsOn: day('First day of work'), toBeConfirmed },
    data: ({ data }: ProjectWorkerNamed) => ({ ...data, ...confirmation(data), startsOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.project-worker-left.v1',
    from: 'ProjectWorkerLeft',
    about: 'A worker builds there no more.',
    fields: { ...placement, leftOn: day('Last day of work'), toBeConfirmed },
    data: ({ data }: ProjectWorkerLeft) => ({ ...data, ...confirmation(data), leftOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.late-placement-confirmed.v1',
    from: 'BackDatedPlacementConfirmed',
    about: 'A second person confirmed a first or last day that others had entered late: it holds.',
    fields: { ...placement, confirmedOn: day('Day of the confirmation') },
    data: ({ data }: BackDatedPlacementConfirmed) => ({ ...data, confirmedOn: data.effectiveOn }),
  }),
];
