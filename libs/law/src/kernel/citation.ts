import type { Bilingual, Provision } from './provision.js';

/** Where something is written, in both languages: `PP 44/2015, Art. 34` and `PP 44/2015, Pasal 34`. */
export function cited({ law, article }: Pick<Provision, 'law' | 'article'>): Bilingual {
  const en = `${law}, ${article}`;
  return { id: inIndonesian(en), en };
}

const INDONESIAN_CITATION: readonly (readonly [string, string])[] = [
  ['Art.', 'Pasal'],
  [' area', ' dan sekitarnya'],
  ['Annex', 'Lampiran'],
  ['row', 'baris'],
  [' over ', ' atas '],
  ['convention', 'konvensi'],
  ['from memory', 'dari ingatan'],
  ['article not seen', 'pasal belum dilihat'],
];

/** Citations come from the rules, so they are few. */
const CITATIONS = new Map<string, string>();

/** `Art. 34, Annex III` as it is cited in Indonesia. */
function inIndonesian(citation: string): string {
  const known = CITATIONS.get(citation);
  if (known !== undefined) return known;
  const indonesian = INDONESIAN_CITATION.reduce(
    (text, [there, here]) => text.replaceAll(there, here),
    citation,
  );
  CITATIONS.set(citation, indonesian);
  return indonesian;
}
