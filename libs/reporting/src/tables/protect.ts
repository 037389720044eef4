import { bridgesOf, cheapestPath, connectedParts } from './graph.js';

/** Fewer persons than this are not shown. */
export const SMALLEST_GROUP = 5;

/** Somebody is there, and not enough of them. Of nobody there is nothing to tell. */
export const isSmall = (persons: number) => persons > 0 && persons < SMALLEST_GROUP;

/**
 * Which numbers of a line are withheld, so that none of them follows from the others and their total.
 * @param persons how many there are in each cell
 * @param isTotalHidden whether the total of the line is withheld, here or in a table above
 */
export function protectLine(persons: readonly number[], isTotalHidden: boolean): readonly boolean[] {
  const hidden = persons.map(isSmall);
  coverSum(persons, hidden, isTotalHidden);
  return hidden;
}

/**
 * What is hidden of a line adds up to what is known: at least two cells and five persons, or one where the total is hidden too.
 * The smallest others are hidden with them until it does.
 */
function coverSum(persons: readonly number[], hidden: boolean[], isTotalHidden: boolean): boolean {
  let changed = false;
  for (;;) {
    const places = hidden.flatMap((isHidden, place) => (isHidden ? [place] : []));
    const sum = places.reduce((total, place) => total + persons[place]!, 0);
    if (isTotalHidden ? places.length > 0 : places.length === 0 || isCovered(places.length, sum))
      return changed;
    const next = smallestShown(persons, hidden);
    if (next === undefined) return changed;
    hidden[next] = true;
    changed = true;
  }
}

const isCovered = (cells: number, sum: number) => cells >= 2 && sum >= SMALLEST_GROUP;

/** The least of what is shown, cells with nobody last. */
function smallestShown(persons: readonly number[], hidden: readonly boolean[]): number | undefined {
  let best: number | undefined;
  for (const [place, count] of persons.entries()) {
    if (hidden[place]) continue;
    if (best === undefined || costOf(count) < costOf(persons[best]!)) best = place;
  }
  return best;
}

/** What is lost when a cell is withheld. Whoever sees that nobody is in most cells should go on seeing it. */
const costOf = (persons: number) => (persons === 0 ? NOBODY : persons);

const NOBODY = 1e12;

/** A table of two cuts: rows and columns, with the totals that stand in the tables of one cut. */
export interface Grid {
  readonly persons: readonly (readonly number[])[];
  /** The totals that are withheld there. */
  readonly hiddenRows: readonly boolean[];
  readonly hiddenColumns: readonly boolean[];
  readonly isTotalHidden: boolean;
}

/**
 * Which cells of a table are withheld, so that none follows from the others and the totals.
 *
 * What is hidden is seen as a graph: rows and columns are its nodes, a hidden cell is an edge between its row and its column, and a hidden
 * total one between its row (or column) and a node for the totals. A hidden number follows from what is shown exactly when its edge is a
 * bridge (D. Gusfield, A graph theoretic approach to statistical data security, SIAM J. Comput. 17, 1988): so cells are hidden, the
 * cheapest first, until there is no bridge. Rows and columns whose totals are hidden are one part of the graph without those totals, so that
 * this table tells nothing of them that its neighbours, which share them, could be put together with.
 */
export function protectGrid({
  persons,
  hiddenRows,
  hiddenColumns,
  isTotalHidden,
}: Grid): readonly boolean[][] {
  const hidden = persons.map((row) => row.map(isSmall));
  const graph = new HiddenGraph(persons, hidden, hiddenRows, hiddenColumns, isTotalHidden);
  for (;;) {
    const covered = graph.coverLines();
    const joined = graph.joinHiddenTotals();
    const bridged = graph.closeBridges();
    if (!covered && !joined && !bridged) return hidden;
  }
}

/** Nodes are numbered: rows, the row of totals, columns, the column of totals. */
class HiddenGraph {
  private readonly rows: number;
  private readonly columns: number;
  private readonly totalRow: number;
  private readonly totalColumn: number;

  constructor(
    private readonly persons: readonly (readonly number[])[],
    private readonly hidden: boolean[][],
    private readonly hiddenRows: readonly boolean[],
    private readonly hiddenColumns: readonly boolean[],
    private readonly isTotalHidden: boolean,
  ) {
    this.rows = persons.length;
    this.columns = hiddenColumns.length;
    this.totalRow = this.rows;
    this.totalColumn = this.rows + 1 + this.columns;
  }

  /** Hides in rows and columns what adds up to too little. */
  coverLines(): boolean {
    let changed = false;
    for (const [row, persons] of this.persons.entries()) {
      changed = coverHidden(persons, this.hidden[row]!, this.hiddenRows[row]!) || changed;
    }
    for (let column = 0; column < this.columns; column++) {
      const line = this.hidden.map((row) => row[column]!);
      const persons = this.persons.map((row) => row[column]!);
      if (!coverHidden(persons, line, this.hiddenColumns[column]!)) continue;
      line.forEach((isHidden, row) => (this.hidden[row]![column] = isHidden));
      changed = true;
    }
    return changed;
  }

  /** Makes those whose totals are hidden one part of the graph of cells. */
  joinHiddenTotals(): boolean {
    const wanted = [
      ...this.hiddenRows.flatMap((isHidden, row) => (isHidden ? [row] : [])),
      ...this.hiddenColumns.flatMap((isHidden, column) => (isHidden ? [this.columnNode(column)] : [])),
    ];
    let changed = false;
    for (;;) {
      const part = connectedParts(this.size, this.cellEdges());
      const [first, ...others] = wanted;
      const apart = others.find((node) => part[node] !== part[first!]);
      if (first === undefined || apart === undefined) return changed;
      if (!this.hidePath(first, apart, (one, other) => this.cellCost(one, other))) return changed;
      changed = true;
    }
  }

  /** Gives each bridge a way around it. */
  closeBridges(): boolean {
    let changed = false;
    for (;;) {
      const bridges = bridgesOf(this.size, [...this.cellEdges(), ...this.totalEdges()]);
      const open = bridges.filter(([from, to]) =>
        this.hidePath(from, to, (one, other) =>
          (one === from && other === to) || (one === to && other === from)
            ? Infinity
            : Math.min(this.cellCost(one, other), this.totalCost(one, other)),
        ),
      );
      if (open.length === 0) return changed;
      changed = true;
    }
  }

  private get size(): number {
    return this.rows + this.columns + 2;
  }

  private readonly columnNode = (column: number) => this.rows + 1 + column;

  private *cellEdges(): Generator<readonly [number, number]> {
    for (let row = 0; row < this.rows; row++) {
      for (let column = 0; column < this.columns; column++) {
        if (this.hidden[row]![column]) yield [row, this.columnNode(column)];
      }
    }
  }

  private *totalEdges(): Generator<readonly [number, number]> {
    for (let row = 0; row < this.rows; row++) if (this.hiddenRows[row]) yield [row, this.totalColumn];
    for (let column = 0; column < this.columns; column++) {
      if (this.hiddenColumns[column]) yield [this.totalRow, this.columnNode(column)];
    }
    if (this.isTotalHidden) yield [this.totalRow, this.totalColumn];
  }

  /** What it costs to go from a row to a column, or back, by hiding their cell. */
  private cellCost(one: number, other: number): number {
    const [row, column] = [Math.min(one, other), Math.max(one, other) - this.rows - 1];
    if (row >= this.rows || column < 0 || column >= this.columns) return Infinity;
    return this.hidden[row]![column] ? 0 : costOf(this.persons[row]![column]!);
  }

  /** Totals that are hidden may be gone along; no others are hidden here. */
  private totalCost(one: number, other: number): number {
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    if (high === this.totalColumn) {
      const isHidden = low === this.totalRow ? this.isTotalHidden : this.hiddenRows[low];
      return isHidden ? 0 : Infinity;
    }
    return low === this.totalRow && this.hiddenColumns[high - this.rows - 1] ? 0 : Infinity;
  }

  /** Hides the cells of the cheapest path between two nodes; false where there is none, or nothing is new on it. */
  private hidePath(from: number, to: number, cost: (one: number, other: number) => number): boolean {
    const path = cheapestPath(this.size, from, to, cost);
    let changed = false;
    for (const [place, node] of path.entries()) {
      const next = path[place + 1];
      if (next === undefined) break;
      const [row, column] = [Math.min(node, next), Math.max(node, next) - this.rows - 1];
      if (row >= this.rows || column >= this.columns || this.hidden[row]![column]) continue;
      this.hidden[row]![column] = true;
      changed = true;
    }
    return changed;
  }
}

/** Only lines of which something is hidden, or whose total is. */
function coverHidden(persons: readonly number[], hidden: boolean[], isTotalHidden: boolean): boolean {
  if (persons.length === 0 || !(isTotalHidden || hidden.includes(true))) return false;
  return coverSum(persons, hidden, isTotalHidden);
}
