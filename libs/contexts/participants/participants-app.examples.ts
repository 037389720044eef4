import { type Answer, type Ask, startContextApp } from '#testing/context-app';
import { participants } from './context.js';
import { importReadModel } from './read-models/import/import.read-model.js';
import { participantReadModel } from './read-models/participant/participant.read-model.js';

export type { Answer, Ask };

const csv = (file: Buffer | string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'text/csv' },
  body: new Uint8Array(Buffer.from(file)),
});

/** Both sides of this context as one real process, on a real event log, a real PostgreSQL and real tokens. */
export async function startParticipants() {
  const app = await startContextApp([participants], [participantReadModel, importReadModel]);
  return {
    ...app,
    importFile: (query: string, file: Buffer | string, options?: Ask) =>
      app.ask(`/participants/imports?${query}`, csv(file), options),
    payList: (query: string, file: Buffer | string, options?: Ask) =>
      app.ask(`/payment-lists?${query}`, csv(file), options),
    startImport: (query: string, file: Buffer | string) =>
      app.send(`/participants/imports?${query}`, csv(file)),
  };
}

export type Participants = Awaited<ReturnType<typeof startParticipants>>;
