/** A group of writes that is on disk. */
export interface CommittedGroup {
  readonly writes: number;
  readonly events: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** Who hears of commits. */
export interface CommitObserver {
  committed(group: CommittedGroup): void;
  failed(error: unknown): void;
}

/** Hears of nothing. */
export const SILENT: CommitObserver = { committed: () => undefined, failed: () => undefined };
