import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from './client.js';
import { register } from './people.js';
import { quantile } from './turns.js';

/**
 * People who register somebody and look at once, so many a second whether or not Lindung keeps up.
 * @returns how long their query took to know what they had written, milliseconds
 */
export async function readYourWrite(
  client: Client,
  perSecond: number,
  seconds: number,
): Promise<{ p50: number; p99: number }> {
  const waited: number[] = [];
  const once = async () => {
    const { id, position } = await register(client);
    const start = performance.now();
    await client.query(`/participants/${id}?after=${position}`);
    waited.push(performance.now() - start);
  };
  const under: Promise<void>[] = [];
  const start = performance.now();
  for (let sent = 0; sent < perSecond * seconds;) {
    const due = Math.min(
      perSecond * seconds,
      Math.floor(((performance.now() - start) / 1000) * perSecond) + 1,
    );
    for (; sent < due; sent++) under.push(once());
    await wait(1);
  }
  await Promise.all(under);
  return { p50: rounded(quantile(waited, 0.5)), p99: rounded(quantile(waited, 0.99)) };
}

const rounded = (ms: number) => Number(ms.toFixed(1));
