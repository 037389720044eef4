import type { RecordedEvent } from '#event-store';
import { namedId, namespace } from '#kernel';
import type { CloudEvent } from './cloud-event.js';
import { type ContextContracts, type Contract, schemaUri } from './contract.js';

/** It is part of the ids of messages, so it never changes. */
const NAMESPACE = namespace('3d0f6b0a-5c1e-5b64-8f0b-7a0a5d0c9e11');

/** An event on its way out, and where to. */
export interface Outgoing {
  readonly topic: string;
  readonly event: CloudEvent;
}

/** A contract, and where it is published. */
interface Published extends Pick<ContextContracts, 'context' | 'topic'> {
  readonly contract: Contract;
}

/** What a recorded event says to the world outside; nothing, mostly. @throws ContractBroken naming event and position */
export function toCloudEvents(contexts: readonly ContextContracts[], event: RecordedEvent): Outgoing[] {
  const published = byTypeOf(contexts).get(event.type) ?? [];
  return published.map(({ context, topic, contract }) => ({
    topic,
    event: cloudEvent(context, contract, event),
  }));
}

/** Looking through all contracts for each event takes longer than making the message. */
const known = new WeakMap<readonly ContextContracts[], ReadonlyMap<string, readonly Published[]>>();

function byTypeOf(contexts: readonly ContextContracts[]): ReadonlyMap<string, readonly Published[]> {
  const before = known.get(contexts);
  if (before) return before;
  const byType = new Map<string, Published[]>();
  for (const { context, topic, contracts } of contexts) {
    for (const contract of contracts) {
      byType.set(contract.from, [...(byType.get(contract.from) ?? []), { context, topic, contract }]);
    }
  }
  known.set(contexts, byType);
  return byType;
}

function cloudEvent(context: string, contract: Contract, event: RecordedEvent): CloudEvent {
  return {
    specversion: '1.0',
    // From the event's own id: published again, after a crash or for a new listener, it is the same event.
    id: namedId(NAMESPACE, `${event.id}/${contract.type}`),
    source: `urn:lindung:${context}`,
    type: contract.type,
    subject: event.streamId,
    time: event.recordedAt,
    datacontenttype: 'application/json',
    dataschema: schemaUri(contract),
    partitionkey: event.streamId,
    streamrevision: String(event.revision),
    logposition: String(event.position),
    correlationid: event.metadata.$correlationId,
    data: dataOf(contract, event),
  };
}

function dataOf(contract: Contract, event: RecordedEvent): CloudEvent['data'] {
  try {
    return contract.dataOf(event);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'no reason given';
    throw new Error(`${event.type} at position ${event.position} does not fit ${contract.type}: ${reason}`, {
      cause,
    });
  }
}
