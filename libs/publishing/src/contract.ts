import type { DomainEvent } from '#kernel';
import { type DataOf, type FieldMap, type JsonSchema, objectSchema, takeFields } from './fields.js';

/** What one kind of domain event says to the world outside. */
export interface Contract {
  /** Name and version, for good: `lindung.claims.claim-approved.v1`. A change of meaning is a new version beside it. */
  readonly type: string;
  /** Type of the domain event it is made from. */
  readonly from: string;
  /** One line for those who subscribe. */
  readonly about: string;
  /** JSON Schema of the data. */
  readonly schema: JsonSchema;
  /** The data of an event, only what the contract names. @throws ContractBroken */
  dataOf(event: DomainEvent): Readonly<Record<string, unknown>>;
}

/** Everything a context publishes: one topic, in the order of its streams. */
export interface ContextContracts {
  /** `claims` */
  readonly context: string;
  /** `lindung.claims` */
  readonly topic: string;
  /** Stream categories that its events come from. */
  readonly categories: readonly string[];
  readonly contracts: readonly Contract[];
  /** Types of its events that stay inside, and why. */
  readonly keptInside: Readonly<Record<string, string>>;
}

/** A contract as its author writes it. */
interface ContractTerms<Event extends DomainEvent, Fields extends FieldMap> {
  readonly type: string;
  readonly from: Event['type'];
  readonly about: string;
  readonly fields: Fields;
  /** Where the fields come from: the data of the event, with those that have another name in it. */
  readonly data: (event: Event) => DataOf<Fields>;
}

const TYPE = /^lindung\.[a-z]+\.[a-z]+(-[a-z]+)*\.v[1-9]\d*$/;

/** A contract from its terms. Whatever `data` holds beside the fields stays inside, a new field of the event too. */
export function contract<Event extends DomainEvent, const Fields extends FieldMap>({
  type,
  from,
  about,
  fields,
  data,
}: ContractTerms<Event, Fields>): Contract {
  if (!TYPE.test(type)) throw new RangeError(`Not a name for a contract: ${type}`);
  return {
    type,
    from,
    about,
    schema: objectSchema(fields),
    dataOf: (event) => takeFields(fields, data(event as Event)),
  };
}

/**
 * The contracts of one context, and of what it records beside them why it stays inside.
 * @throws RangeError when a contract is named after another context, or twice, or is made of what stays inside
 */
export function contextContracts(
  context: string,
  categories: readonly string[],
  contracts: readonly Contract[],
  keptInside: Readonly<Record<string, string>> = {},
): ContextContracts {
  const topic = `lindung.${context}`;
  const names = contracts.map(({ type }) => type);
  const wrong = names.find((name, index) => !name.startsWith(`${topic}.`) || names.indexOf(name) !== index);
  if (wrong) throw new RangeError(`${wrong} is not a name of its own under ${topic}`);
  const both = contracts.find(({ from }) => from in keptInside);
  if (both) throw new RangeError(`${both.from} is published as ${both.type} and cannot stay inside`);
  return { context, topic, categories, contracts, keptInside };
}

/** Name of the JSON Schema of a contract's data. */
export const schemaUri = ({ type }: Pick<Contract, 'type'>) => `urn:lindung:contract:${type}`;
