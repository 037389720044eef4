import type { Refusal } from '#kernel';

/** A refusal that only a spec knows. */
export const testRefusal = (code: string, en: string, more: Partial<Refusal> = {}): Refusal => ({
  code,
  kind: 'CONFLICT',
  words: { en, id: `Ditolak: ${code}` },
  ...more,
});
