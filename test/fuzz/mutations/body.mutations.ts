import { bytesOf, type Draft } from '../draft.js';
import type { Random } from '../../system/random.js';
import type { Mutations } from './mutation.js';
import { STRANGE_NAMES, strangeText, strangeValue } from './strange-values.js';

type Holder = Record<string, unknown>;

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** Somewhere in the body: whoever holds a value, and its name there. */
function somewhere({ json }: Draft, random: Random): { holder: Holder; name: string } | undefined {
  let holder: unknown = json;
  while (isHolder(holder)) {
    const name = random.maybe(Object.keys(holder));
    if (name === undefined) return undefined;
    const value: unknown = holder[name];
    if (!isHolder(value) || random.chance(0.3)) return { holder, name };
    if (Object.keys(value).length === 0) return { holder, name };
    holder = value;
  }
  return undefined;
}

/** A mutation of one value of the JSON body. */
const inside =
  (bend: (holder: Holder, name: string, random: Random) => void) =>
  (draft: Draft, random: Random): void => {
    // What was sent before must not change with it.
    if (draft.json) draft.json = structuredClone(draft.json);
    const place = somewhere(draft, random);
    if (place) bend(place.holder, place.name, random);
  };

/** A mutation of the bytes of the body. */
const bytes =
  (bend: (body: Buffer, random: Random) => Buffer | string) =>
  (draft: Draft, random: Random): void => {
    draft.body = bend(bytesOf(draft) ?? Buffer.alloc(0), random);
  };

export const bodyMutations: Mutations = {
  'a strange value': inside((holder, name, random) => {
    holder[name] = strangeValue(random);
  }),
  'another strange value': inside((holder, name, random) => {
    holder[name] = strangeValue(random);
  }),
  'a strange text': inside((holder, name, random) => {
    holder[name] = strangeText(random);
  }),
  'a strange text within a text': inside((holder, name, random) => {
    if (typeof holder[name] === 'string') holder[name] += strangeText(random);
    else holder[name] = strangeText(random);
  }),
  'a value left out': inside((holder, name) => {
    delete holder[name];
  }),
  'a value twice': inside((holder, name) => {
    holder[name] = [holder[name], holder[name]];
  }),
  'a field nobody asked for': inside((holder, _name, random) => {
    // Assigned, `__proto__` would be no field.
    const value = strangeValue(random);
    Object.defineProperty(holder, random.pick(STRANGE_NAMES), {
      value,
      enumerable: true,
      configurable: true,
    });
  }),
  'a body that is no object': bytes((_body, random) =>
    random.pick(['[]', 'null', '1', '"a"', 'true', '[{}]']),
  ),
  'an empty body': bytes(() => ''),
  'an empty object': bytes(() => '{}'),
  'a body that breaks off': bytes((body, random) => body.subarray(0, random.between(0, body.length))),
  'bytes that are no UTF-8': bytes((body, random) => {
    const bent = Buffer.from(body);
    if (bent.length > 0)
      bent[random.between(0, bent.length - 1)] = random.pick([0xff, 0xc0, 0xed, 0x80, 0x00]);
    return bent;
  }),
  'a mark of byte order': bytes((body) => Buffer.concat([Buffer.from('\ufeff'), body])),
  'names twice': bytes((body) => body.toString().replace(/^\{(.+)\}$/s, '{$1,$1}')),
  'what follows the end': bytes((body) => Buffer.concat([body, Buffer.from('\n{}')])),
  comments: bytes((body) => Buffer.concat([Buffer.from('/* */'), body])),
  'very deep nesting': bytes(() => `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
  'a large body': bytes(() => `{"a":"${'x'.repeat(300_000)}"}`),
  'a zip': bytes(() => Buffer.from('PK\x03\x04\x14\x00', 'latin1')),
  'UTF-16': bytes((body) => Buffer.from(`\ufeff${body.toString()}`, 'utf16le')),
};
