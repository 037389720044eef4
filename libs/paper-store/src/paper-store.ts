import { type Database, sql } from '#postgres';

/** The tables of papers, for whoever prepares a database: several programs write them. */
export const PAPERS_SCHEMA = {
  name: 'papers',
  statements: [
    `create table if not exists papers.files (
      file_id uuid primary key,
      paper_id uuid not null,
      begun_at timestamptz not null default now(),
      -- Null until all of it is there.
      pieces integer,
      sealed_sha256 text,
      is_recorded boolean not null default false
    )`,
    `create index if not exists files_not_recorded on papers.files (begun_at) where not is_recorded`,
    `create table if not exists papers.pieces (
      file_id uuid not null references papers.files on delete cascade,
      no integer not null,
      sealed bytea not null,
      primary key (file_id, no)
    )`,
    // Noise does not become shorter by packing it.
    `alter table papers.pieces alter column sealed set storage external`,
  ],
} as const;

/** A file that is kept. */
export interface KeptFile {
  readonly fileId: string;
  readonly paperId: string;
  readonly pieces: number;
  readonly sealedSha256: string;
}

/** How many files are looked at in one question. */
const PAGE = 200;

/**
 * Sealed files of papers, piece by piece, in a schema of PostgreSQL of their own. It has no keys: it knows ids, lengths and digests of
 * noise. What a paper is, and who may see it, is said elsewhere.
 */
export class PaperStore {
  private ready: Promise<void> | undefined;

  constructor(private readonly database: Database) {}

  /** Makes the tables where they are missing and this role may; where it may not, `lindung database prepare` makes them. */
  private prepared(): Promise<void> {
    this.ready ??= this.prepare().catch((error: unknown) => {
      this.ready = undefined;
      throw error;
    });
    return this.ready;
  }

  private async prepare(): Promise<void> {
    const { rows } = await sql<{ known: boolean }>`
      select to_regclass('papers.pieces') is not null as known`.execute(this.database.kysely);
    if (rows[0]?.known) return;
    await this.database.transaction(async (transaction) => {
      // Two instances may start at the same time.
      await sql`select pg_advisory_xact_lock(hashtext('lindung/papers'))`.execute(transaction);
      await sql`create schema if not exists papers`.execute(transaction);
      for (const statement of PAPERS_SCHEMA.statements) await sql.raw(statement).execute(transaction);
    });
  }

  /** A file of this paper begins to come. Until `recorded` it belongs to nobody, and is swept. */
  async begin(fileId: string, paperId: string): Promise<void> {
    await this.prepared();
    await sql`insert into papers.files (file_id, paper_id) values (${fileId}, ${paperId})`.execute(
      this.database.kysely,
    );
  }

  async add(fileId: string, no: number, sealed: Buffer): Promise<void> {
    await sql`insert into papers.pieces (file_id, no, sealed) values (${fileId}, ${no}, ${sealed})`.execute(
      this.database.kysely,
    );
  }

  /** All of it is there. */
  async complete({ fileId, pieces, sealedSha256 }: Omit<KeptFile, 'paperId'>): Promise<void> {
    await sql`
      update papers.files set pieces = ${pieces}, sealed_sha256 = ${sealedSha256}
      where file_id = ${fileId}`.execute(this.database.kysely);
  }

  /** The log says of it: it stays. */
  async recorded(fileId: string): Promise<void> {
    await this.note(fileId, true);
  }

  /** The log is about to give it up: from now on it is swept, unless the log says of it again that it stays. */
  async released(fileId: string): Promise<void> {
    await this.prepared();
    await this.note(fileId, false);
  }

  private async note(fileId: string, isRecorded: boolean): Promise<void> {
    await sql`update papers.files set is_recorded = ${isRecorded} where file_id = ${fileId}`.execute(
      this.database.kysely,
    );
  }

  /** Takes a file away, with all of its pieces. */
  async drop(fileId: string): Promise<void> {
    await this.prepared();
    await sql`delete from papers.files where file_id = ${fileId}`.execute(this.database.kysely);
  }

  /** The sealed pieces in order; none of a file that is not there. */
  async *pieces(fileId: string): AsyncGenerator<Buffer> {
    await this.prepared();
    for (let no = 0; ; no += 1) {
      const { rows } = await sql<{ sealed: Buffer }>`
        select sealed from papers.pieces where file_id = ${fileId} and no = ${no}`.execute(
        this.database.kysely,
      );
      if (!rows[0]) return;
      yield rows[0].sealed;
    }
  }

  /** Files that began to come so long ago and of which the log has not said anything, as far as is noted here. */
  async leftOver(olderThanMs: number): Promise<readonly Pick<KeptFile, 'fileId' | 'paperId'>[]> {
    await this.prepared();
    const { rows } = await sql<Pick<KeptFile, 'fileId' | 'paperId'>>`
      select file_id as "fileId", paper_id as "paperId" from papers.files
      where not is_recorded and begun_at < now() - make_interval(secs => ${olderThanMs / 1000})
      order by begun_at limit ${PAGE}`.execute(this.database.kysely);
    return rows;
  }

  /** Every file that is whole, in the order of their ids. */
  async *all(): AsyncGenerator<KeptFile> {
    await this.prepared();
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const { rows } = await sql<KeptFile>`
        select file_id as "fileId", paper_id as "paperId", pieces, sealed_sha256 as "sealedSha256"
        from papers.files where file_id > ${after} and pieces is not null order by file_id limit ${PAGE}`.execute(
        this.database.kysely,
      );
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = last.fileId;
    }
  }
}
