import type { Instant, LocalDate, Policy } from '#kernel';
import type { AccidentKind, PlaceKind, WorkedFor } from '../accident.events.js';
import type { Segment } from '#law';
import { momentOf } from '../deadlines.js';
import { accidentRefusals } from '../refusals.js';

/** What the decision needs from the participant's streams. */
export interface VictimFacts {
  /** PU: a wage earner who does not work for himself as well. */
  readonly segment?: Segment;
  /** Every employer that the victim ever had. */
  readonly employerIds?: readonly string[];
  /** Those on the day of the accident. */
  readonly employerIdsThen?: readonly string[];
  /** Named to work on the construction project that the notice names, by the day of the accident. */
  readonly onProject?: boolean;
  /** When the victim had died by what is registered. */
  readonly diedOn?: LocalDate;
}

/** What the rules about a notice look at. */
export interface NoticeGrounds {
  readonly kind: AccidentKind;
  readonly placeKind: PlaceKind;
  readonly occurredOn: LocalDate;
  readonly occurredAt: string;
  readonly workedFor?: WorkedFor;
  readonly employerId?: string;
  readonly projectId?: string;
  readonly victim: VictimFacts;
  readonly now: Instant;
}

type WorkGrounds = Pick<NoticeGrounds, 'kind' | 'workedFor' | 'employerId' | 'projectId' | 'victim'>;

/** A disease may be diagnosed after the work that it came from has ended (Perpres 7/2019 Art. 2). */
const mayHaveHappenedAt = ({ kind, victim: { employerIds = [], employerIdsThen = [] } }: WorkGrounds) =>
  kind === 'OCCUPATIONAL_DISEASE' ? employerIds : employerIdsThen;

const isOfAnEmployer = ({ workedFor, employerId, projectId, victim: { segment } }: WorkGrounds): boolean =>
  workedFor === 'EMPLOYER' || employerId !== undefined || (segment === 'PU' && projectId === undefined);

/** The employer at whose work it happened; undefined of whoever worked for himself, or where it has to be named. */
export function employerOf(grounds: WorkGrounds): string | undefined {
  if (!isOfAnEmployer(grounds)) return undefined;
  if (grounds.employerId !== undefined) return grounds.employerId;
  const [only, ...others] = mayHaveHappenedAt(grounds);
  return others.length === 0 ? only : undefined;
}

/** Somebody may build on several projects: which one pays follows from where it happened. */
const namesItsProject: Policy<NoticeGrounds> = {
  name: 'names-its-project',
  check: (grounds) =>
    grounds.victim.segment === 'JAKON' && grounds.projectId === undefined && !isOfAnEmployer(grounds)
      ? accidentRefusals.PROJECT_MISSING()
      : undefined,
};

const atOneWork: Policy<NoticeGrounds> = {
  name: 'at-one-work',
  check: ({ projectId, employerId, workedFor }) =>
    projectId !== undefined && (employerId !== undefined || workedFor !== undefined)
      ? accidentRefusals.NOT_ONE_WORK()
      : undefined,
};

/** A victim who is not on the list is covered once the work is proved: by the pay list, or the supervisor's statement. */
const namedOnItsProject: Policy<NoticeGrounds> = {
  name: 'named-on-its-project',
  check: ({ projectId, victim: { onProject } }) =>
    projectId !== undefined && !onProject ? accidentRefusals.NOT_NAMED_ON_PROJECT() : undefined,
};

/** Which of several memberships pays follows from the work at which it happened; nobody guesses it. */
const namesItsWork: Policy<NoticeGrounds> = {
  name: 'names-its-work',
  check: ({ workedFor, employerId, projectId, victim: { segment, employerIdsThen = [] } }) =>
    segment !== 'PU' &&
    [workedFor, employerId, projectId].every((said) => said === undefined) &&
    employerIdsThen.length > 0
      ? accidentRefusals.WORKED_FOR_MISSING()
      : undefined,
};

const ownWorkIsKnown: Policy<NoticeGrounds> = {
  name: 'own-work-is-known',
  check: ({ workedFor, employerId, victim: { segment } }) =>
    workedFor === 'SELF' && (segment === 'PU' || employerId !== undefined)
      ? accidentRefusals.NO_OWN_WORK()
      : undefined,
};

/** Only where somebody is registered can a claim be decided: what an employer owes for not doing so as well. */
const workedThere: Policy<NoticeGrounds> = {
  name: 'worked-there',
  check: (grounds) => {
    const { employerId, victim } = grounds;
    return employerId !== undefined && !(victim.employerIds ?? []).includes(employerId)
      ? accidentRefusals.NOT_EMPLOYED_THERE()
      : undefined;
  },
};

const namesItsEmployer: Policy<NoticeGrounds> = {
  name: 'names-its-employer',
  check: (grounds) =>
    isOfAnEmployer(grounds) && employerOf(grounds) === undefined
      ? accidentRefusals.EMPLOYER_MISSING({ employerIds: grounds.victim.employerIds ?? [] })
      : undefined,
};

const happenedAlready: Policy<NoticeGrounds> = {
  name: 'happened-already',
  check: (notice) =>
    momentOf(notice) > notice.now ? accidentRefusals.ACCIDENT_IN_FUTURE(notice) : undefined,
};

const toTheLiving: Policy<NoticeGrounds> = {
  name: 'to-the-living',
  check: ({ occurredOn, victim: { diedOn } }) =>
    diedOn !== undefined && occurredOn > diedOn
      ? accidentRefusals.ACCIDENT_AFTER_DEATH({ diedOn })
      : undefined,
};

/** Also of a notice that is corrected. */
export const placeFitsKind: Policy<Pick<NoticeGrounds, 'kind' | 'placeKind'>> = {
  name: 'commutes-are-on-the-road',
  check: ({ kind, placeKind }) =>
    kind === 'COMMUTE' && placeKind === 'INSIDE_WORK_SITE'
      ? accidentRefusals.PLACE_CONTRADICTS_KIND()
      : undefined,
};

/** In this order; the first refusal wins. */
export const NOTICE_POLICIES: readonly Policy<NoticeGrounds>[] = [
  atOneWork,
  ownWorkIsKnown,
  namesItsWork,
  namesItsProject,
  namedOnItsProject,
  workedThere,
  namesItsEmployer,
  happenedAlready,
  toTheLiving,
  placeFitsKind,
];
