import { listOfItems } from '#kernel';
import { type DeclaredField, declaredFields } from './declared.js';

/** Reads what was sent, as it is kept; `undefined` when it is not what it must be. */
type Take = (sent: unknown) => unknown;

interface Plan {
  readonly fields: ReadonlyMap<string, Take>;
  readonly required: readonly string[];
}

const plans = new WeakMap<Function, Plan>();

/**
 * What was sent as an instance of the class that declares it, the same that class-transformer makes and class-validator
 * finds nothing wrong with, at a fraction of what the two cost; `undefined` when anything is not as it must be, and for
 * classes that declare nothing. It says neither what is wrong nor where: they do.
 */
export function taken(type: Function | undefined, sent: unknown): object | undefined {
  if (type === undefined || typeof sent !== 'object' || sent === null || Array.isArray(sent))
    return undefined;
  const { fields, required } = planOf(type as new () => object);
  if (fields.size === 0) return undefined;
  const request = new (type as new () => Record<string, unknown>)();
  for (const [name, value] of Object.entries(sent)) {
    const kept = fields.get(name)?.(value);
    if (kept === undefined) return undefined;
    request[name] = kept;
  }
  for (const name of required) if (!Object.hasOwn(sent, name)) return undefined;
  return request;
}

function planOf(type: new () => object): Plan {
  const known = plans.get(type);
  if (known) return known;
  const declared = [...declaredFields(type)];
  const plan = {
    fields: new Map(declared.map(([name, field]) => [name, takeOf(field)])),
    required: declared.filter(([, { optional }]) => !optional).map(([name]) => name),
  };
  plans.set(type, plan);
  return plan;
}

function takeOf(field: DeclaredField): Take {
  const one = takeOne(field);
  if (!field.each) return one;
  const list = listOfItems(field);
  return (sent) => {
    if (!list.fits(sent)) return undefined;
    const items: unknown[] = [];
    for (const value of sent) {
      const kept = one(value);
      if (kept === undefined) return undefined;
      items.push(kept);
    }
    return items;
  };
}

function takeOne({ scalar, nested, read = (sent) => sent, fits = scalar?.fits }: DeclaredField): Take {
  if (nested) return (sent) => taken(nested(), sent);
  return (sent) => {
    const value = read(sent);
    return fits?.(value) ? value : undefined;
  };
}
