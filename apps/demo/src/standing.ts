import type { Person } from './lindung-client.js';

export interface ParticipantItem {
  readonly participantId: string;
  readonly name: string | null;
  readonly nikMasked: string | null;
  readonly coverage: string;
  readonly paidThrough: string | null;
  readonly diedOn: string | null;
}

export interface ClaimItem {
  readonly claimId: string;
  readonly programme: string;
  readonly status: string;
  readonly eventDate: string;
  readonly totalIdr: number;
  readonly paidIdr: number;
}

export interface PayoutItem {
  readonly payoutId: string;
  readonly status: string;
  readonly payee: string;
  readonly sourceKind: string;
  readonly sourceId: string;
  readonly amountIdr: number;
  readonly settledOn: string | null;
}

export interface ScholarshipItem {
  readonly scholarshipId: string;
  readonly status: string;
  readonly projectedIdr: number;
  readonly approvedIdr: number;
  readonly paidIdr: number;
}

/** Everything the read models show. */
export interface Standing {
  readonly participants: readonly ParticipantItem[];
  readonly claims: readonly ClaimItem[];
  readonly payouts: readonly PayoutItem[];
  readonly scholarships: readonly ScholarshipItem[];
}

export async function readStanding(reader: Person): Promise<Standing> {
  return {
    participants: await allPages<ParticipantItem>(reader, '/participants'),
    claims: await allPages<ClaimItem>(reader, '/claims'),
    payouts: await allPages<PayoutItem>(reader, '/payouts'),
    scholarships: await allPages<ScholarshipItem>(reader, '/scholarships'),
  };
}

async function allPages<Item>(reader: Person, path: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor = '';
  do {
    const page = await reader.ask<{ items: Item[]; nextCursor: string | null }>(
      `${path}?limit=200${cursor && `&cursor=${cursor}`}`,
    );
    items.push(...page.items);
    cursor = page.nextCursor ?? '';
  } while (cursor !== '');
  return items;
}
