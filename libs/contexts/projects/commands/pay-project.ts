import { command } from '#runtime';
import { confirmProjectEntries, payProject } from '../domain/pay-project.js';
import { projects } from '../domain/project.js';

export const PayProject = command('PayProject', projects, 'projectId', payProject);

export const ConfirmProjectEntries = command(
  'ConfirmProjectEntries',
  projects,
  'projectId',
  confirmProjectEntries,
);
