import type { LocalDate, Period, Policy } from '#kernel';
import type { EmployerProgramme } from '#law';
import { type MembershipState, endOf, lastSpell } from '../membership.js';
import { membershipRefusals } from '../membership.refusals.js';
import type { Registered } from '../participant.js';
import { contributionRefusals } from '../contribution.refusals.js';

/** A decree that names workers for a time. */
export interface NamingDecree {
  readonly decreeId: string;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
  /** Who entered it late, while nobody else has confirmed it. */
  readonly backDatedBy?: string;
}

/** What is known of the employer. */
export interface JoinedEmployer {
  readonly startedOn: LocalDate;
  /** Once it is closed. */
  readonly lastDay?: LocalDate;
  /** By which a government body names workers for a time. */
  readonly decrees?: readonly NamingDecree[];
  /** What its size makes compulsory in a month. */
  readonly termsOf: (month: Period) => { readonly programmes: readonly EmployerProgramme[] };
}

/** What the rules of a joining look at. */
export interface JoiningGrounds {
  readonly membership: MembershipState;
  readonly employer: JoinedEmployer;
  readonly participant: Registered;
  readonly startedOn: LocalDate;
  /** The decree that names the worker, if one does. */
  readonly decreeId?: string;
  readonly today: LocalDate;
}

const notForTheErased: Policy<JoiningGrounds> = {
  name: 'not-for-the-erased',
  check: ({ participant }) => (participant.erased ? contributionRefusals.PERSONAL_DATA_ERASED() : undefined),
};

const notInTheFuture: Policy<JoiningGrounds> = {
  name: 'not-in-the-future',
  check: ({ startedOn, today }) =>
    startedOn > today ? membershipRefusals.WORK_IN_FUTURE({ today }) : undefined,
};

const notBeforeTheEmployer: Policy<JoiningGrounds> = {
  name: 'not-before-the-employer',
  check: ({ employer, startedOn }) =>
    startedOn < employer.startedOn
      ? membershipRefusals.JOINS_BEFORE_EMPLOYER({ startedOn: employer.startedOn })
      : undefined,
};

const notAfterTheEmployer: Policy<JoiningGrounds> = {
  name: 'not-after-the-employer',
  check: ({ employer: { lastDay }, startedOn }) =>
    lastDay !== undefined && startedOn > lastDay
      ? membershipRefusals.JOINS_CLOSED_EMPLOYER({ lastDay })
      : undefined,
};

const oneAtATime: Policy<JoiningGrounds> = {
  name: 'one-membership-at-a-time',
  check({ membership, startedOn }) {
    if (membership.situation === 'UNKNOWN') return undefined;
    const last = lastSpell(membership);
    const lastDay = endOf(last);
    if (lastDay === undefined) {
      return membershipRefusals.ALREADY_EMPLOYED({ startedOn: last.started.on });
    }
    return startedOn <= lastDay ? membershipRefusals.JOINS_BEFORE_LEAVING({ lastDay }) : undefined;
  },
};

/** Who is named by a decree works within the time for which it names. */
const withinTheDecree: Policy<JoiningGrounds> = {
  name: 'within-the-decree',
  check({ employer: { decrees = [] }, decreeId, startedOn }) {
    if (decreeId === undefined) return undefined;
    const decree = decrees.find((one) => one.decreeId === decreeId);
    if (!decree) return membershipRefusals.DECREE_NOT_FOUND();
    if (decree.backDatedBy !== undefined) return membershipRefusals.DECREE_UNCONFIRMED();
    const { validFrom, validUntil } = decree;
    return startedOn < validFrom || startedOn > validUntil
      ? membershipRefusals.OUTSIDE_DECREE({ validFrom, validUntil })
      : undefined;
  },
};

/** In this order; the first refusal wins. */
export const JOINING_POLICIES: readonly Policy<JoiningGrounds>[] = [
  notForTheErased,
  notInTheFuture,
  notBeforeTheEmployer,
  notAfterTheEmployer,
  oneAtATime,
  withinTheDecree,
];
