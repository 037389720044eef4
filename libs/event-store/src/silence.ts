import { LogUnavailable } from './outage.js';

/** How long somebody may be kept waiting in all, whatever they do in between. */
export class Patience {
  constructor(
    private readonly ms: number,
    private left = ms,
  ) {}

  /** @throws LogUnavailable when it takes longer than what is left */
  async of<Answer>(waiting: Promise<Answer>): Promise<Answer> {
    const began = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const why = `has not answered within ${this.ms} ms`;
      timer = setTimeout(() => reject(new LogUnavailable(why)), Math.max(0, this.left));
    });
    try {
      return await Promise.race([waiting, late]);
    } finally {
      clearTimeout(timer);
      this.left -= performance.now() - began;
    }
  }
}
