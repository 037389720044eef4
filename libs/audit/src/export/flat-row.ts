/** What stands in a cell of a table. */
export type Cell = string | number | boolean | null;

/** What a column holds: what all its cells are, or else text. */
export type ColumnKind = 'INTEGER' | 'NUMBER' | 'YES_NO' | 'TEXT';

/** An item as one row: what stands in a thing of it has the names of both, and a list stays JSON. */
export function flatRow(item: Readonly<Record<string, unknown>>, under = ''): Record<string, Cell> {
  const row: Record<string, Cell> = {};
  for (const [name, value] of Object.entries(item)) {
    const column = `${under}${name}`;
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      Object.assign(row, flatRow(value as Record<string, unknown>, `${column}.`));
    else row[column] = cellOf(value);
  }
  return row;
}

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}

/** The columns of rows as they come: which there are, in the order in which they came first, and what each holds. */
export class Columns {
  private readonly kinds = new Map<string, ColumnKind | undefined>();

  note(row: Readonly<Record<string, Cell>>): void {
    for (const [name, cell] of Object.entries(row)) {
      const [before, now] = [this.kinds.get(name), kindOf(cell)];
      this.kinds.set(name, together(before, now));
    }
  }

  get list(): readonly { readonly name: string; readonly kind: ColumnKind }[] {
    return [...this.kinds].map(([name, kind]) => ({ name, kind: kind ?? 'TEXT' }));
  }
}

function kindOf(cell: Cell): ColumnKind | undefined {
  if (cell === null) return undefined;
  if (typeof cell === 'boolean') return 'YES_NO';
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? 'INTEGER' : 'NUMBER';
  return 'TEXT';
}

function together(one: ColumnKind | undefined, other: ColumnKind | undefined): ColumnKind | undefined {
  if (one === undefined || other === undefined || one === other) return one ?? other;
  const areNumbers = [one, other].every((kind) => kind === 'INTEGER' || kind === 'NUMBER');
  return areNumbers ? 'NUMBER' : 'TEXT';
}
