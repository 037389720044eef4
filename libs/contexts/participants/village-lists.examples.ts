import { bothSign } from '#contexts/journey.examples';
import type { Participants } from './participants-app.examples.js';

/** The columns of the list of a village. */
export const HEADER = 'nik,name,birth_date,sex,phone,occupation,workplace,district,monthly_income';

/** A worker of an invented village; `serial` makes the NIK. */
export const row = (
  serial: number,
  district = '321605',
  changes: { nik?: string; name?: string; born?: string } = {},
) => {
  const {
    nik = `000005520590${String(serial).padStart(4, '0')}`,
    name = `Warga ${serial}`,
    born = '1990-05-12',
  } = changes;
  return `${nik},${name},${born},P,,petani,Sukamaju,${district},900000`;
};

/** A list as CSV. */
export const fileOf = (...rows: (string | Buffer)[]) =>
  Buffer.concat([HEADER, ...rows].flatMap((line) => [Buffer.from(line), Buffer.from('\n')]));

/** The NIK of a worker, by a serial of four digits. */
export const nikOf = (serial: number) => `000005520590${serial}`;

/** What is said of a line. */
export interface Remark {
  readonly line: number;
  readonly code: string;
}

/** One line of an answer. */
interface Said {
  readonly progress?: { readonly done: number; readonly of: number };
  readonly report?: {
    readonly importId: string;
    readonly rows: number;
    readonly registered: number;
    readonly owedIdr?: number;
    readonly rejected: readonly Remark[];
    readonly warnings: readonly Remark[];
    readonly repeated: boolean;
    readonly position: string;
  };
  readonly problem?: { readonly code: string };
}

/** An answer, line by line. */
export const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Said);

/** Which line is remarked on with which code. */
export const codes = (remarks: readonly Remark[] = []) => remarks.map(({ line, code }) => [line, code]);

/** Registers a village with an agreement. Answers the terms on which it pays, as an address asks for them. */
export async function termsOfVillage(
  system: Participants,
  limits: { readonly quota?: number } = {},
): Promise<string> {
  const { body: sponsor } = await system.post('/sponsors', {
    kind: 'VILLAGE',
    name: 'Desa Sukamaju',
    district: '321605',
  });
  const agreement = await bothSign(system, `/sponsors/${String(sponsor.id)}/agreements`, {
    reference: 'APBDes 1/2026',
    governmentPaid: true,
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
    ...limits,
  });
  return new URLSearchParams({
    sponsorId: String(sponsor.id),
    agreementId: String(agreement['agreementId']),
    period: '2026-11',
    months: '1',
    paidOn: '2026-11-02',
    receipt: 'SP2D-1',
    channel: 'REGENT_DECREE',
    branch: 'J03',
  }).toString();
}
