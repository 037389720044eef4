import { setTimeout as wait } from 'node:timers/promises';

/** A server that this process looks after. */
export interface Mortal {
  /** Resolves when it has ended, with how; also when it was stopped. */
  readonly ended: Promise<string>;
  stop(withinMs: number): Promise<void>;
}

export interface Revived<Server extends Mortal> {
  /** The one that runs now. */
  now(): Server;
  /** Resolves with the reason when it has died and does not come back. */
  readonly lost: Promise<string>;
  stop(withinMs: number): Promise<void>;
}

/**
 * Keeps a server that others rely on: when it dies it is started again, once, where it was. One that dies again has a reason that
 * a start does not mend.
 * @param again starts it where the first one was
 */
export function revived<Server extends Mortal>(
  name: string,
  first: Server,
  again: (died: Server) => Promise<Server>,
  say: (line: string) => void,
): Revived<Server> {
  let running = first;
  let reviving: Promise<void> = Promise.resolve();
  let isStopping = false;
  const lost = new Promise<string>((tell) => {
    const revive = async (how: string) => {
      say(`${name} has died (${how}). Starting it again …`);
      try {
        running = await again(first);
      } catch (error) {
        tell(`${name} has died (${how}) and cannot be started again: ${(error as Error).message}`);
        return;
      }
      say(`${name} runs again.`);
      void running.ended.then((then) => !isStopping && tell(`${name} has died again (${then}).`));
    };
    void first.ended.then((how) => {
      if (!isStopping) reviving = revive(how);
    });
  });
  return {
    now: () => running,
    lost,
    stop: async (withinMs) => {
      isStopping = true;
      await Promise.race([reviving, wait(withinMs, undefined, { ref: false })]);
      await running.stop(withinMs);
    },
  };
}
