import Table from 'cli-table3';

/** A table for people and for pipes: no colours. */
export const plainTable = (options: Table.TableConstructorOptions): Table.Table =>
  new Table({ ...options, style: { head: [], border: [] } });

/** The same without a line between two rows. */
export const denseTable = (options: Table.TableConstructorOptions): Table.Table =>
  plainTable({ ...options, chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' } });
