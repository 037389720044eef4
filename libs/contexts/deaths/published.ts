import { type ContextContracts, contextContracts, contract, day, id } from '#publishing/contracts';
import type { DeathTraced, DeathTraceRemoved } from './domain/death.events.js';

const trace = { participantId: id('The worker'), accidentId: id('The accident') };

/** What the world outside may know of how somebody died: whether JKK or JKM pays for it. The cause stays inside. */
export const deathsContracts: ContextContracts = contextContracts(
  'deaths',
  ['death'],
  [
    contract({
      type: 'lindung.deaths.death-traced.v1',
      from: 'DeathTraced',
      about: 'A death was found to come from a work accident: JKK pays for it, JKM does not.',
      fields: { ...trace, diedOn: day('Day of death') },
      data: ({ data }: DeathTraced) => ({ ...data, diedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.deaths.death-trace-removed.v1',
      from: 'DeathTraceRemoved',
      about: 'That a death came from an accident was wrong.',
      fields: { ...trace, removedOn: day('Day on which that was taken back') },
      data: ({ data }: DeathTraceRemoved) => ({ ...data, removedOn: data.effectiveOn }),
    }),
  ],
);
