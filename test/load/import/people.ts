import { Random } from '../../system/random.js';
import { inventedName } from '../search/names.js';

/** The most that one file holds. */
const ROWS_A_FILE = 50_000;

/** The rows of one file: a range of numbers, each of which is a worker. */
export interface Part {
  readonly first: number;
  readonly rows: number;
}

/** The rows of several files. */
export function filesOf(rows: number): Part[] {
  return Array.from({ length: Math.ceil(rows / ROWS_A_FILE) }, (_, file) => {
    const first = file * ROWS_A_FILE;
    return { first, rows: Math.min(ROWS_A_FILE, rows - first) };
  });
}

/** A worker who does not exist. */
interface Worker {
  readonly nik: string;
  readonly name: string;
  readonly birthDate: string;
  readonly sex: 'L' | 'P';
  readonly phone: string;
}

/** A file with a header and a line for each of these workers. */
export function fileOf({ first, rows }: Part, header: string, line: (worker: Worker) => string): Buffer {
  const lines = [header];
  for (let nth = first; nth < first + rows; nth++) lines.push(line(workerOf(nth)));
  return Buffer.from(lines.join('\n'));
}

const DAY_MS = 86_400_000;

/** Somebody else for each number, and always the same: no district begins with 00. */
function workerOf(nth: number): Worker {
  const random = new Random(nth + 1);
  const sex = random.pick(['FEMALE', 'MALE'] as const);
  const birthDate = new Date(Date.UTC(1962, 0, 1) + random.between(0, 16_000) * DAY_MS)
    .toISOString()
    .slice(0, 10);
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const dayOfNik = String(Number(day) + (sex === 'FEMALE' ? 40 : 0)).padStart(2, '0');
  const [district, serial] = [Math.floor(nth / 9999), (nth % 9999) + 1].map(String) as [string, string];
  return {
    nik: `${district.padStart(6, '0')}${dayOfNik}${month}${year.slice(2)}${serial.padStart(4, '0')}`,
    name: inventedName(random, sex),
    birthDate,
    sex: sex === 'FEMALE' ? 'P' : 'L',
    phone: `0812${String(nth).padStart(8, '0')}`,
  };
}

const person = ({ nik, name, birthDate, sex }: Worker) => `${nik},${name},${birthDate},${sex}`;

export const REGISTRATIONS = {
  header: 'nik,name,birth_date,sex,phone,occupation,workplace,district,monthly_income',
  line: (worker: Worker) => `${person(worker)},${worker.phone},petani,Sawah Blok Kaler,321605,900000`,
};

export const MEMBERS = { header: 'nik', line: ({ nik }: Worker) => nik };

export const JOINERS = {
  header: 'nik,name,birth_date,sex,occupation,workplace,district,wage,started_on',
  line: (worker: Worker, startedOn: string) =>
    `${person(worker)},penjahit,PT Contoh Garmen,321605,5200000,${startedOn}`,
};

export const WAGES = { header: 'nik,wage', line: ({ nik }: Worker) => `${nik},5200000` };

export const LEAVERS = {
  header: 'nik,last_day,reason',
  line: ({ nik }: Worker, lastDay: string) => `${nik},${lastDay},RESIGNED`,
};
