import { randomInt, randomUUID } from 'node:crypto';
import type { DomainEvent, Logger } from '#kernel';
import { contextContracts, contract } from './contract.js';
import { count } from './fields.js';
import type { Outgoing } from './to-cloud-events.js';

export type ThingCounted = DomainEvent<'ThingCounted', { number: number }>;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A context of its own for each spec: those that share a broker do not meet. */
export const anyContext = () =>
  `things${Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;

/** Nobody listens. */
export const SILENT: Logger = { info: () => {}, warn: () => {}, error: () => {} };

/** A context whose topic is of its own, so that specs that share a broker do not meet. */
export const thingsOf = (context: string) =>
  contextContracts(
    context,
    ['thing'],
    [
      contract({
        type: `lindung.${context}.thing-counted.v1`,
        from: 'ThingCounted',
        about: 'A thing was counted.',
        fields: { number: count('Its number') },
        data: ({ data }: ThingCounted) => ({ number: data.number }),
      }),
    ],
  );

/** An event as the relay sends it. */
export const countedOn = (topic: string, stream: string, number: number): Outgoing => ({
  topic,
  event: {
    specversion: '1.0',
    id: randomUUID(),
    source: 'urn:lindung:things',
    type: `${topic}.thing-counted.v1`,
    subject: stream,
    time: '2026-11-20T03:15:00.000Z',
    datacontenttype: 'application/json',
    dataschema: `urn:lindung:contract:${topic}.thing-counted.v1`,
    partitionkey: stream,
    streamrevision: String(number),
    logposition: String(number),
    correlationid: randomUUID(),
    data: { number },
  },
});
