import { OFFICE, OFFICE_AND_PLKK, actionsController, asked, shape } from '#http';
import { duplicateActionsOf } from './duplicate.actions.js';
import { participantActions } from './participant.actions.js';
import { paymentActions } from './payment.actions.js';

/** What is asked beside the participant. */
export class ParticipantActionsQuery extends shape({
  otherId: asked.uuid({
    optional: true,
    description: 'Who may be the same person, for a merger, and for saying that they are two',
  }),
}) {}

export const ParticipantActionsController = actionsController(participantActions, {
  name: 'ParticipantActionsController',
  tag: 'participants',
  path: 'participants/:participantId',
  what: 'with a participant',
  roles: OFFICE_AND_PLKK,
  asks: ParticipantActionsQuery,
});

export const PaymentActionsController = actionsController(paymentActions, {
  name: 'PaymentActionsController',
  tag: 'participants',
  path: 'participants/:participantId/contributions',
  what: 'with what was paid for a participant',
  roles: OFFICE,
});

export const DuplicateActionsController = actionsController(duplicateActionsOf, {
  name: 'DuplicateActionsController',
  tag: 'participants',
  path: 'participants/:participantId/duplicates/:otherId',
  what: 'with two participants who may be one person',
  roles: OFFICE,
});
