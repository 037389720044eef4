import { NotComputable } from './not-computable.js';
import type { Program } from './population.js';

/** What members pay, or what is paid to them. */
export const KINDS = ['CONTRIBUTION', 'BENEFIT'] as const;
export type Kind = (typeof KINDS)[number];

/** JKK and JKM of a migrant worker are one price, so they are counted as one. */
export const COUNTED_PROGRAMS = ['JKK', 'JKM', 'JHT', 'JP', 'JKP', 'PMI', 'SCHOLARSHIP'] as const;
export type CountedProgram = Program | 'PMI' | 'SCHOLARSHIP';

/** The figures of one line, in this order: whole numbers, sums of rupiah or counts of members. */
const FIGURES = ['persons', 'before', 'after', 'better', 'worse', 'gained', 'lost'] as const;
export type Figure = (typeof FIGURES)[number];
const [PERSONS, BEFORE, AFTER, BETTER, WORSE, GAINED, LOST] = [0, 1, 2, 3, 4, 5, 6];

/** Many lines of figures, one behind the other. */
export class Lines {
  figures: Float64Array;

  constructor(public count: number) {
    this.figures = new Float64Array(count * FIGURES.length);
  }

  /** Makes room for lines that were not known before. */
  growTo(count: number): void {
    if (count <= this.count) return;
    const { figures } = this;
    this.count = count;
    this.figures = new Float64Array(count * FIGURES.length);
    this.figures.set(figures);
  }

  /** Counts one member: paying less and receiving more is better. */
  add(line: number, before: number, after: number, kind: Kind): void {
    const { figures } = this;
    const at = line * FIGURES.length;
    figures[at + PERSONS]! += 1;
    figures[at + BEFORE]! += before;
    figures[at + AFTER]! += after;
    if (before === after) return;
    const gained = kind === 'BENEFIT' ? after - before : before - after;
    figures[at + (gained > 0 ? BETTER : WORSE)]! += 1;
    if (gained > 0) figures[at + GAINED]! += gained;
    else figures[at + LOST]! -= gained;
  }

  /** The figures of so many lines, from one on. */
  figuresFrom(line: number, count: number): Float64Array {
    return this.figures.subarray(line * FIGURES.length, (line + count) * FIGURES.length);
  }

  /** Adds what others counted of the same lines. */
  merge(other: Float64Array): void {
    for (let at = 0; at < this.figures.length; at += 1) {
      this.figures[at]! += other[at]!;
    }
  }

  /**
   * The figures of a line by name. None of them ever falls, so that one below 2^53 was exact all along.
   * @throws NotComputable for one that is not
   */
  line(line: number): Record<Figure, number> {
    const at = line * FIGURES.length;
    const figures = FIGURES.map((name, index) => [name, this.figures[at + index]!] as const);
    if (!figures.every(([, figure]) => Number.isSafeInteger(figure))) {
      throw new NotComputable(
        'A sum of the simulation passes 2^53 rupiah',
        'Jumlah dalam simulasi melampaui 2^53 rupiah',
      );
    }
    return Object.fromEntries(figures) as Record<Figure, number>;
  }
}
