import {
  type Confirmation,
  type LateEntries,
  confirmedByOther,
  enteredLate,
  ofLateEntries,
  steps,
  withoutEntries,
} from '#kernel';
import type { EmployerEvent } from './employer.events.js';
import { employers } from './employer.js';

const EMPLOYER: Confirmation = { step: 'CONFIRM_EMPLOYER', turn: 'REGISTRAR' };

/** What was entered of an employer long after the day from which it holds. An employer that goes on has no last day to be confirmed. */
export const employerSteps = {
  ...ofLateEntries(
    steps<LateEntries, EmployerEvent>(
      employers,
      'entries',
      {},
      {
        RiskClassCorrected: (state, data, on) =>
          enteredLate(state, `risk ${data.effectiveOn} ${data.backDatedBy}`, data, EMPLOYER, on),
        EmployerSizeCorrected: (state, data, on) =>
          enteredLate(state, `size ${data.effectiveOn} ${data.backDatedBy}`, data, EMPLOYER, on),
        ReliefIndustryRecorded: (state, data, on) =>
          enteredLate(state, `industry ${data.effectiveOn} ${data.backDatedBy}`, data, EMPLOYER, on),
        DecreeRecorded: (state, data, on) => enteredLate(state, data.decreeId, data, EMPLOYER, on),
        EmployerClosed: (state, data, on) => enteredLate(state, CLOSING, data, EMPLOYER, on),
        EmployerReopened: (state) => withoutEntries(state, EMPLOYER, (what) => what === CLOSING),
        BackDatedEntriesConfirmed: (state, { confirmerId }) => confirmedByOther(state, EMPLOYER, confirmerId),
      },
    ),
  ),
  concerns: (data: { readonly backDatedBy?: string; readonly confirmerId?: string }, type: string) =>
    type === 'EmployerReopened' || data.backDatedBy !== undefined || data.confirmerId !== undefined,
};

const CLOSING = 'closing';
