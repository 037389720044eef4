import { Injectable, Optional } from '@nestjs/common';
import type { LocalDate } from '#kernel';
import { ReadModels } from '#runtime';
import { UnnamedPapers } from '../../domain/unnamed-papers.js';
import { paperReadModel } from './paper.read-model.js';

/** Looks into the read model of papers, once it knows what the log held. */
@Injectable()
export class StoredUnnamedPapers extends UnnamedPapers {
  constructor(
    /** Where the app has no PostgreSQL there is no file to delete. */
    @Optional() private readonly readModels?: ReadModels,
  ) {
    super();
  }

  async before(day: LocalDate, after: bigint | undefined): Promise<readonly string[]> {
    if (!this.readModels) return [];
    const tables = await this.readModels.of(paperReadModel, after);
    const rows = await tables
      .selectFrom('papers')
      .select('paperId')
      .where('unnamedSince', '<', day)
      .orderBy('paperId')
      .execute();
    return rows.map(({ paperId }) => paperId);
  }
}
