import { Injectable, Optional } from '@nestjs/common';
import type { Instant } from '#kernel';
import { ReadModels } from '#runtime';
import { DueNotices } from '../../domain/due-notices.js';
import { noticeReadModel } from './notice.read-model.js';

/** So many are tried before it is looked again which there are. */
const MOST = 200;

/** Looks into the read model of notices; whether one is still due is asked of the log. */
@Injectable()
export class StoredDueNotices extends DueNotices {
  constructor(
    /** Where the app has no PostgreSQL nothing is sent. */
    @Optional() private readonly readModels?: ReadModels,
  ) {
    super();
  }

  async at(moment: Instant): Promise<readonly string[]> {
    if (!this.readModels) return [];
    const tables = await this.readModels.of(noticeReadModel);
    const rows = await tables
      .selectFrom('notices')
      .select('noticeId')
      .where('status', '=', 'DUE')
      .where((is) => is.or([is('notBefore', 'is', null), is('notBefore', '<=', moment)]))
      .orderBy('dueOn')
      .orderBy('noticeId')
      .limit(MOST)
      .execute();
    return rows.map(({ noticeId }) => noticeId);
  }
}
