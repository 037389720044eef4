import { readFileSync } from 'node:fs';

export interface WorkedExample {
  readonly id: string;
  readonly inputs: { readonly calculator: string };
  readonly expected: { readonly components: readonly unknown[] };
}

/** The examples that the command line reads as well. */
export const WORKED_EXAMPLES = JSON.parse(
  readFileSync(new URL('../../../../test/data/worked-examples.json', import.meta.url), 'utf8'),
) as readonly WorkedExample[];
