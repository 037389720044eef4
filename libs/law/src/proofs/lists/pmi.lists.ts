import { localDate } from '#kernel';
import { COVERAGE_STATUSES } from '../../coverage/coverage-status.js';
import { PERMENAKER_4_2023_FROM } from '../../kernel/laws.js';
import {
  MIGRANT_AID_POLICIES,
  type MigrantAidFacts,
  PMI_AIDS,
  PMI_WORK_ENDS,
} from '../../pmi/migrant-aid.policies.js';
import { PMI_DISMISSAL } from '../../pmi/migrant-benefits.rules.js';
import { around, everyInteger, valuesOf, YES_NO } from '../edges.js';
import type { PolicyList } from '../policies.js';

export const MIGRANT_AID: PolicyList<MigrantAidFacts> = {
  name: 'MIGRANT_AID_POLICIES',
  what: { id: 'apakah bantuan pekerja migran dibayar', en: 'whether an aid of a migrant worker is paid' },
  policies: MIGRANT_AID_POLICIES,
  edges: {
    segment: ['PMI', 'PU'],
    eventDate: [localDate('2024-06-20'), PERMENAKER_4_2023_FROM],
    coverage: [undefined, ...COVERAGE_STATUSES],
    active: YES_NO,
    lastPaidPeriod: [undefined],
    employerArrearsMonths: [undefined, ...around(3)],
    kind: PMI_AIDS,
    ownFault: YES_NO,
    proved: YES_NO,
    workEnded: [undefined, ...PMI_WORK_ENDS],
    monthsWorked: [undefined, ...around(...valuesOf(PMI_DISMISSAL, ({ bands }) => bands[0]!.months))],
  },
  walks: { monthsWorked: everyInteger(0, 720) },
};
