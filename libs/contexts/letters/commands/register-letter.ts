import { command } from '#runtime';
import { letters } from '../domain/letter.js';
import { registerLetter } from '../domain/register-letter.js';

export const RegisterLetter = command('RegisterLetter', letters, 'letterId', registerLetter);
