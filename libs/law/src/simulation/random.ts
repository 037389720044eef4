/** Numbers that look random and follow from a seed alone, the same on every machine (sfc32, Chris Doty-Humphrey). */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** `stream` tells apart the numbers of different uses of one seed. */
  constructor(seed: number, stream: number) {
    this.#a = seed | 0;
    this.#b = Math.floor(seed / 2 ** 32) | 0;
    this.#c = stream | 0;
    for (let warming = 0; warming < 15; warming += 1) this.#next();
  }

  #next(): number {
    const result = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + result) | 0;
    return result >>> 0;
  }

  /** From 0 up to 1, without 1. */
  unit(): number {
    return this.#next() / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.unit() * (most - least + 1));
  }

  /** Whether something of this probability happens. */
  happens(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.between(0, items.length - 1)]!;
  }
}

/** Synthetic wages and accounts are in steps of so many rupiah. */
export const STEP = 1_000;

/** Most have little above the least, few much: an exponential tail over it, cut where nobody has more. */
export function amountAbove(least: number, meanAbove: number, random: Random): number {
  const above = Math.min(-Math.log(1 - random.unit()) * meanAbove, 20 * meanAbove);
  return Math.round((least + above) / STEP) * STEP;
}
