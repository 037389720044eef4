import type { Person } from './lindung-client.js';

/** What stands where nothing is told. */
export const WITHHELD = 'not told';

interface Figures {
  readonly persons: number;
  readonly [measure: string]: number | null;
}

interface ReportAnswer {
  readonly report: { readonly code: string; readonly title: { readonly en: string } };
  readonly items: readonly {
    readonly values: Readonly<Record<string, string>>;
    readonly figures: Figures | null;
  }[];
  readonly total: { readonly figures: Figures | null };
  readonly position: string | null;
}

/** A report, group by group. */
export interface ReportedTable {
  readonly code: string;
  readonly name: string;
  readonly title: string;
  readonly by: string;
  readonly rows: readonly (readonly [group: string, figures: Figures | null])[];
  readonly total: Figures | null;
}

export interface Reports {
  /** How far the reporting service had got when the last of them was asked for. */
  readonly position: string | null;
  readonly tables: readonly ReportedTable[];
}

/** What is shown in the end. */
const ASKED = [
  { name: 'active-participants', by: 'payer' },
  { name: 'active-participants', by: 'district' },
  { name: 'coverage', by: 'area' },
  { name: 'contributions', by: 'programme' },
  { name: 'claims-paid', by: 'programme' },
  { name: 'decision-times', by: '' },
  { name: 'scholarships-projected', by: '' },
] as const;

/** The figure beside persons that a row shows. */
const SHOWN = ['amountIdr', 'receivedIdr', 'percent', 'medianDays'];

/** One figure of a group and its name; nothing where it has none but persons. */
export function shownFigure(figures: Figures): readonly [name: string, value: number] | undefined {
  const name = SHOWN.find((one) => typeof figures[one] === 'number');
  return name === undefined ? undefined : [name, figures[name] ?? 0];
}

export async function readReports(reader: Person): Promise<Reports> {
  const tables: ReportedTable[] = [];
  let position: string | null = null;
  for (const { name, by } of ASKED) {
    const answer = await reader.askReports<ReportAnswer>(`/reports/${name}${by && `?by=${by}`}`);
    ({ position } = answer);
    tables.push({
      code: answer.report.code,
      name,
      title: answer.report.title.en,
      by,
      rows: answer.items.map(({ values, figures }) => [Object.values(values).join(', '), figures]),
      total: answer.total.figures,
    });
  }
  return { position, tables };
}
