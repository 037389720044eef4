import { command } from '#runtime';
import { amendProject, endProject, extendProject } from '../domain/change-project.js';
import { projects } from '../domain/project.js';

export const AmendProject = command('AmendProject', projects, 'projectId', amendProject);

export const ExtendProject = command('ExtendProject', projects, 'projectId', extendProject);

export const EndProject = command('EndProject', projects, 'projectId', endProject);
