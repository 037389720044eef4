import { OfficeClock } from './calendar.js';

export interface Participant {
  readonly id: string;
  readonly registeredOn: string;
  /** The month after the last one paid. */
  nextMonth: string;
  children: number;
  /** A correction that waits for a second person. */
  correctionId?: string;
  diedOn?: string;
  traced?: boolean;
  fatalAccidentId?: string;
  claimed?: boolean;
  lastAccidentOn?: string;
}

export interface Sponsor {
  readonly id: string;
  readonly kind: string;
  readonly district: string;
  agreement?: { readonly id: string; readonly from: string; readonly until: string };
}

export interface Employer {
  readonly id: string;
  readonly startedOn: string;
  readonly members: { readonly participantId: string; readonly membershipId: string; left?: boolean }[];
}

export interface Facility {
  readonly id: string;
  agreement?: { readonly id: string; until: string };
}

export interface Accident {
  readonly id: string;
  readonly participantId: string;
  readonly kind: string;
  readonly occurredOn: string;
  effect?: string;
  readonly referredTo: string[];
  readonly guaranteedTo: string[];
  invoices: number;
  conclusion?: string;
  finalCondition?: string;
  statedOn?: string;
  stageTwo?: boolean;
  claimed?: boolean;
}

export interface Claim {
  readonly id: string;
  readonly participantId: string;
  readonly programme: 'JKK' | 'JKM';
  claimant: string;
  situation: 'INCOMPLETE' | 'COMPLETE' | 'CALCULATED' | 'REFUSED' | 'CLOSED';
}

export interface Scholarship {
  readonly id: string;
  readonly level: string;
  /** What was handed in for a year and waits for a decision. */
  evidencedYear?: number;
  decidedYear?: number;
  ended?: boolean;
}

export interface Payout {
  readonly id: string;
  readonly amountIdr: number;
  readonly payee: string;
  situation: 'ORDERED' | 'INSTRUCTED' | 'ACCEPTED' | 'RETURNED' | 'CORRECTED' | 'SETTLED';
  bankReference?: string;
}

/** What the answers so far have told: whoever sends the next request knows no more. */
export class World {
  readonly clock = new OfficeClock();
  readonly participants: Participant[] = [];
  readonly sponsors: Sponsor[] = [];
  readonly employers: Employer[] = [];
  readonly facilities: Facility[] = [];
  readonly accidents: Accident[] = [];
  readonly claims: Claim[] = [];
  readonly scholarships: Scholarship[] = [];
  readonly payouts: Payout[] = [];
  /** By stream, as a client keeps the ETag of what it saw. */
  readonly revisions = new Map<string, string>();
  /** `nextCursor` of the lists, by operation. */
  readonly cursors = new Map<string, string>();
  position = '0';
  private counted = 0;

  /** Another number each time, for what must not be there twice. */
  count(): number {
    return ++this.counted;
  }

  participant(id: string): Participant | undefined {
    return this.participants.find((one) => one.id === id);
  }

  accident(id: string): Accident | undefined {
    return this.accidents.find((one) => one.id === id);
  }
}
