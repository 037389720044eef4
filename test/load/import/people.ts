/** Workers of an invented district, one a number: no district begins with 00. */
function nikOf(nth: number): string {
  const [district, serial] = [Math.floor(nth / 9999), (nth % 9999) + 1];
  return `${String(district).padStart(6, '0')}120590${String(serial).padStart(4, '0')}`;
}

/** The most that one file holds. */
const ROWS_A_FILE = 50_000;

/** The rows of several files, each a range of numbers. */
export function filesOf(rows: number): { readonly first: number; readonly rows: number }[] {
  return Array.from({ length: Math.ceil(rows / ROWS_A_FILE) }, (_, file) => {
    const first = file * ROWS_A_FILE;
    return { first, rows: Math.min(ROWS_A_FILE, rows - first) };
  });
}

/** A file with a header and a line for each of these people. */
export function fileOf(
  { first, rows }: { readonly first: number; readonly rows: number },
  header: string,
  line: (nik: string, nth: number) => string,
): Buffer {
  const lines = [header];
  for (let nth = first; nth < first + rows; nth++) lines.push(line(nikOf(nth), nth));
  return Buffer.from(lines.join('\n'));
}

const letter = (nth: number) => String.fromCodePoint(65 + (nth % 26));

export const REGISTRATIONS = {
  header: 'nik,name,birth_date,sex,phone,occupation,workplace,district,monthly_income',
  line: (nik: string, nth: number) =>
    `${nik},Peserta ${letter(nth)}${letter(Math.floor(nth / 26))} ${nth},1990-05-12,L,081200000000,petani,Sawah Blok Kaler,321605,900000`,
};

export const MEMBERS = { header: 'nik', line: (nik: string) => nik };

export const JOINERS = {
  header: 'nik,name,birth_date,sex,occupation,workplace,district,wage,started_on',
  person: 'Peserta Pabrik,1990-05-12,L,penjahit,PT Contoh Garmen,321605,5200000',
};

export const WAGES = { header: 'nik,wage', line: (nik: string) => `${nik},5200000` };

export const LEAVERS = { header: 'nik,last_day,reason' };
