import { hash } from 'node:crypto';

/** What is kept of a text: numbers of its hash, and behind them the line. */
const [HASH, LINE, NUMBERS] = [4, 4, 5];

/**
 * In which line of a file each text stood first. Of a text sixteen bytes of its hash are kept, all of them in one array: names of fifty
 * thousand people in a map are what the garbage collector is busy with while they are registered, and names are personal.
 */
export class FirstLines {
  /** A place with the line 0 is free. There are always twice as many places as texts, and a power of two of them. */
  private places = new Uint32Array(1_024 * NUMBERS);
  private taken = 0;

  /** The line in which this text has stood before; undefined where it is new, and is remembered for this line, from 1. */
  noted(text: string, line: number): number | undefined {
    const digest = hash('sha256', text, 'binary');
    const key = Uint32Array.from({ length: HASH }, (_, nth) => wordOf(digest, nth));
    const place = this.placeOf(key);
    const before = this.places[place + LINE];
    if (before) return before;
    this.places.set(key, place);
    this.places[place + LINE] = line;
    if (++this.taken * 2 * NUMBERS > this.places.length) this.grow();
    return undefined;
  }

  /** Where it stands, or else the free place for it. */
  private placeOf(key: Uint32Array): number {
    const { places } = this;
    for (let place = (key[0]! * NUMBERS) % places.length; ; place = (place + NUMBERS) % places.length) {
      if (places[place + LINE] === 0 || key.every((word, nth) => places[place + nth] === word)) return place;
    }
  }

  private grow(): void {
    const { places: before } = this;
    this.places = new Uint32Array(2 * before.length);
    for (let place = 0; place < before.length; place += NUMBERS) {
      if (before[place + LINE] === 0) continue;
      const one = before.subarray(place, place + NUMBERS);
      this.places.set(one, this.placeOf(one.subarray(0, HASH)));
    }
  }
}

/** Four of its bytes as a number. */
function wordOf(digest: string, nth: number): number {
  let word = 0;
  for (let at = 4 * nth; at < 4 * nth + 4; at++) word = word * 256 + digest.charCodeAt(at);
  return word;
}
