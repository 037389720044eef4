import { command } from '#runtime';
import { sponsors } from '../domain/sponsor.js';
import { registerSponsor } from '../domain/register-sponsor.js';

export const RegisterSponsor = command('RegisterSponsor', sponsors, 'sponsorId', registerSponsor);
