import { readFile } from 'node:fs/promises';
import { isLocalDate } from '#kernel';
import type { Reform } from '#law';
import { ruleIds } from '#law/simulation';

/** What is wrong with a reform file, in both languages. */
export class UnreadableReform extends Error {
  constructor(path: string, en: string, id: string) {
    super(`${path}: ${en} / ${id}`);
  }
}

/**
 * Reads a reform, `{ "RULE_ID": { "2027-01-01": value } }`, from a JSON file.
 * @throws UnreadableReform for a rule or a day that does not exist
 */
export async function readReform(path: string): Promise<Reform> {
  const reform = asObject(parsed(await readFile(path, 'utf8'), path));
  if (!reform) throw new UnreadableReform(path, 'an object was expected', 'seharusnya objek');
  const known = new Set(ruleIds());
  for (const [id, proposed] of Object.entries(reform)) {
    if (!known.has(id)) {
      throw new UnreadableReform(path, `no rule has the id ${id}`, `tidak ada aturan dengan id ${id}`);
    }
    const days = Object.keys(asObject(proposed) ?? {});
    if (days.length === 0 || !days.every(isLocalDate)) {
      throw new UnreadableReform(
        path,
        `${id} needs an object of days, YYYY-MM-DD, with a value each`,
        `${id} memerlukan objek tanggal, YYYY-MM-DD, dengan nilai masing-masing`,
      );
    }
  }
  return reform as Reform;
}

function parsed(json: string, path: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new UnreadableReform(path, `not JSON: ${String(error)}`, 'bukan JSON');
  }
}

const asObject = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
