/** Groups of members that pay by rules of their own. Non-ASN staff of state bodies pay as PU do and are told apart. */
export const GROUPS = ['PU', 'NON_ASN', 'BPU', 'JAKON', 'PMI'] as const;
export type Group = (typeof GROUPS)[number];

/** Programmes as bits of one byte. */
export const PROGRAM_BIT = { JKK: 1, JKM: 2, JHT: 4, JP: 8, JKP: 16 } as const;
export type Program = keyof typeof PROGRAM_BIT;
export const PROGRAMS = Object.keys(PROGRAM_BIT) as readonly Program[];

/** What changes the contribution of a member, as bits of one byte. */
export const FLAG_BIT = {
  LABOUR_INTENSIVE: 1,
  TRANSPORT: 2,
  GOVERNMENT_PAID: 4,
  AGENCY: 8,
  CONTRACT: 16,
} as const;
export type Flag = keyof typeof FLAG_BIT;

/** Members of one group, a column for each fact: what a simulation reads in one sweep. */
export interface Batch {
  readonly group: Group;
  readonly size: number;
  /** Index into the names of districts. */
  readonly district: Uint16Array;
  /** Wage or declared income, rupiah a month; of a construction project its contract value without VAT. */
  readonly income: Float64Array;
  /** 1 to 5; 0 where the group has none. */
  readonly riskClass: Uint8Array;
  /** Bits of `PROGRAM_BIT`. */
  readonly programs: Uint8Array;
  /** Bits of `FLAG_BIT`. */
  readonly flags: Uint8Array;
  /** PMI: months of the contract. */
  readonly contractMonths: Uint8Array;
  /** PMI and projects: in which month of the simulation the contract is paid, from 0. */
  readonly paidInMonth: Uint8Array;
  /** PMI and projects: after how many months the next contract is paid; 0 where there is no other. */
  readonly paidEvery: Uint8Array;
  /** PMI: voluntary JHT, rupiah a month; 0 for none. */
  readonly voluntaryJht: Float64Array;
}

export function emptyBatch(group: Group, size: number): Batch {
  return {
    group,
    size,
    district: new Uint16Array(size),
    income: new Float64Array(size),
    riskClass: new Uint8Array(size),
    programs: new Uint8Array(size),
    flags: new Uint8Array(size),
    contractMonths: new Uint8Array(size),
    paidInMonth: new Uint8Array(size),
    paidEvery: new Uint8Array(size),
    voluntaryJht: new Float64Array(size),
  };
}
