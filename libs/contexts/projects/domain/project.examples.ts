import { type EventOf, localDate, rupiah } from '#kernel';
import type { ProjectEvent } from './project.events.js';
import type { RegisterProjectInput } from './register-project.js';

export const BUILDING = '9f2b6a10-0000-4000-8000-000000000001';

/** A building for two thousand million rupiah without VAT, from March 2026 to the end of the year. */
export const REGISTER_BUILDING: RegisterProjectInput = {
  projectId: BUILDING,
  registrationNumber: 'JK2600001',
  name: 'Gedung Contoh',
  owner: 'Dinas Contoh',
  contractor: 'PT Contoh Bangun',
  district: '321605',
  branch: 'J03',
  reference: 'KTR/7/2026',
  contractedOn: localDate('2026-02-20'),
  base: 'VALUE_EX_VAT',
  baseIdr: rupiah(2_000_000_000),
  workers: 40,
  startsOn: localDate('2026-03-02'),
  endsOn: localDate('2026-12-31'),
};

const { stages: _stages, ...FACTS } = REGISTER_BUILDING;

/** 0.21 % of 100 m + 0.17 % of 400 m + 0.13 % of 500 m + 0.11 % of 1,000 m for JKK; 0.03 + 0.02 + 0.02 + 0.01 % for JKM. */
export const buildingRegistered = (
  changes: Partial<EventOf<ProjectEvent, 'ProjectRegistered'>['data']> = {},
): EventOf<ProjectEvent, 'ProjectRegistered'> => ({
  type: 'ProjectRegistered',
  data: {
    ...FACTS,
    components: [],
    amountIdr: rupiah(2_950_000),
    stages: [{ dueOn: localDate('2026-03-02'), amountIdr: rupiah(2_950_000) }],
    ruleSetVersion: 'spec',
    effectiveOn: localDate('2026-02-24'),
    ...changes,
  },
});

export const buildingPaid = (
  amountIdr: number,
  paidOn: string,
  backDatedBy?: string,
): EventOf<ProjectEvent, 'ProjectContributionsPaid'> => ({
  type: 'ProjectContributionsPaid',
  data: {
    projectId: BUILDING,
    paymentId: '9f2b6a10-0000-4000-8000-000000000002',
    amountIdr: rupiah(amountIdr),
    bankReference: `BANK ${paidOn}`,
    ...(backDatedBy !== undefined && { backDatedBy }),
    effectiveOn: localDate(paidOn),
  },
});

export const buildingEnded = (
  lastDay: string,
  backDatedBy?: string,
): EventOf<ProjectEvent, 'ProjectEnded'> => ({
  type: 'ProjectEnded',
  data: {
    projectId: BUILDING,
    reason: 'COMPLETED',
    reference: 'BAST/1/2026',
    ...(backDatedBy !== undefined && { backDatedBy }),
    effectiveOn: localDate(lastDay),
  },
});
