/**
 * Numbers in ascending order. They come nearly in order and there are never more of them than messages with consumers,
 * so an array with binary search does.
 */
export class SortedNumbers {
  private readonly numbers: number[] = [];

  /** The lowest, undefined when there is none. */
  get lowest(): number | undefined {
    return this.numbers[0];
  }

  get size(): number {
    return this.numbers.length;
  }

  /** Adds a number; one that is there already is not added twice. */
  add(number: number): void {
    const at = this.indexOf(number);
    if (this.numbers[at] !== number) this.numbers.splice(at, 0, number);
  }

  /** Removes a number if it is there. */
  delete(number: number): void {
    const at = this.indexOf(number);
    if (this.numbers[at] === number) this.numbers.splice(at, 1);
  }

  /** Where the number stands, or where it would have to be put. */
  private indexOf(number: number): number {
    let low = 0;
    let high = this.numbers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.numbers[middle]! < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
