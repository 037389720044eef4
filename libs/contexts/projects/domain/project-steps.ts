import {
  type Confirmation,
  type LateEntries,
  confirmedByOther,
  enteredLate,
  ofLateEntries,
  steps,
  stepsOfRequests,
} from '#kernel';
import type { ProjectEvent } from './project.events.js';
import { projects } from './project.js';

const ENTRIES: Confirmation = { step: 'CONFIRM_PROJECT', turn: 'PROJECT_CONFIRMER' };

/** Payments and the end of a project that were entered long after their day. */
export const projectSteps = ofLateEntries(
  steps<LateEntries, ProjectEvent>(
    projects,
    'entries',
    {},
    {
      ProjectContributionsPaid: (state, data, on) => enteredLate(state, data.paymentId, data, ENTRIES, on),
      ProjectEnded: (state, data, on) => enteredLate(state, 'end', data, ENTRIES, on),
      BackDatedProjectEntriesConfirmed: (state, { confirmerId }) =>
        confirmedByOther(state, ENTRIES, confirmerId),
    },
  ),
);

/** A payment of a project that is to be taken back, or money that is to be paid back. */
export const projectCorrectionSteps = stepsOfRequests<ProjectEvent>(
  projects,
  'correction',
  { step: 'CONFIRM_PROJECT_CORRECTION', turn: 'SUPERVISOR' },
  {
    asked: ['ProjectReversalRequested', 'ProjectRefundRequested'],
    decided: ['ProjectPaymentReversed', 'ProjectRefunded', 'ProjectCorrectionRefused'],
  },
);
