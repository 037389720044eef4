import { stepsOfRequests } from '#kernel';
import { contributions } from './contributions.js';
import type { ContributionEvent } from './contribution.events.js';
import type { ParticipantEvent } from './participant.events.js';
import { participants } from './participant.js';
import type { PaymentListEvent } from './payment-list.events.js';
import { paymentLists } from './payment-list.js';

/** A correction of a person that waits for its second person; what one may do alone waits for nobody. */
export const correctionSteps = {
  ...stepsOfRequests<ParticipantEvent>(
    participants,
    'correction',
    { step: 'CONFIRM_CORRECTION', turn: 'SUPERVISOR' },
    {
      asked: ['CorrectionRequested'],
      decided: [
        'CorrectionRefused',
        'ParticipantCorrected',
        'NikCorrected',
        'NikDifferenceConfirmed',
        'ChildCorrected',
        'ChildRemoved',
        'HeirCorrected',
        'HeirRemoved',
        'ChildrenReordered',
        'DeathRevoked',
        'DeathDayCorrected',
        'ParticipantMergedInto',
        'ParticipantSplitOff',
      ],
    },
  ),
  concerns: (data: { readonly confirmerId?: string }, type: string) =>
    type !== 'ParticipantCorrected' || data.confirmerId !== undefined,
};

/** A month that is to be taken back. */
export const reversalSteps = stepsOfRequests<ContributionEvent>(
  contributions,
  'reversal',
  { step: 'CONFIRM_REVERSAL', turn: 'SUPERVISOR' },
  {
    asked: ['ContributionReversalRequested'],
    decided: ['ContributionReversalRefused', 'ContributionReversed'],
  },
);

/** A payment for a list that is to be taken back, or what is left of it that is to be paid back. */
export const listCorrectionSteps = stepsOfRequests<PaymentListEvent>(
  paymentLists,
  'correction',
  { step: 'CONFIRM_LIST_CORRECTION', turn: 'SUPERVISOR' },
  {
    asked: ['PaymentListReversalRequested', 'PaymentListRefundRequested'],
    decided: [
      'PaymentListReversalBegun',
      'PaymentListReversed',
      'PaymentListRefunded',
      'PaymentListCorrectionRefused',
    ],
  },
);
