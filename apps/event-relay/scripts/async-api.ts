import {
  type CloudEvent,
  type ContextContracts,
  type Contract,
  type JsonSchema,
  schemaUri,
} from '#publishing/contracts';
import type { Examples } from './contracts-page.js';

const text = (description: string, example?: string) => ({
  type: 'string',
  description,
  ...(example ? { examples: [example] } : {}),
});

/** The JSON Schema of what a contract carries. */
export function jsonSchemaOf(contract: Contract) {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaUri(contract),
    title: contract.type,
    description: contract.about,
    ...contract.schema,
  };
}

/** What whoever reads the topics must know of all of them. */
const ABOUT = [
  'What Lindung tells others, as CloudEvents 1.0 in structured JSON, on one Kafka topic for each context.',
  'The message key is the stream id: events of one stream are in order. Delivery is at least once: an event with',
  'an `id` that was seen before is a copy. A topic starts with the first event ever recorded.',
  'No identity number, name, account, diagnosis or disability is in any message.',
  'Ignore fields that you do not know: an optional one may be added to a version. Anything else that changes is a new',
  'version, published beside the old one for a while.',
].join(' ');

/** The AsyncAPI 3 document of everything the relay publishes. */
export function asyncApi(contexts: readonly ContextContracts[], examples: Examples) {
  const contracts = contexts.flatMap(({ contracts: ofContext }) => ofContext);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Lindung integration events',
      version: '1.0.0',
      description: ABOUT,
    },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(contexts.map((context) => [context.context, channelOf(context)])),
    operations: Object.fromEntries(
      contexts.map(({ context }) => [
        `publish-${context}`,
        { action: 'send', channel: { $ref: `#/channels/${context}` } },
      ]),
    ),
    components: {
      messages: Object.fromEntries(
        contracts.map((contract) => [contract.type, messageOf(contract, examples.get(contract.type))]),
      ),
      schemas: {
        Envelope: envelope(),
        ...(Object.fromEntries(contracts.map(({ type, schema }) => [type, schema])) as Record<
          string,
          JsonSchema
        >),
      },
    },
  };
}

function channelOf({ topic, contracts }: ContextContracts) {
  return {
    address: topic,
    messages: Object.fromEntries(
      contracts.map(({ type }) => [type, { $ref: `#/components/messages/${type}` }]),
    ),
  };
}

function messageOf({ type, about }: Contract, example: CloudEvent | undefined) {
  return {
    name: type,
    summary: about,
    contentType: 'application/cloudevents+json',
    ...(example && { examples: [{ payload: example }] }),
    bindings: { kafka: { key: text('The stream id') } },
    payload: {
      allOf: [
        { $ref: '#/components/schemas/Envelope' },
        {
          type: 'object',
          properties: { type: { const: type }, data: { $ref: `#/components/schemas/${type}` } },
          required: ['type', 'data'],
        },
      ],
    },
  };
}

function envelope() {
  const properties = {
    specversion: { const: '1.0' },
    id: text('The same for every copy of the event'),
    source: text('The context that says it', 'urn:lindung:claims'),
    type: text('Name and version of the contract'),
    subject: text('The stream the event belongs to'),
    time: { type: 'string', format: 'date-time', description: 'When the event was recorded, UTC' },
    datacontenttype: { const: 'application/json' },
    dataschema: text('Name of the JSON Schema of `data`'),
    partitionkey: text('The message key'),
    streamrevision: text('Number of the event in its stream; grows within a key, with gaps', '4'),
    logposition: text('Position in the log: a query with `?after=` of it has seen the event', '10324'),
    correlationid: text('Ties together what followed from one request'),
    data: { type: 'object' },
  };
  return { type: 'object', properties, required: Object.keys(properties) };
}
