import { AsyncLocalStorage } from 'node:async_hooks';
import type { Instant, LocalDate } from '#kernel';
import type { AsOf, ReadModel, RowsOf } from '#followers';
import type { Kysely } from '#postgres';

/** A view of the past in which questions are answered, instead of by what is known now. */
export interface LookBack extends AsOf {
  /** When the log recorded the last event that was known. */
  readonly recordedAt: Instant;
  /** The things that are asked for by their ids; none where a list is. */
  readonly subjects: readonly string[];
  /** The tables of a read model as they were. */
  tablesOf<Tables extends ReadModel['tables']>(model: ReadModel<Tables>): Promise<Kysely<RowsOf<Tables>>>;
  /** The same view, for what is asked of other things: those that a thing names and that do not name it. */
  about(subjects: readonly string[]): LookBack;
  /**
   * Events that were known and did not count, of what was asked so far, here and by `about`. Null where nobody has counted them: of a
   * copy it is known only what it holds.
   */
  readonly leftOut: number | null;
  readonly effectiveOn?: LocalDate;
}

const looking = new AsyncLocalStorage<LookBack>();

/** Does work in a view of the past: whatever it asks of read models is answered from there. */
export function lookingBack<Result>(view: LookBack, work: () => Promise<Result>): Promise<Result> {
  return looking.run(view, work);
}

/** The view of the past that is asked in; undefined in the present. */
export const lookBackNow = (): LookBack | undefined => looking.getStore();
