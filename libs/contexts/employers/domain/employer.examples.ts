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
