import { type Policy, enforce } from '#kernel';
import type { JkmFacts } from './facts.js';
import { jkmRefusals } from './refusals.js';

const deathWasReported: Policy<JkmFacts> = {
  name: 'death-was-reported',
  check: ({ participant }) =>
    participant.diedOn === undefined ? jkmRefusals.DEATH_NOT_REPORTED() : undefined,
};

const deathStands: Policy<JkmFacts> = {
  name: 'death-stands',
  check: ({ deathRevoked }) => (deathRevoked ? jkmRefusals.DEATH_REVOKED() : undefined),
};

const deathIsNoWorkAccident: Policy<JkmFacts> = {
  name: 'death-is-no-work-accident',
  check: ({ participant }) =>
    participant.diedOfAccidentId === undefined ? undefined : jkmRefusals.DEATH_BY_WORK_ACCIDENT(),
};

const deathIsNotPaidAsJkk: Policy<JkmFacts> = {
  name: 'death-is-not-paid-as-jkk',
  check: ({ paidAsJkk }) => paidAsJkk && jkmRefusals.DEATH_PAID_AS_JKK(paidAsJkk),
};

const namesItsProject: Policy<JkmFacts> = {
  name: 'names-its-project',
  check: ({ participant: { segment, project } }) =>
    segment === 'JAKON' && !project ? jkmRefusals.DEATH_OF_PROJECT_WORKER() : undefined,
};

const namedOnItsProject: Policy<JkmFacts> = {
  name: 'named-on-its-project',
  check: ({ participant: { diedOn, project } }) =>
    project && !(diedOn !== undefined && project.placement?.workedBy(diedOn))
      ? jkmRefusals.DECEASED_NOT_NAMED_ON_PROJECT()
      : undefined,
};

const deathIsClaimedOnce: Policy<JkmFacts> = {
  name: 'death-is-claimed-once',
  check: ({ claimedUnderOther }) =>
    claimedUnderOther && jkmRefusals.DEATH_CLAIMED_UNDER_OTHER_ID(claimedUnderOther),
};

/** In this order; the first refusal wins. */
const CLAIMABLE: readonly Policy<JkmFacts>[] = [
  deathWasReported,
  deathStands,
  deathIsNoWorkAccident,
  deathIsNotPaidAsJkk,
  namesItsProject,
  namedOnItsProject,
  deathIsClaimedOnce,
];

/** Whether a death may be claimed for. @throws Rejection the code of the first of these policies that objects */
export const claimable = (facts: JkmFacts): void => enforce(CLAIMABLE, facts);
