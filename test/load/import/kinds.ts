import type { Office } from './office.js';
import { JOINERS, LEAVERS, MEMBERS, type Part, REGISTRATIONS, WAGES, fileOf, filesOf } from './people.js';

/** What a kind of file is measured in. */
export interface Files {
  readonly office: Office;
  readonly rows: number;
  /** Ids of the employers that everybody works for, one for each file, once they do. */
  employers?: Promise<readonly string[]>;
}

/** A kind of file. */
export interface Kind {
  readonly name: string;
  /** What a row records, each in a stream of its own. */
  readonly records: readonly string[];
  /** Makes what a file of this kind needs; gives what hands everything in, and tells the position of what was recorded last. */
  readonly prepare: (bench: Files) => Promise<() => Promise<string>>;
}

export const KINDS: readonly Kind[] = [
  { name: 'registrations', records: ['ParticipantRegistered', 'ContributionPaid'], prepare: registrations },
  { name: 'monthly contributions', records: ['ContributionPaid'], prepare: contributions },
  { name: 'wage report', records: ['WageReported'], prepare: wages },
  { name: 'leavers', records: ['WorkerLeft'], prepare: leavers },
];

/** More than anybody pays for with one list. */
const LARGE_SUM = '100000000000';

/** The day everything happens on: yesterday, wherever this runs. */
const DAY = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);
const MONTH = DAY.slice(0, 7);

/** The sponsor of everybody, made once. */
async function village({ office }: Files) {
  const sponsor = await office.command('/sponsors', {
    kind: 'VILLAGE',
    name: 'Desa Sukamaju',
    district: '321605',
  });
  const sponsorId = String(sponsor['id']);
  const path = `/sponsors/${sponsorId}/agreements`;
  const { proposalId, agreementId } = await office.command(path, {
    reference: 'APBDes 1',
    governmentPaid: true,
    validFrom: DAY,
    validUntil: `${Number(DAY.slice(0, 4)) + 1}-12-31`,
  });
  // A second person signs an agreement, too.
  const signature = `/sponsors/${sponsorId}/proposals/${String(proposalId)}/signature`;
  await office.command(signature, {}, 'supervisor');
  return { sponsorId, agreementId: String(agreementId), paidOn: DAY, months: '1' };
}

async function register({ office, rows }: Files, paid: Awaited<ReturnType<typeof village>>): Promise<string> {
  let position = '0';
  for (const [nth, part] of filesOf(rows).entries()) {
    const file = fileOf(part, REGISTRATIONS.header, REGISTRATIONS.line);
    const terms = { ...paid, channel: 'VILLAGE', period: MONTH, receipt: `SP2D-${nth}` };
    const told = await office.file('/participants/imports', terms, file);
    if (told['rows'] !== part.rows) throw new Error(`Looked at ${String(told['rows'])}`);
    position = String(told['position']);
  }
  return position;
}

async function registrations(bench: Files): Promise<() => Promise<string>> {
  const paid = await village(bench);
  return () => register(bench, paid);
}

async function contributions(bench: Files): Promise<() => Promise<string>> {
  const { office, rows } = bench;
  const paid = await village(bench);
  // Whoever is registered already is only named in its report.
  await register(bench, paid);
  return async () => {
    let position = '0';
    for (const [nth, part] of filesOf(rows).entries()) {
      const file = fileOf(part, MEMBERS.header, MEMBERS.line);
      const terms = { ...paid, period: nextMonth(MONTH), receipt: `SP2D-M${nth}`, amountIdr: LARGE_SUM };
      const told = await office.file('/payment-lists', terms, file);
      if (told['paid'] !== part.rows) throw new Error(`Paid ${String(told['paid'])}`);
      position = String(told['position']);
    }
    return position;
  };
}

function nextMonth(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}

async function wages(bench: Files): Promise<() => Promise<string>> {
  const employers = await (bench.employers ??= employ(bench));
  return () =>
    ofEach(bench, employers, 'wage-reports/file', { period: MONTH }, (part) =>
      fileOf(part, WAGES.header, WAGES.line),
    );
}

async function leavers(bench: Files): Promise<() => Promise<string>> {
  const employers = await (bench.employers ??= employ(bench));
  return () =>
    ofEach(bench, employers, 'leavings/file', {}, (part) =>
      fileOf(part, LEAVERS.header, (worker) => LEAVERS.line(worker, DAY)),
    );
}

/** Employers, and everybody as a member of one of them. */
async function employ(bench: Files): Promise<readonly string[]> {
  const employers: string[] = [];
  for (const nth of filesOf(bench.rows).keys()) {
    const employer = await bench.office.command('/employers', {
      segment: 'PU',
      npp: `NN${String(nth).padStart(6, '0')}`,
      kind: 'COMPANY',
      name: 'PT Contoh Garmen',
      district: '321605',
      branch: 'J03',
      riskClass: 3,
      size: 'LARGE',
      startedOn: `${MONTH}-01`,
    });
    employers.push(String(employer['id']));
  }
  await ofEach(bench, employers, 'members/file', {}, (part) =>
    fileOf(part, JOINERS.header, (worker) => JOINERS.line(worker, `${MONTH}-01`)),
  );
  return employers;
}

/** Sends one file of each employer, of which every row is taken. */
async function ofEach(
  { office, rows }: Files,
  employers: readonly string[],
  path: string,
  terms: Readonly<Record<string, string>>,
  file: (part: Part) => Buffer,
): Promise<string> {
  let position = '0';
  for (const [nth, part] of filesOf(rows).entries()) {
    const told = await office.file(`/employers/${employers[nth]!}/${path}`, terms, file(part));
    if (told['taken'] !== part.rows) throw new Error(`Took ${String(told['taken'])}`);
    position = String(told['position']);
  }
  return position;
}
