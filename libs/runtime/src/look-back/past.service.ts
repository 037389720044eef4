import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '#event-store';
import type { Instant } from '#kernel';
import {
  type CopiedPast,
  type KnownAt,
  LogPlaces,
  type ReadModel,
  type RowsOf,
  TooMuchToFold,
  foldAbout,
  givenRows,
  placeKnownAt,
} from '#followers';
import type { Database, Kysely } from '#postgres';
import { QueryConfig } from '../config/settings.js';
import { DATABASE } from '../modules/database.token.js';
import { CopyWorks } from './copy-works.service.js';
import type { LookBack } from './look-back.js';

/**
 * What was known at a time: one thing is folded from the streams that tell of it while somebody waits, by the functions of the read
 * models; a list is asked of a copy of its read model. What is sealed stays sealed, so nobody who was erased is in it either.
 */
@Injectable()
export class Past {
  private readonly places: LogPlaces;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly log: EventStore,
    private readonly config: QueryConfig,
    private readonly copies: CopyWorks,
  ) {
    this.places = new LogPlaces(database);
  }

  /**
   * The place in the log up to which something was known.
   * @param knownAt left out: now
   * @throws NoSuchPast
   */
  placeOf(knownAt: KnownAt | undefined, now: Instant): ReturnType<typeof placeKnownAt> {
    const { database, log, config } = this;
    return placeKnownAt(knownAt, { database, log, now, waitMs: config.waitMs });
  }

  /**
   * A view in which questions about some things, or about lists, are answered.
   * @param mayHaveCopies whoever asks; otherwise what is too much to fold is a `TooMuchToFold`
   */
  view(
    asOf: CopiedPast & { readonly recordedAt: Instant },
    subjects: readonly string[],
    mayHaveCopies: boolean,
  ): LookBack {
    return this.counting(asOf, subjects, mayHaveCopies, { leftOut: 0 });
  }

  /** @param counted by this view and all that are made of it */
  private counting(
    asOf: CopiedPast & { readonly recordedAt: Instant },
    subjects: readonly string[],
    mayHaveCopies: boolean,
    counted: { leftOut: number | null },
  ): LookBack {
    const copied = <Tables extends ReadModel['tables']>(model: ReadModel<Tables>) => {
      // Where no day is named everything counts, in a copy too.
      if (asOf.effectiveOn !== undefined) counted.leftOut = null;
      return this.copies.tablesOf(model, asOf);
    };
    return {
      ...asOf,
      subjects,
      about: (others) => this.counting(asOf, others, mayHaveCopies, counted),
      get leftOut() {
        return counted.leftOut;
      },
      tablesOf: async <Tables extends ReadModel['tables']>(model: ReadModel<Tables>) => {
        if (subjects.length === 0) return copied(model);
        const folded = await this.folded(model, asOf, subjects).catch((error: unknown) => {
          if (error instanceof TooMuchToFold && mayHaveCopies) return undefined;
          throw error;
        });
        if (!folded) return copied(model);
        if (counted.leftOut !== null) counted.leftOut += folded.leftOut;
        return folded.tables;
      },
    };
  }

  private async folded<Tables extends ReadModel['tables']>(
    model: ReadModel<Tables>,
    asOf: CopiedPast,
    subjects: readonly string[],
  ): Promise<{ readonly tables: Kysely<RowsOf<Tables>>; readonly leftOut: number }> {
    const { database, log, places } = this;
    const { rows, leftOut } = await foldAbout({ database, log, places }, model, subjects, asOf);
    const tables = database.given(givenRows(model, rows)) as unknown as Kysely<RowsOf<Tables>>;
    return { tables, leftOut };
  }
}
