import { describe, expect, it } from '@jest/globals';
import { eventually } from '#testing';
import { type Mortal, revived } from './revived.js';

/** A server that dies when it is told to. */
function mortal(name: string) {
  let die: (how: string) => void = () => {};
  const ended = new Promise<string>((resolve) => (die = resolve));
  return { name, ended, die, stop: async () => die('stopped') } satisfies Mortal & {
    name: string;
    die: unknown;
  };
}

describe('A server that others rely on', () => {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);

  it('is started again when it dies, once; then there is a reason', async () => {
    const [first, second] = [mortal('first'), mortal('second')];
    const server = revived('PostgreSQL', first, async () => second, say);
    first.die('SIGKILL');
    await eventually('the second runs', () => server.now() === second);
    expect(said).toEqual(['PostgreSQL has died (SIGKILL). Starting it again …', 'PostgreSQL runs again.']);
    second.die('code 1');
    expect(await server.lost).toBe('PostgreSQL has died again (code 1).');
  });

  it('that cannot be started again is lost, with both reasons', async () => {
    const first = mortal('first');
    const again = () => Promise.reject(new Error('Port 5433 is taken'));
    const server = revived('PostgreSQL', first, again, say);
    first.die('SIGKILL');
    expect(await server.lost).toBe(
      'PostgreSQL has died (SIGKILL) and cannot be started again: Port 5433 is taken',
    );
  });

  it('that is stopped is not started again', async () => {
    const first = mortal('first');
    let started = 0;
    const again = async () => {
      started++;
      return mortal('second');
    };
    await revived('PostgreSQL', first, again, say).stop(100);
    expect(await first.ended).toBe('stopped');
    await Promise.resolve();
    expect(started).toBe(0);
  });
});
