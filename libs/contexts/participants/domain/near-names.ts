import { type Compared, birthKey, nameKey } from './duplicate-keys.js';
import { nameWords } from './name-words.js';

/** From so much on two names resemble each other: a letter in one of two words may differ, a whole word hardly. */
export const NEAR = 0.5;

/** The words of a name as they are compared. */
export const comparedName = (name: string): string => nameWords(name).join(' ');

/** Whether two may be one person by names that resemble each other and birth dates that agree, and by nothing nearer. */
export function areNear(one: Compared, other: Compared): boolean {
  if (birthKey(one.birthDate) !== birthKey(other.birthDate)) return false;
  return (
    nameKey(one.name) !== nameKey(other.name) &&
    likeness(comparedName(one.name), comparedName(other.name)) >= NEAR
  );
}

/** How much of the letters of two texts is common, three in a row, from 0 to 1: what `similarity` of `pg_trgm` says of them. */
export function likeness(one: string, other: string): number {
  const [its, others] = [trigramsOf(one), trigramsOf(other)];
  const common = [...its].filter((trigram) => others.has(trigram)).length;
  return common === 0 ? 0 : common / (its.size + others.size - common);
}

/** Of each half of sixty-four. */
const HALF = 32;

/**
 * What the trigrams of a text leave of it, as a text of sixty-four 0 and 1: each trigram sets one. Of two texts at least as many
 * trigrams differ as bits do, which is known in a fraction of the time that comparing them takes.
 */
export function trigramBits(text: string): string {
  let [upper, lower] = [0, 0];
  for (const trigram of trigramsOf(text)) {
    const place = hashOf(trigram) % (2 * HALF);
    if (place < HALF) lower |= 1 << place;
    else upper |= 1 << (place - HALF);
  }
  return [upper, lower].map((half) => (half >>> 0).toString(2).padStart(HALF, '0')).join('');
}

/** FNV-1a, of which the upper bits are the better ones (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hashOf(trigram: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < trigram.length; place++)
    hash = Math.imul(hash ^ trigram.charCodeAt(place), 0x01000193);
  return hash >>> 16;
}

/**
 * Which share of the trigrams of two texts, each counted for itself, may stand in one of them alone while the texts still resemble
 * each other: `common / (common + alone) >= NEAR`, and the two have `2 * common + alone` together.
 */
export const MOST_ALONE = (1 - NEAR) / (1 + NEAR);

function trigramsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of text.toLowerCase().split(' ').filter(Boolean)) {
    const padded = `  ${word} `;
    for (let place = 0; place + 3 <= padded.length; place++) found.add(padded.slice(place, place + 3));
  }
  return found;
}
