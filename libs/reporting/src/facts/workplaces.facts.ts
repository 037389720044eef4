import { code, day, district, id, line, optional, yesNo } from '#publishing/contracts';
import { employments, workplaces } from './work-tables.js';
import { type Reader, fact, reads } from './reader.js';

const toBeConfirmed = optional(yesNo('It does not hold before it is confirmed'));

const membership = {
  membershipId: id('The membership'),
  participantId: id('The worker'),
  employerId: id('The employer'),
};
const placement = {
  placementId: id('The placement'),
  participantId: id('The worker'),
  projectId: id('The project'),
};

interface OfEmployer {
  readonly membershipId: string;
  readonly participantId: string;
  readonly employerId: string;
}
interface OfProject {
  readonly placementId: string;
  readonly participantId: string;
  readonly projectId: string;
}

const atEmployer = ({ membershipId, participantId, employerId }: OfEmployer) =>
  ({ membershipId, participantId, workplaceId: employerId, segment: 'PU' }) as const;

const atProject = ({ placementId, participantId, projectId }: OfProject) =>
  ({ membershipId: placementId, participantId, workplaceId: projectId, segment: 'JAKON' }) as const;

/** Who works for which employer, or on which project. */
const EMPLOYMENT_READERS: readonly Reader[] = [
  reads(
    'lindung.participants.worker-joined.v1',
    {
      ...membership,
      termEndsOn: optional(day('Last day of the term')),
      joinedOn: day('First day'),
      toBeConfirmed,
    },
    ({ termEndsOn, joinedOn, toBeConfirmed: late = false, ...data }, origin) =>
      fact(
        employments,
        {
          ...origin,
          ...atEmployer(data),
          step: 'JOINED',
          happenedOn: joinedOn,
          termEndsOn,
          toBeConfirmed: late,
        },
        { people: [data.participantId] },
      ),
  ),
  reads(
    'lindung.participants.worker-left.v1',
    { ...membership, leftOn: day('Last day'), toBeConfirmed },
    ({ leftOn, toBeConfirmed: late = false, ...data }, origin) =>
      fact(
        employments,
        { ...origin, ...atEmployer(data), step: 'LEFT', happenedOn: leftOn, toBeConfirmed: late },
        { people: [data.participantId] },
      ),
  ),
  reads(
    'lindung.participants.worker-leave-undone.v1',
    { ...membership, undoneOn: day('When') },
    ({ undoneOn, ...data }, origin) =>
      fact(
        employments,
        { ...origin, ...atEmployer(data), step: 'LEAVE_UNDONE', happenedOn: undoneOn, toBeConfirmed: false },
        { people: [data.participantId] },
      ),
  ),
  reads(
    'lindung.participants.term-prolonged.v1',
    { ...membership, termEndsOn: day('Last day of the term'), prolongedOn: day('First day of it') },
    ({ termEndsOn, prolongedOn, ...data }, origin) =>
      fact(
        employments,
        {
          ...origin,
          ...atEmployer(data),
          step: 'PROLONGED',
          happenedOn: prolongedOn,
          termEndsOn,
          toBeConfirmed: false,
        },
        { people: [data.participantId] },
      ),
  ),
  reads(
    'lindung.participants.late-membership-confirmed.v1',
    { ...membership, confirmedOn: day('When') },
    ({ confirmedOn, ...data }, origin) =>
      fact(
        employments,
        { ...origin, ...atEmployer(data), step: 'CONFIRMED', happenedOn: confirmedOn, toBeConfirmed: false },
        { people: [data.participantId] },
      ),
  ),
  reads(
    'lindung.participants.project-worker-named.v1',
    { ...placement, startsOn: day('First day'), toBeConfirmed },
    ({ startsOn, toBeConfirmed: late = false, ...data }, origin) =>
      fact(
        employments,
        { ...origin, ...atProject(data), step: 'JOINED', happenedOn: startsOn, toBeConfirmed: late },
        { people: [data.participantId] },
      ),
  ),
  reads(
    'lindung.participants.project-worker-left.v1',
    { ...placement, leftOn: day('Last day'), toBeConfirmed },
    ({ leftOn, toBeConfirmed: late = false, ...data }, origin) =>
      fact(
        employments,
        { ...origin, ...atProject(data), step: 'LEFT', happenedOn: leftOn, toBeConfirmed: late },
        { people: [data.participantId] },
      ),
  ),
  reads(
    'lindung.participants.late-placement-confirmed.v1',
    { ...placement, confirmedOn: day('When') },
    ({ confirmedOn, ...data }, origin) =>
      fact(
        employments,
        { ...origin, ...atProject(data), step: 'CONFIRMED', happenedOn: confirmedOn, toBeConfirmed: false },
        { people: [data.participantId] },
      ),
  ),
];

/** Employers: what they are, and whether they are closed. */
const EMPLOYER_READERS: readonly Reader[] = [
  reads(
    'lindung.employers.employer-registered.v1',
    {
      employerId: id('The employer'),
      kind: code('Kind of body'),
      district: district('Where'),
      branch: line('The branch'),
      registeredOn: day('First day'),
    },
    ({ employerId, registeredOn, ...data }, origin) =>
      fact(
        workplaces,
        {
          ...origin,
          ...data,
          workplaceId: employerId,
          step: 'REGISTERED',
          happenedOn: registeredOn,
          toBeConfirmed: false,
        },
        { workplaces: [employerId], staffOf: [employerId] },
      ),
  ),
  reads(
    'lindung.employers.employer-closed.v1',
    { employerId: id('The employer'), closedOn: day('Last day'), toBeConfirmed },
    ({ employerId, closedOn, toBeConfirmed: late = false }, origin) =>
      fact(
        workplaces,
        { ...origin, workplaceId: employerId, step: 'CLOSED', happenedOn: closedOn, toBeConfirmed: late },
        { workplaces: [employerId] },
      ),
  ),
  reads(
    'lindung.employers.employer-reopened.v1',
    { employerId: id('The employer'), reopenedOn: day('When') },
    ({ employerId, reopenedOn }, origin) =>
      fact(
        workplaces,
        {
          ...origin,
          workplaceId: employerId,
          step: 'REOPENED',
          happenedOn: reopenedOn,
          toBeConfirmed: false,
        },
        { workplaces: [employerId] },
      ),
  ),
  reads(
    'lindung.employers.late-entries-confirmed.v1',
    { employerId: id('The employer'), confirmedOn: day('When') },
    ({ employerId, confirmedOn }, origin) =>
      fact(
        workplaces,
        {
          ...origin,
          workplaceId: employerId,
          step: 'CONFIRMED',
          happenedOn: confirmedOn,
          toBeConfirmed: false,
        },
        { workplaces: [employerId] },
      ),
  ),
];

/** For whom people work, and what employers went through. */
export const WORKPLACE_READERS: readonly Reader[] = [...EMPLOYMENT_READERS, ...EMPLOYER_READERS];
