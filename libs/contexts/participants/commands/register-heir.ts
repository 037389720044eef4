import { command } from '#runtime';
import { participants } from '../domain/participant.js';
import { registerHeir } from '../domain/register-heir.js';

export const RegisterHeir = command('RegisterHeir', participants, 'participantId', registerHeir);
