import { randomUUID } from 'node:crypto';
import type { CloudEvent } from '#publishing';

/** An event of a contract, as the feed tells it. */
export function told(
  type: string,
  data: CloudEvent['data'],
  { at, stream = `thing-${randomUUID()}`, revision = 0 }: { at: number; stream?: string; revision?: number },
): CloudEvent {
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: `urn:lindung:${type.split('.')[1]}`,
    type,
    subject: stream,
    time: '2026-11-20T03:15:00.000Z',
    datacontenttype: 'application/json',
    dataschema: `urn:lindung:contract:${type}`,
    partitionkey: stream,
    streamrevision: String(revision),
    logposition: String(at),
    correlationid: randomUUID(),
    data,
  };
}

const REGISTRATION = {
  segment: 'BPU',
  channel: 'VILLAGE',
  payer: 'VILLAGE',
  district: '321605',
  sector: 'OTHER',
  occupationGroup: 'FARMER',
  branch: 'J03',
  registeredOn: '2026-09-01',
};

/** That somebody was registered. */
export const registered = (
  participantId: string,
  at: number,
  more: Partial<typeof REGISTRATION> & { sponsorId?: string } = {},
): CloudEvent =>
  told(
    'lindung.participants.participant-registered.v2',
    { participantId, ...REGISTRATION, ...more },
    { at, stream: `participant-${participantId}` },
  );

/** That somebody paid. */
export const paid = (participantId: string, at: number, more: Record<string, unknown> = {}): CloudEvent =>
  told(
    'lindung.participants.contribution-paid.v2',
    {
      participantId,
      segment: 'BPU',
      payer: 'VILLAGE',
      period: '2026-09',
      months: 3,
      amountIdr: 50_400,
      paidOn: '2026-09-02',
      ...more,
    },
    { at, stream: `contribution-${participantId}` },
  );
