import { CONTEXTS, STREAMS } from '#contexts';
import { type ReadModel, readModelFollower, runFollowers } from '#followers';
import { PastModule } from '#http';
import { PostgresModule, queriesOf } from '#runtime';
import { freshDatabase } from '#testing';
import { appInMemory } from './app-in-memory.js';
import { World } from './world.js';

/** Says nothing of what happens. */
export const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A world that has begun on a log in memory, with a database of its own in which its read models are kept and asked. */
export async function storedWorld() {
  const fresh = await freshDatabase(10);
  const inMemory = await appInMemory(CONTEXTS, {
    modules: [PostgresModule, PastModule.of(STREAMS), queriesOf(CONTEXTS)],
    settings: { DATABASE_URL: fresh.url },
  });
  const world = new World(CONTEXTS, inMemory);
  await world.begin();
  const stopped = new AbortController();
  const finished: Promise<void>[] = [];

  return {
    fresh,
    inMemory,
    world,

    /** Lets these read models follow the log from its beginning. */
    follow: (models: readonly ReadModel[]) => {
      const running = runFollowers(models.map(readModelFollower), {
        store: inMemory.log,
        database: fresh.database,
        log: quiet,
        signal: stopped.signal,
      });
      finished.push(...running.map((one) => one.finished));
    },

    end: async () => {
      stopped.abort();
      await Promise.all(finished);
      await world.close();
      await fresh.drop();
    },
  };
}

export type StoredWorld = Awaited<ReturnType<typeof storedWorld>>;
