import { type LocalDate, RUPIAH, type Rupiah } from '#kernel';
import { type ImportRow, type RowFault, readDay, readImportRow, readNik, rowFault } from './import-row.js';
import { LEAVING_REASONS, type LeavingReason } from './membership.events.js';

/** The columns of a file of those who join an employer, in any order; the header names them. */
export const JOINING_COLUMNS = [
  'nik',
  'name',
  'birth_date',
  'sex',
  'phone',
  'occupation',
  'workplace',
  'district',
  'wage',
  'started_on',
] as const;

export type JoiningColumn = (typeof JOINING_COLUMNS)[number];

/** Who joins. */
export interface JoiningRow {
  readonly wageIdr: Rupiah;
  readonly startedOn: LocalDate;
  readonly district: string;
  readonly person: Omit<ImportRow, 'district' | 'sector' | 'occupationGroup' | 'declaredIncomeIdr'>;
}

/** The columns of a file of those who left. */
export const LEAVING_COLUMNS = ['nik', 'last_day', 'reason'] as const;

export type LeavingColumn = (typeof LEAVING_COLUMNS)[number];

/** Who left. */
export interface LeavingRow {
  readonly nik: string;
  readonly lastDay: LocalDate;
  readonly reason: LeavingReason;
}

const dayMalformed = (what: 'STARTED_ON' | 'LAST_DAY') =>
  rowFault(`${what}_MALFORMED`, `${what.toLowerCase()} is not YYYY-MM-DD or DD/MM/YYYY`);

const WAGE_MALFORMED = rowFault('WAGE_MALFORMED', 'The wage is whole rupiah in digits, more than zero');

const REASON_MALFORMED = rowFault('REASON_MALFORMED', `The reason is ${LEAVING_REASONS.join(', ')}`);

/** Reads the text cells of one who joins; of several faults the first is told. */
export function readJoiningRow({
  wage,
  started_on: firstDay,
  ...cells
}: Readonly<Record<JoiningColumn, string>>): JoiningRow | RowFault {
  const wageIdr = RUPIAH.fromText(wage.trim().replace(/[.,](?=\d{3}\b)/g, ''));
  if (!RUPIAH.fits(wageIdr) || wageIdr === 0) return WAGE_MALFORMED;
  const startedOn = readDay(firstDay.trim());
  if (startedOn === undefined) return dayMalformed('STARTED_ON');
  const row = readImportRow({ ...cells, monthly_income: String(wageIdr), sector: '', occupation_group: '' });
  if ('code' in row) return row;
  const { district, sector: _sector, occupationGroup: _group, declaredIncomeIdr: _wage, ...person } = row;
  return { wageIdr, startedOn, district, person };
}

/** Reads the text cells of one who left. */
export function readLeavingRow(cells: Readonly<Record<LeavingColumn, string>>): LeavingRow | RowFault {
  const nik = readNik(cells.nik);
  if (typeof nik !== 'string') return nik;
  const lastDay = readDay(cells.last_day.trim());
  if (lastDay === undefined) return dayMalformed('LAST_DAY');
  const reason = LEAVING_REASONS.find((one) => one === cells.reason.trim().toUpperCase());
  return reason ? { nik, lastDay, reason } : REASON_MALFORMED;
}
