import type { PaperStore } from '#paper-store';

/** Files of papers as far as the API keeps and shows them, on no disk. */
export class PapersInMemory implements Pick<
  PaperStore,
  'begin' | 'add' | 'complete' | 'recorded' | 'drop' | 'pieces'
> {
  private readonly files = new Map<string, Buffer[]>();

  async begin(fileId: string): Promise<void> {
    this.files.set(fileId, []);
  }

  async add(fileId: string, _no: number, sealed: Buffer): Promise<void> {
    this.files.get(fileId)?.push(sealed);
  }

  async complete(): Promise<void> {}

  async recorded(): Promise<void> {}

  async drop(fileId: string): Promise<void> {
    this.files.delete(fileId);
  }

  async *pieces(fileId: string): AsyncGenerator<Buffer> {
    yield* this.files.get(fileId) ?? [];
  }
}
