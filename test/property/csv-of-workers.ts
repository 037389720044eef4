import { DISTRICT, NAME, NIK, PHONE, RUPIAH, type LocalDate, addDays, addYears, line } from '#kernel';
import { valuesOf } from '#testing/memory';
import type { Chance } from './chance.js';
import { WAGE_COLUMNS, type WageColumn } from '../../libs/contexts/dues/domain/wage-row.js';
import {
  JOINING_COLUMNS,
  type JoiningColumn,
  LEAVING_COLUMNS,
  type LeavingColumn,
} from '../../libs/contexts/participants/domain/member-row.js';
import { LEAVING_REASONS } from '../../libs/contexts/participants/domain/membership.events.js';
import { PAYMENT_COLUMNS, type PaymentColumn } from '../../libs/contexts/participants/domain/payment-row.js';
import { IMPORT_COLUMNS, type ImportColumn } from '../../libs/contexts/participants/domain/import-row.js';

/** Each kind of file passes over the columns of the others. */
const COLUMNS = [
  ...new Set([
    ...IMPORT_COLUMNS,
    ...WAGE_COLUMNS,
    ...PAYMENT_COLUMNS,
    ...JOINING_COLUMNS,
    ...LEAVING_COLUMNS,
  ]),
];

const MOST_ROWS = 6;

const UUID_OF_NOBODY = '6a2b7f0c-0d7a-4f5a-8a53-2f1f5d0a9b22';

const OCCUPATION = line({ max: 100 });

/** A file of workers or of their wages, with rows that nobody can read among them. */
export function csvOfWorkers(chance: Chance, today: LocalDate): string {
  const cells: Readonly<
    Record<ImportColumn | WageColumn | PaymentColumn | JoiningColumn | LeavingColumn, () => unknown>
  > = {
    nik: () => chance.value(valuesOf(NIK)),
    name: () => chance.value(valuesOf(NAME)),
    birth_date: () => addDays(addYears(today, -18 - chance.below(46)), -chance.below(365)),
    sex: () => chance.pick(['L', 'P', 'l', 'x']),
    phone: () => chance.value(valuesOf(PHONE)),
    occupation: () => chance.value(valuesOf(OCCUPATION)),
    workplace: () => chance.value(valuesOf(OCCUPATION)),
    district: () => chance.value(valuesOf(DISTRICT)),
    monthly_income: () => chance.value(valuesOf(RUPIAH)),
    sector: () => chance.pick(['', 'OTHER', 'TRANSPORT']),
    occupation_group: () => chance.pick(['', 'FARMER', 'trader']),
    wage: () => chance.value(valuesOf(RUPIAH)),
    participant_id: () => chance.pick(['', '', UUID_OF_NOBODY]),
    amount: () => chance.pick(['', '', '16.800']),
    started_on: () => addDays(today, -chance.below(40)),
    last_day: () => addDays(today, -chance.below(10)),
    reason: () => chance.pick(LEAVING_REASONS),
    back_pay: () => chance.pick(['', '0', '100.000']),
  };
  const delimiter = chance.pick([',', ';', '\t']);
  const row = () => COLUMNS.map((column) => quoted(String(cells[column]()))).join(delimiter);
  const rows = Array.from({ length: 1 + chance.below(MOST_ROWS) }, row);
  return [COLUMNS.join(delimiter), ...rows].join('\n');
}

const quoted = (cell: string): string => (/[\s",;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
