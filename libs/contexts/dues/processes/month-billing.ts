import type { Process } from '#kernel';
import type { BillMonthInput } from '../domain/bill-month.js';
import type { WageReportCompleted } from '../domain/wages.events.js';

/** A report that was taken is billed; one of which nothing was taken is not. */
export const monthBilling: Process<WageReportCompleted, { readonly BillMonth: BillMonthInput }> = {
  name: 'month-billing',
  version: 1,
  categories: ['wagereport'],
  on: {
    WageReportCompleted: ({ data }) => {
      const { employerId, reportId, period, components, changeIdr, reliefIdr, taken } = data;
      if (taken === 0) return [];
      const relief = reliefIdr !== undefined && { reliefIdr };
      const input = { employerId, reportId, period, components, changeIdr, ...relief };
      return [{ key: reportId, command: 'BillMonth', input }];
    },
  },
};
