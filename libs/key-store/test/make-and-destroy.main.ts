import { randomBytes, randomUUID } from 'node:crypto';
import { SqliteKeyStore } from '#key-store';

/** Makes and destroys keys without end, and tells of each that was answered, to be killed at any of them. */
const store = SqliteKeyStore.open(process.env.KEYS ?? '');

async function work(): Promise<never> {
  for (;;) {
    const subject = randomUUID();
    const kept = await store.ensure([subject], () => ({
      masterKeyId: 'spec',
      person: randomBytes(60),
      health: randomBytes(60),
    }));
    const [person, health] = [kept.get(subject)?.person, kept.get(subject)?.health];
    process.send?.({ made: subject, keys: [person?.toString('base64'), health?.toString('base64')] });
    if (Math.random() < 0.2) {
      await store.destroy(subject, ['person', 'health']);
      process.send?.({ destroyed: subject });
    }
  }
}

await Promise.all(Array.from({ length: 8 }, work));
