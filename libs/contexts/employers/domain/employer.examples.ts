import { type EventOf, localDate } from '#kernel';
import type { EmployerEvent } from './employer.events.js';

export const FACTORY = '7c1d2e3f-0a4b-5c6d-8e7f-901234567801';

/** A medium-sized garment factory in Cikarang, class of risk 3, since 2 January 2026. */
export const factoryRegistered = (
  changes: Partial<EventOf<EmployerEvent, 'EmployerRegistered'>['data']> = {},
): EventOf<EmployerEvent, 'EmployerRegistered'> => ({
  type: 'EmployerRegistered',
  data: {
    employerId: FACTORY,
    npp: 'NN010001',
    kind: 'COMPANY',
    name: 'PT Contoh Garmen',
    district: '321605',
    branch: 'J03',
    riskClass: 3,
    size: 'MEDIUM',
    effectiveOn: localDate('2026-01-02'),
    ...changes,
  },
});

/** Class of risk 4, from a day on. */
export const riskClassCorrected = (
  from: string,
  backDatedBy?: string,
): EventOf<EmployerEvent, 'RiskClassCorrected'> => ({
  type: 'RiskClassCorrected',
  data: {
    employerId: FACTORY,
    riskClass: 4,
    reference: 'BA/7/2026',
    ...(backDatedBy !== undefined && { backDatedBy }),
    effectiveOn: localDate(from),
  },
});

export const factoryClosed = (
  lastDay: string,
  backDatedBy?: string,
): EventOf<EmployerEvent, 'EmployerClosed'> => ({
  type: 'EmployerClosed',
  data: {
    employerId: FACTORY,
    reason: 'DISSOLVED',
    reference: 'AKTA/9/2026',
    ...(backDatedBy !== undefined && { backDatedBy }),
    effectiveOn: localDate(lastDay),
  },
});

/** The village that the factory stands in, an employer of its officials since 2 January 2026. */
export const villageRegistered = factoryRegistered({
  npp: 'NN010002',
  kind: 'VILLAGE_GOVERNMENT',
  name: 'Pemerintah Desa Sukamaju',
  riskClass: 1,
  size: 'MICRO',
});

/** It names its officials for a year. */
export const decreeRecorded = (
  changes: Partial<EventOf<EmployerEvent, 'DecreeRecorded'>['data']> = {},
): EventOf<EmployerEvent, 'DecreeRecorded'> => ({
  type: 'DecreeRecorded',
  data: {
    employerId: FACTORY,
    decreeId: 'b3a1c0de-0000-4000-8000-000000000001',
    reference: '141/SK/3/2026',
    decidedOn: localDate('2026-01-05'),
    validFrom: localDate('2026-01-02'),
    validUntil: localDate('2026-12-31'),
    effectiveOn: localDate('2026-01-02'),
    ...changes,
  },
});
