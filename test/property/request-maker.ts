import { type DeclaredField, declaredFields } from '#http';
import {
  DAY,
  INSTANT,
  type LocalDate,
  MONTH,
  type Scalar,
  UUID,
  addDays,
  instant,
  listOfItems,
  periodOf,
} from '#kernel';
import { valuesOf } from '#testing/memory';
import type { Chance } from './chance.js';
import type { KnownThings, Thing } from './known-things.js';
import { LIKELY } from './likely.js';
import { SAID, SaidAs, type Saying } from './plots.js';
import type { Route } from './routes.js';

type Fields = ReadonlyMap<string, DeclaredField>;
type Body = Record<string, unknown>;

const THREE_DAYS_MS = 3 * 24 * 3_600_000;

/** The file of a document: where one of a dozen documents names a wrong one nothing is ever handed in. */
const OF_EACH_DOCUMENT = 'paperId';

/** Whom a request is about: the ids that it names, and the things that they belong to. */
export interface Subject {
  readonly ids: ReadonlyMap<string, string>;
  readonly about: readonly Thing[];
}

/** Makes the values of one request from what its fields declare, and from what was recorded of those whom it is about. */
export class RequestMaker {
  constructor(
    private readonly things: KnownThings,
    private readonly today: LocalDate,
    private readonly now: number,
    private readonly chance: Chance,
    private readonly saying: Saying = {},
  ) {}

  /** Whom the ids of a request name: what knows most of them together, rather than things that have nothing to do with each other. */
  subject({ params, query, body }: Route, focus?: Thing): Subject {
    const inPath = [...params].filter(([, { name }]) => name === 'uuid').map(([name]) => name);
    const asked = [...query, ...(body ?? [])].flatMap(idsIn);
    const ids = new Map<string, string>();
    const about: Thing[] = [];
    let missing = [...inPath, ...asked];
    const take = (thing: Thing) => {
      about.push(thing);
      for (const name of missing) if (thing.ids.has(name)) ids.set(name, thing.ids.get(name)!);
      missing = missing.filter((name) => !ids.has(name));
    };
    if (focus) take(focus);
    while (missing.length > 0) {
      const known = this.things.knowing(missing);
      if (known.length === 0 || this.chance.percent(2)) break;
      take(this.chance.pick(this.chance.percent(60) ? known.slice(0, 3) : known));
    }
    return { ids, about };
  }

  object(fields: Fields, subject: Subject): Body {
    const made: Body = {};
    const namesOthers = this.chance.percent(25);
    for (const [name, field] of fields) {
      if (Object.hasOwn(this.saying, name)) {
        const saying = this.saying[name];
        const said =
          saying === SAID || saying instanceof SaidAs
            ? this.saidBefore(saying === SAID ? name : saying.name, subject)
            : saying;
        if (said !== undefined) made[name] = field.each && !Array.isArray(said) ? [said] : said;
        continue;
      }
      const isNamed = () =>
        name === OF_EACH_DOCUMENT
          ? this.chance.percent(2)
          : field.scalar === UUID
            ? namesOthers
            : this.chance.percent(field.nested ? 50 : 35);
      if (field.optional && !isNamed()) continue;
      const id = subject.ids.get(name);
      made[name] = id !== undefined && !field.each ? id : this.field(name, field, subject);
    }
    return made;
  }

  private field(name: string, field: DeclaredField, subject: Subject): unknown {
    if (!field.each) return this.one(name, field, subject);
    const codes = codesOf(field);
    const { minItems, maxItems } = listOfItems(field).jsonSchema;
    if (codes && codes.all.length <= maxItems && this.chance.percent(50)) {
      // Everything that there is, once.
      return codes.all.map((code) => {
        const item = this.one(name, field, subject);
        return codes.member === undefined ? code : { ...(item as Body), [codes.member]: code };
      });
    }
    const most = this.chance.percent(5) ? maxItems : Math.min(maxItems, 4);
    const length = minItems + this.chance.below(most - minItems + 1);
    return Array.from({ length }, () => this.one(name, field, subject));
  }

  private one(name: string, { nested, scalar }: DeclaredField, subject: Subject): unknown {
    if (nested) return this.object(fieldsOf(nested()), subject);
    if (scalar) return this.value(name, scalar, subject);
    throw new Error(`${name} says neither what it holds nor of what it is made`);
  }

  /** A part of the address. */
  param(name: string, scalar: Scalar, subject: Subject): unknown {
    const saying = this.saying[name];
    const said = saying instanceof SaidAs ? this.saidBefore(saying.name, subject) : saying;
    return subject.ids.get(name) ?? said ?? this.value(name, scalar, subject);
  }

  private value(name: string, scalar: Scalar, subject: Subject): unknown {
    const { chance } = this;
    const likely = Object.hasOwn(LIKELY, name) ? LIKELY[name] : undefined;
    if (likely && chance.percent(85)) {
      const value = likely(this.today, chance);
      if (scalar.fits(scalar.normal(value))) return value;
    }
    const said = chance.percent(25) ? this.said(name, subject) : undefined;
    if (scalar.fits(said)) return said;
    const near = this.near(scalar, subject);
    if (near !== undefined && scalar.fits(scalar.normal(near)) && chance.percent(85)) return near;
    return chance.value(valuesOf(scalar));
  }

  /** An id of whatever plays, or what was said of those. */
  private saidBefore(name: string, subject: Subject): unknown {
    const [own] = subject.about.flatMap(({ ids }) => ids.get(name) ?? []);
    return subject.ids.get(name) ?? this.said(name, subject) ?? own;
  }

  /** What was said of those whom it is about, under the same name. */
  private said(name: string, { about }: Subject): unknown {
    const all = about.flatMap(({ values }) => values.get(name) ?? []);
    return all.length > 0 ? this.chance.pick(all) : undefined;
  }

  /** A day, month or moment that has something to do with the others. */
  private near({ name }: Scalar, { about }: Subject): unknown {
    const { chance, today } = this;
    if (name === INSTANT.name) return instant(new Date(this.now - chance.below(THREE_DAYS_MS)).toISOString());
    if (name !== DAY.name && name !== MONTH.name) return undefined;
    const days = about.flatMap((thing) => thing.days);
    const day =
      days.length > 0 && chance.percent(50)
        ? addDays(chance.pick(days), chance.pick([0, 0, 0, 1, 2, 30, -1]))
        : addDays(today, -chance.pick([0, 0, 0, 1, 2, 7, 30, -1]));
    return name === DAY.name ? day : periodOf(day);
  }
}

/** The ids that a field asks for: itself, or those of what is nested in it. */
const idsIn = ([name, { scalar, nested }]: readonly [string, DeclaredField]): readonly string[] => {
  if (nested) return [...fieldsOf(nested())].flatMap(idsIn);
  return scalar?.name === 'uuid' ? [name] : [];
};

const known = new WeakMap<object, Fields>();

function fieldsOf(type: new () => object): Fields {
  const fields = known.get(type) ?? declaredFields(type);
  known.set(type, fields);
  return fields;
}

/** The closed set of values that a list can hold one by one, of the items or of a member of theirs. */
function codesOf({
  scalar,
  nested,
}: DeclaredField): { readonly member?: string; readonly all: readonly string[] } | undefined {
  if (scalar) return scalar.jsonSchema.enum && { all: scalar.jsonSchema.enum };
  if (!nested) return undefined;
  for (const [member, field] of fieldsOf(nested())) {
    const all = field.scalar?.jsonSchema.enum;
    if (all && !field.each) return { member, all };
  }
  return undefined;
}
