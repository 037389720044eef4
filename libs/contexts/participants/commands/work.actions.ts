import { action, actionsOn, attempt } from '#runtime';
import { CANCELLING_REASONS } from '../domain/field-action.events.js';
import { fieldActions, knownFieldAction } from '../domain/field-action.js';
import { LEAVING_REASONS } from '../domain/membership.events.js';
import { knownMembership, memberships } from '../domain/membership.js';
import { knownPlacement, placements } from '../domain/placement.js';
import { CancelFieldAction } from './field-actions.js';
import { FieldActionsController } from './field-actions.controller.js';
import { ConfirmMembership, LeaveEmployer, UndoLeaving } from './leave-employer.js';
import { MembershipsController } from './memberships.controller.js';
import { ConfirmPlacement, LeaveProject } from './place-worker.js';
import { PlacementsController } from './placements.controller.js';

/** What can be done with the work of somebody at an employer; a term is prolonged by a decree, which the request names. */
export const membershipActions = actionsOn(memberships, 'membershipId', { known: knownMembership }, [
  action(
    'leave-employer',
    MembershipsController,
    'leave',
    ({ id: membershipId, today: lastDay }) =>
      LEAVING_REASONS.map((reason) => attempt(LeaveEmployer, { membershipId, reason, lastDay }, reason)),
    'reason',
  ),
  action('undo-leaving', MembershipsController, 'undoLeaving', ({ id: membershipId }) => [
    attempt(UndoLeaving, { membershipId }),
  ]),
  action('confirm-membership', MembershipsController, 'confirm', ({ id: membershipId }) => [
    attempt(ConfirmMembership, { membershipId }),
  ]),
]);

/** What can be done with the work of somebody on a construction project. */
export const placementActions = actionsOn(placements, 'placementId', { known: knownPlacement }, [
  action('leave-project', PlacementsController, 'leave', ({ id: placementId, today: lastDay }) => [
    attempt(LeaveProject, { placementId, lastDay }),
  ]),
  action('confirm-placement', PlacementsController, 'confirm', ({ id: placementId }) => [
    attempt(ConfirmPlacement, { placementId }),
  ]),
]);

/** What can be done with an action in the field that was planned. */
export const fieldActionActions = actionsOn(fieldActions, 'fieldActionId', { known: knownFieldAction }, [
  action(
    'cancel-field-action',
    FieldActionsController,
    'cancel',
    ({ id: fieldActionId }) =>
      CANCELLING_REASONS.map((reason) => attempt(CancelFieldAction, { fieldActionId, reason }, reason)),
    'reason',
  ),
]);
