import { code, day, id, line, optional, rupiahs } from '#publishing/contracts';
import { claimSteps } from './fact-tables.js';
import { type Reader, fact, reads } from './reader.js';

const claimId = id('The claim');
const participantId = id('The worker');

const UNSAID = {
  participantId: null,
  programme: null,
  office: null,
  amountIdr: null,
  payBy: null,
  decision: null,
};

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
      fact(claimSteps, { ...UNSAID, ...origin, ...data, step: 'SUBMITTED', happenedOn: submittedOn }),
  ),
  reads(
    'lindung.claims.claim-completed.v1',
    { claimId, completedOn: day('When'), payBy: day('Until when it is paid in time') },
    ({ completedOn, ...data }, origin) =>
      fact(claimSteps, { ...UNSAID, ...origin, ...data, step: 'COMPLETED', happenedOn: completedOn }),
  ),
  reads(
    'lindung.claims.claim-held.v1',
    {
      claimId,
      heldSince: optional(day('Since when the time stands still')),
      heldOn: day('Day of the notice'),
    },
    ({ claimId: claim, heldSince, heldOn }, origin) =>
      fact(claimSteps, {
        ...UNSAID,
        ...origin,
        claimId: claim,
        step: 'HELD',
        happenedOn: heldSince ?? heldOn,
      }),
  ),
  reads(
    'lindung.claims.claim-resumed.v1',
    { claimId, resumedOn: day('When'), payBy: day('Until when it is paid in time') },
    ({ resumedOn, ...data }, origin) =>
      fact(claimSteps, { ...UNSAID, ...origin, ...data, step: 'RESUMED', happenedOn: resumedOn }),
  ),
  reads(
    'lindung.claims.claim-approved.v1',
    { claimId, participantId, totalIdr: rupiahs('Sum'), approvedOn: day('When'), payBy: day('Until when') },
    ({ totalIdr, approvedOn, ...data }, origin) =>
      fact(claimSteps, {
        ...UNSAID,
        ...origin,
        ...data,
        step: 'APPROVED',
        amountIdr: totalIdr,
        happenedOn: approvedOn,
      }),
  ),
  reads(
    'lindung.claims.difference-approved.v1',
    { claimId, participantId, differenceIdr: rupiahs('What is paid now'), approvedOn: day('When') },
    ({ differenceIdr, approvedOn, ...data }, origin) =>
      fact(claimSteps, {
        ...UNSAID,
        ...origin,
        ...data,
        step: 'DIFFERENCE_APPROVED',
        amountIdr: differenceIdr,
        happenedOn: approvedOn,
      }),
  ),
  reads(
    'lindung.claims.claim-denied.v1',
    { claimId, participantId, decision: code('Code of the decision'), deniedOn: day('When') },
    ({ deniedOn, ...data }, origin) =>
      fact(claimSteps, { ...UNSAID, ...origin, ...data, step: 'DENIED', happenedOn: deniedOn }),
  ),
  reads(
    'lindung.claims.claim-cancelled.v2',
    { claimId, participantId, cancelledOn: day('When') },
    ({ cancelledOn, ...data }, origin) =>
      fact(claimSteps, { ...UNSAID, ...origin, ...data, step: 'CANCELLED', happenedOn: cancelledOn }),
  ),
];
