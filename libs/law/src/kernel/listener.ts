/** What is told of a calculation while it runs to somebody who is to explain it. */
export interface Listener {
  /** A rule was read: the version in force on its day. */
  read(version: object): void;
  /** A policy is asked now. */
  asking(): void;
  /** A policy was asked, on these facts, and said this: nothing when it has no objection. */
  asked(policy: string, facts: Readonly<Record<string, unknown>>, objection: object | undefined): void;
}

/** Calculations are synchronous, so one is listened to at most. */
let current: Listener | undefined;

export const listener = (): Listener | undefined => current;

/** Computes, and tells somebody what was read and asked meanwhile. */
export const heardBy = <Result>(to: Listener, compute: () => Result): Result => withListener(to, compute);

/** Computes what was computed before, and tells nobody again. */
export const unheard = <Result>(compute: () => Result): Result => withListener(undefined, compute);

function withListener<Result>(to: Listener | undefined, compute: () => Result): Result {
  const before = current;
  current = to;
  try {
    return compute();
  } finally {
    current = before;
  }
}
