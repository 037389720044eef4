import { nameKey } from '#kernel';

/** A name has hardly more, and each of them is looked up. */
const MOST_WORDS = 8;

/** What is written in one way by some and in another by others, in the order in which it is made alike. */
const SPELLINGS: readonly (readonly [written: RegExp, alike: string])[] = [
  // The spelling before 1972 and before 1947 (ejaan lama): Soekarno, Djoko, Tjipto, Achmad.
  [/OE/g, 'U'],
  [/DJ/g, 'J'],
  [/TJ|^CH/g, 'C'],
  [/CH|KH/g, 'H'],
  // Sounds that Arabic, Dutch and English tell apart and Indonesian does not.
  [/SY|SH|SJ|Z/g, 'S'],
  [/DH/g, 'D'],
  [/TH/g, 'T'],
  [/PH|F|V/g, 'P'],
  [/Q/g, 'K'],
  [/X/g, 'KS'],
  [/Y|IE/g, 'I'],
  [/(.)\1+/gu, '$1'],
];

/** How the name that is shortened most is shortened. */
const MUHAMMAD: ReadonlySet<string> = new Set(['MHD', 'MUH', 'MOH', 'MUHD', 'MOHD', 'MOHAMAD', 'MUHAMAD']);

/**
 * The words of a name, each as everybody would spell it (ejaan yang disamakan): SOEHARDJO and SUHARJO are one word. Each word
 * stands there once, in the order of the name; titles and degrees are left out.
 */
export function nameWords(name: string): readonly string[] {
  const words = listedName(name).split(' ').filter(Boolean).map(spelledAlike);
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** A name as it is listed and compared: `nameKey`, no longer than a name is. Some single signs stand for a whole sentence. */
export const listedName = (name: string): string => cut(nameKey(name), 100);

const cut = (text: string, length: number) =>
  text.length <= length ? text : Array.from(text).slice(0, length).join('');

/** The same words stand in many names: so many of them are known, and then those that come are learnt anew. */
const MOST_KNOWN = 20_000;

const knownWords = new Map<string, string>();

function spelledAlike(word: string): string {
  const known = knownWords.get(word);
  if (known !== undefined) return known;
  if (knownWords.size >= MOST_KNOWN) knownWords.clear();
  const alike = spelled(word);
  knownWords.set(word, alike);
  return alike;
}

function spelled(word: string): string {
  const alike = SPELLINGS.reduce((text, [written, instead]) => text.replaceAll(written, instead), word);
  return MUHAMMAD.has(alike) ? 'MUHAMAD' : cut(alike, 40);
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Longer words resemble each other by their trigrams whatever the slip. */
const LONGEST_SLIPPED = 12;

/**
 * What somebody may have meant who typed this word with one slip (salah ketik): a letter too much, too few, another one, or two in
 * the wrong order. Nothing for words of one letter.
 */
export function withoutOneSlip(word: string): readonly string[] {
  if (word.length < 2 || word.length > LONGEST_SLIPPED) return [];
  const meant = new Set<string>();
  for (let place = 0; place <= word.length; place++) {
    const [before, after] = [word.slice(0, place), word.slice(place)];
    for (const letter of LETTERS) meant.add(before + letter + after);
    if (after === '') continue;
    meant.add(before + after.slice(1));
    for (const letter of LETTERS) meant.add(before + letter + after.slice(1));
    if (after.length > 1) meant.add(`${before}${after[1]}${after[0]}${after.slice(2)}`);
  }
  meant.delete(word);
  return [...meant];
}
