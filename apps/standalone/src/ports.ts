import { once } from 'node:events';
import { createServer } from 'node:net';

/** Where each part listens unless something else is there already. */
export const PORTS = {
  'command-api': 3000,
  'query-api': 3001,
  'dev-issuer': 3002,
  worker: 3011,
  'event-relay': 3015,
  reporting: 3016,
  'transparency-log': 3017,
  'event-store': 2113,
  postgresql: 5433,
} as const;

export type Part = keyof typeof PORTS;

/** The usual port of a part, or any free one (0) when it is taken. Says so then. */
export async function portFor(part: Part, say: (line: string) => void): Promise<number> {
  const usual = PORTS[part];
  if (await isFree(usual)) return usual;
  say(`Port ${usual} is taken, ${part} listens on another one.`);
  return 0;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' || code === 'EACCES') return false;
    throw error;
  } finally {
    server.close();
  }
}
