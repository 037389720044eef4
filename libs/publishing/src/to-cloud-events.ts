import { v5 } from 'uuid';
import type { RecordedEvent } from '#event-store';
import type { CloudEvent } from './cloud-event.js';
import { type ContextContracts, type Contract, schemaUri } from './contract.js';

const NAMESPACE = '3d0f6b0a-5c1e-5b64-8f0b-7a0a5d0c9e11';

/** An event on its way out, and where to. */
export interface Outgoing {
  readonly topic: string;
  readonly event: CloudEvent;
}

/** What a recorded event says to the world outside; nothing, mostly. @throws ContractBroken naming event and position */
export function toCloudEvents(contexts: readonly ContextContracts[], event: RecordedEvent): Outgoing[] {
  return contexts.flatMap(({ context, topic, contracts }) =>
    contracts
      .filter(({ from }) => from === event.type)
      .map((contract) => ({ topic, event: cloudEvent(context, contract, event) })),
  );
}

function cloudEvent(context: string, contract: Contract, event: RecordedEvent): CloudEvent {
  return {
    specversion: '1.0',
    // From the event's own id: published again, after a crash or for a new listener, it is the same event.
    id: v5(`${event.id}/${contract.type}`, NAMESPACE),
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
