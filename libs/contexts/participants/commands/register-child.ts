import { command } from '#runtime';
import { participants } from '../domain/participant.js';
import { registerChild } from '../domain/register-child.js';

export const RegisterChild = command('RegisterChild', participants, 'participantId', registerChild);
