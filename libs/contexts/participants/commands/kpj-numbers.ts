import { randomUUID } from 'node:crypto';
import { EventStore, OneStream } from '#event-store';
import type { CommandContext } from '#kernel';
import { kpjOf } from '../domain/kpj.js';
import { kpjSeries, setAsideKpjNumbers } from '../domain/kpj-series.js';

/** So many numbers are set aside at a time; those that are left when the program ends are nobody's. */
const AT_A_TIME = 500;

interface Block {
  next: number;
  readonly end: number;
}

/**
 * Gives out card numbers, each once, whoever else gives some out: each program has a block of its own, which the log has given to nobody
 * else. So a registration costs no append more.
 */
export class KpjNumbers {
  private readonly blocks = new Map<number, Block>();
  private readonly filling = new Map<number, Promise<void>>();

  private constructor(private readonly store: EventStore) {}

  /** The one of a program. */
  static of(store: EventStore): KpjNumbers {
    const known = KpjNumbers.known.get(store);
    if (known) return known;
    const made = new KpjNumbers(store);
    KpjNumbers.known.set(store, made);
    return made;
  }

  private static readonly known = new WeakMap<EventStore, KpjNumbers>();

  /** The next number of the year. @throws Rejection `KPJ_SERIES_ENDED` */
  async next(context: CommandContext): Promise<string> {
    const year = Number(context.today.slice(0, 4));
    for (;;) {
      const block = this.blocks.get(year);
      if (block && block.next < block.end) return kpjOf(year, block.next++);
      await this.fill(year, context);
    }
  }

  /** Everybody who waits for a block waits for the same one. */
  private fill(year: number, context: CommandContext): Promise<void> {
    const under = this.filling.get(year);
    if (under) return under;
    const filling = this.setAside(year, context).finally(() => this.filling.delete(year));
    this.filling.set(year, filling);
    return filling;
  }

  private async setAside(year: number, context: CommandContext): Promise<void> {
    const series = await OneStream.read(this.store, kpjSeries, String(year));
    let from = 0;
    // Whoever asks again under the same key has another block: an id that followed from the key would give both the same one.
    await series.step({ ...context, commandId: randomUUID() }, (state) => {
      from = state.next;
      return setAsideKpjNumbers({ year, count: AT_A_TIME }, state, context);
    });
    this.blocks.set(year, { next: from, end: from + AT_A_TIME });
  }
}
