import { type Schema, documentedOperations } from '../fuzz/operations.js';
import type { Json } from './clerk.js';

/** What is known to whoever fills a form in: the thing as it is shown, what was chosen, and the day. */
export interface Known {
  readonly thing: Json;
  readonly choice?: { readonly field: string; readonly value: string };
  readonly today: string;
  readonly moment: string;
  /** Another number each time, for papers. */
  readonly number: number;
  /** Everything that may be said, where the least was refused. */
  readonly everything: boolean;
}

/** The schema of the body of each command, by its address with `{names}`. */
const FORMS: ReadonlyMap<string, Schema | undefined> = new Map(
  documentedOperations()
    .filter(({ api, method }) => api === 'command' && method === 'POST')
    .map(({ path, body }) => [path, body]),
);

/** The form of an address in which ids stand: of several that fit the one that says most itself. */
export function formOf(href: string): Schema | undefined {
  const paths = [...FORMS.keys()].filter((path) =>
    new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(href),
  );
  const [path] = paths.sort(
    (one, other) => (one.match(/\{/g) ?? []).length - (other.match(/\{/g) ?? []).length,
  );
  return path === undefined ? undefined : FORMS.get(path);
}

/** The body of a request as somebody fills it in who reads the form. */
export function filled(form: Schema, known: Known): Json {
  return objectOf(form, known, '') as Json;
}

function objectOf({ properties = {}, required = [] }: Schema, known: Known, path: string): object {
  const members = Object.entries(properties).flatMap(([name, schema]) => {
    const at = path === '' ? name : `${path}.${name}`;
    const isAsked =
      required.includes(name) ||
      known.everything ||
      isChosen(known, at) ||
      isShown(known, name) ||
      isOfOnePaid(name, path);
    return isAsked ? [[name, valueOf(schema, known, at)] as const] : [];
  });
  return Object.fromEntries(members);
}

const isChosen = ({ choice }: Known, at: string): boolean =>
  choice !== undefined && (choice.field === at || choice.field.startsWith(`${at}.`));

/** Of several people who are paid each has an account, which is asked of none who is not. */
const isOfOnePaid = (name: string, path: string): boolean => name === 'account' && path !== '';

/** What is shown of the thing under the same name is said again, such as what is to arrive. */
const isShown = ({ thing }: Known, name: string): boolean =>
  typeof thing[name] === 'number' || (name === 'bankReference' && typeof thing[name] === 'string');

/** For what a claim waits, or its payments do first: whoever records the answer says to what. */
const awaitedOf = ({ paymentsStopped, waiting }: Json): unknown =>
  ((paymentsStopped ?? waiting) as Json | null | undefined)?.['reason'];

function valueOf(schema: Schema, known: Known, at: string): unknown {
  const { choice, thing } = known;
  const name = at.split('.').at(-1) ?? at;
  if (schema.type === 'array') return listOf(schema, known, at);
  if (choice?.field === at) return schema.type === 'integer' ? Number(choice.value) : choice.value;
  if (schema.type === 'object') return objectOf(schema, known, at);
  if (isShown(known, name)) return thing[name];
  if (schema.enum) return schema.enum.find((one) => one === awaitedOf(thing)) ?? schema.enum[0];
  return plainValue(schema, known);
}

/** As few items as may be; of what is chosen one. */
function listOf({ items = {}, minItems = 0 }: Schema, known: Known, at: string): unknown[] {
  if (known.choice?.field === at) return [known.choice.value];
  const count = Math.max(minItems, isChosen(known, at) ? 1 : 0);
  return Array.from({ length: count }, () => valueOf(items, known, at));
}

function plainValue(
  { type, format, pattern, example, minimum = 0, minLength = 1 }: Schema,
  { today, moment, number }: Known,
): unknown {
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return Math.max(1, minimum);
  if (format === 'date') return today;
  if (format === 'date-time') return moment;
  if (format === 'uuid') return '00000000-0000-4000-8000-000000000000';
  const digits = /^\^\[0-9\]\{(\d+)/.exec(pattern ?? '')?.[1];
  if (digits !== undefined) return '1'.repeat(Number(digits));
  if (pattern !== undefined && minLength === 1 && !pattern.includes('@')) return `F-${number}`;
  if (typeof example === 'string') return example.padEnd(minLength, '.');
  return 'Menurut berkas yang diperiksa kantor';
}
