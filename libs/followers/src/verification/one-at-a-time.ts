import type { Database } from '#postgres';
import { NOTICE_DEAD_PEERS } from '../active-lock.js';

/** Somebody else verifies or rebuilds it: both would use the same tables beside the live ones. */
export class ReadModelBusy extends Error {
  override readonly name = 'ReadModelBusy';

  constructor(readonly readModel: string) {
    super(`Somebody else verifies or rebuilds ${readModel} at this moment`);
  }
}

/**
 * Does work beside a read model that nobody else may do meanwhile, in whichever process: by an advisory lock that ends with its session.
 * @param readModel schema of its tables, such as `claim_v4`
 * @throws ReadModelBusy at once; it does not wait
 */
export async function oneAtATime<Result>(
  database: Database,
  readModel: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const session = await database.connect();
  try {
    await session.query(NOTICE_DEAD_PEERS);
    const [row] = await session.query<{ isMine: boolean }>(
      `select pg_try_advisory_lock(hashtextextended($1, 0)) as "isMine"`,
      [`lindung/beside/${readModel}`],
    );
    if (!row?.isMine) throw new ReadModelBusy(readModel);
    return await work();
  } finally {
    await session.end();
  }
}
