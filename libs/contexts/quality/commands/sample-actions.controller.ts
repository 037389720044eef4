import { OFFICE, actionsController } from '#http';
import { sampleActions } from './sample.actions.js';

export const SampleActionsController = actionsController(sampleActions, {
  name: 'SampleActionsController',
  tag: 'quality',
  path: 'quality/samples/:sampleId',
  what: 'with a decision that was drawn',
  roles: OFFICE,
});
