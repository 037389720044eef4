import { type DomainEvent, NIK, RECORDED_DAY, RECORDED_MONTH, UUID } from '#kernel';
import type { ContextContracts, JsonSchema } from '#publishing/contracts';

/** What somebody may add to any event one day; none of it may find its way out by itself. */
const ADDED_LATER = {
  nik: 'MARKED-3216',
  name: 'MARKED-name',
  account: { bank: 'MARKED-bank', number: 'MARKED-number', holder: 'MARKED-holder' },
  diagnosis: 'MARKED-diagnosis',
  disabilityPct: 'MARKED-percent',
};

/** What the contracts make of an event, one result for each that is made from it. */
export function publishedFrom({ contracts }: Pick<ContextContracts, 'contracts'>, event: DomainEvent) {
  return contracts
    .filter(({ from }) => from === event.type)
    .map((contract) => ({ type: contract.type, data: contract.dataOf(event) }));
}

/** A shorter text may be a part of another one by chance. */
const [SHORT, LONG] = [5, 9];

/** Days, months and ids are of others as well. */
const isOfOthers = (text: string) => [RECORDED_DAY, RECORDED_MONTH, UUID].some((kind) => kind.fits(text));

const holdsNik = (text: string) => text.split(/[^0-9]+/).some((digits) => NIK.fits(digits));

/**
 * Looks for people in everything that is published of a history: for what the sealed sections of its events say, whoever is in them, and
 * for numbers like a NIK.
 *
 * @param made whether the history was made by chance: then an office may be called like somebody, and only what comes out of the sealed
 *   sections themselves is looked for
 */
export function peopleInMessages(contexts: readonly ContextContracts[], made: 'told' | 'by chance' = 'told') {
  const isTold = made === 'told';
  const contracts = contexts.flatMap((context) => context.contracts);
  const codes = new Set(contracts.flatMap(({ schema }) => codesIn(schema)));
  const sealed = new Set<string>();
  return {
    /** What an event says of somebody to the world; nothing, as it should be. */
    toldOf(event: DomainEvent): string[] {
      const own = isTold
        ? sealedTexts(event.data).filter(
            (text) => text.length >= SHORT && !isOfOthers(text) && !codes.has(text),
          )
        : [];
      for (const text of own) sealed.add(text);
      const found = publishedFrom({ contracts }, event).flatMap(({ type, data }) => {
        const said = JSON.stringify(data);
        const texts = textsIn(data);
        return [
          ...texts.filter((text) => sealed.has(text)),
          ...own.filter((text) => text.length >= LONG && !texts.includes(text) && said.includes(text)),
          ...(holdsNik(said) ? ['a number like a NIK'] : []),
        ].map((what) => `${type}: ${what}`);
      });
      const marked = publishedFrom({ contracts }, { type: event.type, data: markedData(event.data) });
      const leaked = marked.filter(({ data }) => JSON.stringify(data).includes('MARKED'));
      return [...found, ...leaked.map(({ type }) => `${type}: what is sealed`)];
    },
  };
}

/** The data of an event with everything in its sealed sections marked, and with fields of a later release. */
function markedData(data: object): object {
  const sections = Object.entries(data).map(([name, value]) => [
    name,
    name === 'person' || name === 'health' ? markLeaves(value) : value,
  ]);
  return { ...ADDED_LATER, ...(Object.fromEntries(sections) as object) };
}

function markLeaves(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(markLeaves);
  if (typeof value !== 'object' || value === null) return `MARKED-${String(value)}`;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, markLeaves(inner)]));
}

/** The codes that a schema names: whom people are counted as, and never who they are. */
function codesIn({ enum: codes, properties = {}, items }: JsonSchema): unknown[] {
  return [...(codes ?? []), ...Object.values(properties).flatMap(codesIn), ...(items ? codesIn(items) : [])];
}

/** Texts that stand in the sealed sections. */
function sealedTexts(data: object): string[] {
  const { person, health } = data as { person?: unknown; health?: unknown };
  return [...textsIn(person), ...textsIn(health)];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
