/** Titles that stand before a name on some papers and not on others (gelar). */
export const NAME_TITLES: ReadonlySet<string> = new Set([
  'H',
  'HJ',
  'KH',
  'DR',
  'DRS',
  'DRA',
  'IR',
  'PROF',
  'BPK',
  'IBU',
  'NY',
  'TN',
  'SDR',
]);

/**
 * Whether two names can be one person's (kesamaan nama): the same words in the same order, whatever their case, accents and
 * punctuation, without titles before them and degrees behind a comma. Names that a bank has cut short are not the same:
 * somebody should look.
 */
export function isSameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}

/** What names that can be one person's have in common: their words in capital letters, one blank between them. */
export function nameKey(name: string): string {
  const [withoutDegrees = ''] = name.split(',');
  const words = wordsOfName(withoutDegrees);
  const first = words.findIndex((word) => !NAME_TITLES.has(word));
  return words.slice(Math.max(first, 0)).join(' ');
}

/** The words of a name in capital letters, without accents and punctuation, in their order. */
export const wordsOfName = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’`.]/gu, '')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
