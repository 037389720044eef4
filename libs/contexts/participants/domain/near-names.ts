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

function trigramsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of text.toLowerCase().split(' ').filter(Boolean)) {
    const padded = `  ${word} `;
    for (let place = 0; place + 3 <= padded.length; place++) found.add(padded.slice(place, place + 3));
  }
  return found;
}
