import { NIK, RUPIAH, type Rupiah, type Scalar, ZERO_RUPIAH, wholeRupiah } from '#kernel';

/** The columns of a file of wages, in any order; the header names them. */
export const WAGE_COLUMNS = ['nik', 'wage', 'back_pay'] as const;

export type WageColumn = (typeof WAGE_COLUMNS)[number];

export const OPTIONAL_WAGE_COLUMNS: readonly WageColumn[] = ['back_pay'];

/** What one line of a file says of a member. */
export interface WageRow {
  readonly nik: string;
  readonly wageIdr: Rupiah;
  readonly backPayIdr: Rupiah;
}

/** A wage of a month; more than this is a slip of the pen. */
export const LARGEST_WAGE = 1_000_000_000;

const WAGE: Scalar<Rupiah> = wholeRupiah({ max: LARGEST_WAGE });

/** Why a line cannot be read; never the value itself. */
interface Fault {
  readonly code: string;
  readonly detail: string;
}

const NIK_MALFORMED: Fault = { code: 'NIK_MALFORMED', detail: 'The NIK has 16 digits' };
const WAGE_MALFORMED: Fault = {
  code: 'WAGE_MALFORMED',
  detail: `Wage and back pay are whole rupiah in digits, at most ${LARGEST_WAGE}`,
};

/** Reads the text cells of one line: amounts are digits with optional thousands separators. */
export function readWageRow(cells: Readonly<Record<WageColumn, string>>): WageRow | Fault {
  const nik = cells.nik.replace(/[\s.'-]/g, '');
  if (!NIK.fits(nik)) return NIK_MALFORMED;
  const wageIdr = readAmount(cells.wage);
  const backPayIdr = cells.back_pay.trim() === '' ? ZERO_RUPIAH : readAmount(cells.back_pay);
  return wageIdr === undefined || backPayIdr === undefined ? WAGE_MALFORMED : { nik, wageIdr, backPayIdr };
}

function readAmount(cell: string): Rupiah | undefined {
  const amount = RUPIAH.fromText(cell.trim().replace(/[.,](?=\d{3}\b)/g, ''));
  return WAGE.fits(amount) ? amount : undefined;
}
