import { AppendUnanswered, LogUnavailable } from './outage.js';

/** An append that failed longer ago tells nothing of now; somebody has to try again in order to know. */
const TOLD_FOR_MS = 5_000;

/** What became of the append that ended last. */
export class LastAppend {
  private failedAt: number | undefined;

  /** Remembers how it ends. That another append came first, or one is too large, a leader without a quorum says as well. */
  async of<Answer>(append: Promise<Answer>): Promise<Answer> {
    try {
      const answer = await append;
      this.failedAt = undefined;
      return answer;
    } catch (error) {
      const isOfLog = error instanceof LogUnavailable || error instanceof AppendUnanswered;
      if (isOfLog) this.failedAt = performance.now();
      throw error;
    }
  }

  /** Why the next one may fail, in words that anybody may read. */
  whyNot(): string | undefined {
    const isTold = this.failedAt !== undefined && performance.now() - this.failedAt < TOLD_FOR_MS;
    return isTold ? 'did not confirm the last append' : undefined;
  }
}
