import { command } from '#runtime';
import { projects } from '../domain/project.js';
import { registerProject } from '../domain/register-project.js';

export const RegisterProject = command('RegisterProject', projects, 'projectId', registerProject);
