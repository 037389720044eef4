import { type Confirmation, type Expecting, askedFor, noMore, stepsOfEach } from '#kernel';
import { contributions } from './contributions.js';
import type { ContributionEvent, ParticipantEvent } from './participant.events.js';
import { participants } from './participant.js';
import type { PaymentListEvent } from './payment-list.events.js';
import { paymentLists } from './payment-list.js';

const CORRECTION: Confirmation = { step: 'CONFIRM_CORRECTION', turn: 'SUPERVISOR' };
const REVERSAL: Confirmation = { step: 'CONFIRM_REVERSAL', turn: 'SUPERVISOR' };
const LIST: Confirmation = { step: 'CONFIRM_LIST_CORRECTION', turn: 'SUPERVISOR' };

const idIn = (data: object): string => ('correctionId' in data && String(data.correctionId)) || '';

/** A correction of a person that waits for its second person; what one may do alone waits for nobody. */
export const correctionSteps = {
  ...stepsOfEach<Expecting, ParticipantEvent>(
    participants,
    { slot: 'correction', idIn },
    {},
    {
      CorrectionRequested: (_state, data, on) => askedFor(CORRECTION, data, on),
      CorrectionRefused: noMore,
      ParticipantCorrected: noMore,
      NikCorrected: noMore,
      NikDifferenceConfirmed: noMore,
      ChildCorrected: noMore,
      ChildRemoved: noMore,
      HeirCorrected: noMore,
      HeirRemoved: noMore,
      ChildrenReordered: noMore,
      DeathRevoked: noMore,
      DeathDayCorrected: noMore,
      ParticipantMergedInto: noMore,
      ParticipantSplitOff: noMore,
    },
  ),
  concerns: (data: { readonly confirmerId?: string }, type: string) =>
    type !== 'ParticipantCorrected' || data.confirmerId !== undefined,
};

/** A month that is to be taken back. */
export const reversalSteps = stepsOfEach<Expecting, ContributionEvent>(
  contributions,
  { slot: 'reversal', idIn },
  {},
  {
    ContributionReversalRequested: (_state, data, on) => askedFor(REVERSAL, data, on),
    ContributionReversalRefused: noMore,
    ContributionReversed: noMore,
  },
);

/** A payment for a list that is to be taken back, or what is left of it that is to be paid back. */
export const listCorrectionSteps = stepsOfEach<Expecting, PaymentListEvent>(
  paymentLists,
  { slot: 'correction', idIn },
  {},
  {
    PaymentListReversalRequested: (_state, data, on) => askedFor(LIST, data, on),
    PaymentListRefundRequested: (_state, data, on) => askedFor(LIST, data, on),
    PaymentListReversalBegun: noMore,
    PaymentListReversed: noMore,
    PaymentListRefunded: noMore,
    PaymentListCorrectionRefused: noMore,
  },
);
