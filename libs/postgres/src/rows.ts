import type pg from 'pg';
import { columnTypes } from './column-types.js';
import { camelCase } from './names.js';
import { type Ask, nameOfStatement } from './prepared.js';

/** The columns of a row as PostgreSQL has sent them: text, or nothing. */
type Cells = (string | null)[];

const AS_SENT: pg.CustomTypesConfig = { getTypeParser: () => (cell: unknown) => cell };

/** Asks for rows, by the names that their columns have in TypeScript. What stands inside JSON is data and stays. */
export const askForRows: Ask = async (client, text, values) => {
  const name = nameOfStatement(text);
  const result = await client.query<Cells>({
    ...(name !== undefined && { name }),
    text,
    values,
    rowMode: 'array',
    types: AS_SENT,
  });
  return { ...result, rows: result.rows.map(rowMaker(result.fields)) };
};

type RowMaker = (cells: Cells) => object;

/** As many as there are statements with other columns in the code. */
const known = new Map<string, RowMaker>();

function rowMaker(fields: readonly pg.FieldDef[]): RowMaker {
  const columns = fields.map(({ name, dataTypeID }) => `${dataTypeID} ${name}`).join('\n');
  let maker = known.get(columns);
  if (!maker) known.set(columns, (maker = compiled(fields)));
  return maker;
}

/**
 * Written as source, `({ "payBy": cells[0] === null ? null : read[0](cells[0]), … })`: an object whose members are written down
 * is smaller, and made in a fraction of the time of one that gets them one by one, and a page of a list is made of little
 * else.
 */
function compiled(fields: readonly pg.FieldDef[]): RowMaker {
  const read = fields.map(({ dataTypeID }) => columnTypes.getTypeParser(dataTypeID));
  const members = fields.map(({ name }, place) => {
    const cell = `cells[${place}]`;
    return `${JSON.stringify(camelCase(name))}: ${cell} === null ? null : read[${place}](${cell})`;
  });
  // oxlint-disable-next-line typescript/no-implied-eval -- nothing but names of columns is in it, as quoted text
  return new Function('read', `return (cells) => ({ ${members.join(', ')} });`)(read) as RowMaker;
}
