import { OFFICE, actionsController } from '#http';
import { sponsorActions } from './sponsor.actions.js';

export const SponsorActionsController = actionsController(sponsorActions, {
  name: 'SponsorActionsController',
  tag: 'sponsors',
  path: 'sponsors/:sponsorId',
  what: 'with a sponsor and its agreements',
  roles: OFFICE,
});
