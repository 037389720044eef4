import { code, day, id, line, optional, rupiahs } from '#publishing/contracts';
import { claimSteps } from './money-tables.js';
import { type Reader, fact, reads } from './reader.js';

const claimId = id('The claim');
const participantId = id('The worker');

/** What contracts of claims say: how far each has got, and what was decided. */
export const CLAIM_READERS: readonly Reader[] = [
  reads(
    'lindung.claims.claim-submitted.v1',
    {
      claimId,
      participantId,
      programme: code('Programme'),
      office: line('Office'),
      submittedOn: day('When'),
    },
    ({ submittedOn, ...data }, origin) =>
      fact(
        claimSteps,
        { ...origin, ...data, step: 'SUBMITTED', happenedOn: submittedOn },
        { claims: [data.claimId] },
      ),
  ),
  reads(
    'lindung.claims.claim-completed.v1',
    { claimId, completedOn: day('When'), payBy: day('Until when it is paid in time') },
    ({ completedOn, ...data }, origin) =>
      fact(
        claimSteps,
        { ...origin, ...data, step: 'COMPLETED', happenedOn: completedOn },
        { claims: [data.claimId] },
      ),
  ),
  reads(
    'lindung.claims.claim-held.v1',
    {
      claimId,
      heldSince: optional(day('Since when the time stands still')),
      heldOn: day('Day of the notice'),
    },
    ({ heldSince, heldOn, ...data }, origin) =>
      fact(
        claimSteps,
        {
          ...origin,
          ...data,
          step: 'HELD',
          happenedOn: heldSince ?? heldOn,
        },
        { claims: [data.claimId] },
      ),
  ),
  reads(
    'lindung.claims.claim-resumed.v1',
    { claimId, resumedOn: day('When'), payBy: day('Until when it is paid in time') },
    ({ resumedOn, ...data }, origin) =>
      fact(
        claimSteps,
        { ...origin, ...data, step: 'RESUMED', happenedOn: resumedOn },
        { claims: [data.claimId] },
      ),
  ),
  // The time stands still as it does for arrears.
  reads(
    'lindung.claims.wait-begun.v1',
    { claimId, begunOn: day('Since when') },
    ({ begunOn, ...data }, origin) =>
      fact(claimSteps, { ...origin, ...data, step: 'HELD', happenedOn: begunOn }, { claims: [data.claimId] }),
  ),
  reads(
    'lindung.claims.wait-ended.v1',
    { claimId, endedOn: day('When'), payBy: day('Until when it is paid in time') },
    ({ endedOn, ...data }, origin) =>
      fact(
        claimSteps,
        { ...origin, ...data, step: 'RESUMED', happenedOn: endedOn },
        { claims: [data.claimId] },
      ),
  ),
  reads(
    'lindung.claims.claim-approved.v1',
    { claimId, participantId, totalIdr: rupiahs('Sum'), approvedOn: day('When'), payBy: day('Until when') },
    ({ totalIdr, approvedOn, ...data }, origin) =>
      fact(
        claimSteps,
        {
          ...origin,
          ...data,
          step: 'APPROVED',
          amountIdr: totalIdr,
          happenedOn: approvedOn,
        },
        { claims: [data.claimId] },
      ),
  ),
  reads(
    'lindung.claims.difference-approved.v1',
    { claimId, participantId, differenceIdr: rupiahs('What is paid now'), approvedOn: day('When') },
    ({ differenceIdr, approvedOn, ...data }, origin) =>
      fact(
        claimSteps,
        {
          ...origin,
          ...data,
          step: 'DIFFERENCE_APPROVED',
          amountIdr: differenceIdr,
          happenedOn: approvedOn,
        },
        { claims: [data.claimId] },
      ),
  ),
  reads(
    'lindung.claims.claim-denied.v1',
    { claimId, participantId, decision: code('Code of the decision'), deniedOn: day('When') },
    ({ deniedOn, ...data }, origin) =>
      fact(
        claimSteps,
        { ...origin, ...data, step: 'DENIED', happenedOn: deniedOn },
        { claims: [data.claimId] },
      ),
  ),
  reads(
    'lindung.claims.claim-cancelled.v2',
    { claimId, participantId, cancelledOn: day('When') },
    ({ cancelledOn, ...data }, origin) =>
      fact(
        claimSteps,
        { ...origin, ...data, step: 'CANCELLED', happenedOn: cancelledOn },
        { claims: [data.claimId] },
      ),
  ),
  reads(
    'lindung.claims.claim-withdrawn.v1',
    { claimId, participantId, withdrawnOn: day('When') },
    ({ withdrawnOn, ...data }, origin) =>
      fact(
        claimSteps,
        { ...origin, ...data, step: 'WITHDRAWN', happenedOn: withdrawnOn },
        { claims: [data.claimId] },
      ),
  ),
  reads(
    'lindung.claims.claim-reopened.v1',
    { claimId, participantId, reopenedOn: day('When') },
    ({ reopenedOn, ...data }, origin) =>
      fact(
        claimSteps,
        { ...origin, ...data, step: 'REOPENED', happenedOn: reopenedOn },
        { claims: [data.claimId] },
      ),
  ),
];
