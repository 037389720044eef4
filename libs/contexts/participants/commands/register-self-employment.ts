import { command } from '#runtime';
import { correctables } from '../domain/correctable.js';
import { participants } from '../domain/participant.js';
import { registerSelfEmployment } from '../domain/register-self-employment.js';
import { namedSponsor } from '../domain/sponsor.js';

export const RegisterSelfEmployment = command(
  'RegisterSelfEmployment',
  participants,
  'participantId',
  registerSelfEmployment,
  {
    facts: async (_participant, read, input) => ({
      sponsor: await namedSponsor(read, input),
      person: await read.state(correctables, input.participantId),
    }),
  },
);
