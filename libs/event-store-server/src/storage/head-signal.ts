/** Wakes those who wait for the log to grow. */
export class HeadSignal {
  private waiting = new Set<() => void>();

  /** Resolves at the next announcement or when the given signal aborts. */
  next(abort: AbortSignal): Promise<void> {
    if (abort.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        this.waiting.delete(wake);
        abort.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      abort.addEventListener('abort', wake);
    });
  }

  /** Tells all who wait that the log grew. */
  announce(): void {
    const woken = this.waiting;
    this.waiting = new Set();
    for (const wake of woken) wake();
  }
}
