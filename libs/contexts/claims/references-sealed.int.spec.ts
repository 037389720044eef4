import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventCodec, EventStore } from '#event-store';
import { type DomainEvent, fold } from '#kernel';
import { type LocalEventStore, TEST_ACTOR, inMemoryKeyRing, localEventStore, testContext } from '#testing';
import { CLAIM, JKK_SUBMITTED, receivedLater, submittedWith } from './domain/claim.examples.js';
import type { ClaimEvent } from './domain/claim.events.js';
import { claims } from './domain/claim.js';

/** The number of an E_KTP is the NIK. */
const NIK = '0000055205900001';
const CARD = { kind: 'E_KTP', reference: NIK } as const;

describe('The references of documents', () => {
  const keyRing = inMemoryKeyRing();
  let log: LocalEventStore;
  /** A reader who has no keys at all. */
  let blind: EventStore;
  /** As the first edition wrote: no type had a second shape. */
  let firstEdition: EventStore;
  beforeAll(async () => {
    log = await localEventStore({ keyRing, streams: [claims] });
    blind = EventStore.at(log.connectionString, new EventCodec(inMemoryKeyRing(), [claims]));
    firstEdition = EventStore.at(log.connectionString, new EventCodec(keyRing));
  });
  afterAll(async () => {
    await blind.close();
    await firstEdition.close();
    await log.stop();
  });

  const about = (participantId: string, event: ClaimEvent): ClaimEvent =>
    ({ ...event, data: { ...event.data, participantId } }) as ClaimEvent;
  const handedIn = (participantId: string) => [
    about(participantId, submittedWith([CARD])),
    about(participantId, receivedLater([CARD])),
  ];
  /** The same with the reference beside the kind. */
  const inPlainText = (event: ClaimEvent): DomainEvent => {
    const { person, ...data } = event.data as Record<string, unknown>;
    const { references: _references, ...claimant } = person as Record<string, unknown>;
    const isSealed = event.type === 'ClaimSubmitted';
    return { type: event.type, data: { ...data, documents: [CARD], ...(isSealed && { person: claimant }) } };
  };

  async function append(store: EventStore, events: readonly DomainEvent[]): Promise<string> {
    const stream = `claim-${randomUUID()}`;
    await store.append(stream, events, null, testContext({ commandId: randomUUID() }));
    return stream;
  }

  async function read(store: EventStore, stream: string): Promise<ClaimEvent[]> {
    const events: ClaimEvent[] = [];
    for await (const event of store.read<ClaimEvent>(stream)) events.push(event);
    return events;
  }
  const documents = async (stream: string) => {
    const state = fold(claims, await read(log.store, stream));
    return state.situation === 'UNKNOWN' ? [] : state.documents;
  };

  it('stand nowhere in plain text, and are gone with the key of the person', async () => {
    const participantId = randomUUID();
    const stream = await append(log.store, handedIn(participantId));
    expect(JSON.stringify(await read(blind, stream), bigint)).not.toContain(NIK);
    expect(await documents(stream)).toEqual([CARD, CARD]);
    await keyRing.destroy(participantId);
    expect(await documents(stream)).toEqual([{ kind: 'E_KTP' }, { kind: 'E_KTP' }]);
  });

  it('that the first edition recorded in plain text are read like others, and forgotten like others', async () => {
    const participantId = randomUUID();
    const stream = await append(firstEdition, handedIn(participantId).map(inPlainText));
    expect(await documents(stream)).toEqual([CARD, CARD]);
    const [lifted] = await read(log.store, stream);
    expect(lifted?.data).toMatchObject({
      ...about(participantId, JKK_SUBMITTED).data,
      claimId: CLAIM,
      submitterId: TEST_ACTOR.id,
      documents: [{ kind: 'E_KTP' }],
      person: { claimantName: 'Sari Contoh', references: [NIK] },
    });
    await keyRing.destroy(participantId);
    expect(await documents(stream)).toEqual([{ kind: 'E_KTP' }, { kind: 'E_KTP' }]);
  });
});

const bigint = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
