import type { PublishedFigure } from './figures-file.js';
import { until } from './office.js';

/** Where reports are asked for. */
export interface Reporting {
  readonly reportingUrl: string;
  tokenFor(role: 'reporting'): Promise<string>;
}

interface Row {
  readonly values: Readonly<Record<string, string>>;
  readonly figures: Readonly<Record<string, number>> | null;
}

interface Report {
  readonly items: readonly Row[];
  readonly total: Row;
}

interface Workforce {
  readonly kind: string;
  readonly persons: number;
}

/** How a published figure is asked for: a figure of a report, of one row of it or of all. */
interface Question {
  readonly report: string;
  readonly figure: string;
  /** Whether it is of a day, or of all time. */
  readonly isOnADay?: boolean;
  /** A cut, and the row of it. */
  readonly row?: readonly [cut: string, value: string];
}

/** The end of the time that the figures are of. */
const ON = '2025-03-31';

/** What is answered by reports that have not got that far. */
const BEHIND = 503;

/** Of a history of half a million people there are several million events. */
const TAKEN_IN_WITHIN_MS = 3_600_000;

const QUESTIONS: Readonly<Record<string, Question>> = {
  active_members: { report: 'active-participants', figure: 'persons' },
  non_asn: { report: 'active-participants', figure: 'persons', row: ['employerKind', 'STATE_BODY'] },
  farmers: { report: 'active-participants', figure: 'persons', row: ['occupationGroup', 'FARMER'] },
  chamber_members: { report: 'active-participants', figure: 'persons', row: ['payer', 'CHAMBER'] },
  claims_paid: { report: 'claims-paid', figure: 'amountIdr', isOnADay: false },
  scholarships_paid: { report: 'scholarships-paid', figure: 'amountIdr', isOnADay: false },
  still_to_register: { report: 'candidates', figure: 'stillToRegister' },
};

/** What somebody else has counted: kinds of the table of workforces. */
const STATED: Readonly<Record<string, string>> = {
  workforce: 'WORKFORCE',
  wage_earners: 'WAGE_EARNERS',
  with_social_security: 'WITH_SOCIAL_SECURITY',
};

/** Which figure in which other one a share is of. */
const SHARES: Readonly<Record<string, readonly [part: string, whole: string]>> = {
  coverage: ['active_members', 'workforce'],
  non_asn_of_members: ['non_asn', 'active_members'],
  with_social_security_of_wage_earners: ['with_social_security', 'wage_earners'],
};

/** A published figure beside what reports show, times the scale of the history. */
export interface Shown extends PublishedFigure {
  readonly shown: number;
}

export const isAsPublished = ({ value, shown }: Shown): boolean => value === shown;

/**
 * Asks for the figures, each by the report that shows it, once everything up to a place in the log was taken in.
 * @throws Error where a report does not answer, or does not show a figure
 */
export async function shownFigures(
  reporting: Reporting,
  figures: readonly PublishedFigure[],
  scale: number,
  after: bigint,
): Promise<readonly Shown[]> {
  await takenIn(reporting, after);
  const shown = new Map<string, number>();
  for (const [figure, question] of Object.entries(QUESTIONS)) {
    shown.set(figure, scale * (await answerTo(reporting, question, after)));
  }
  const workforces = await ask<readonly Workforce[]>(reporting, '/reports/workforces');
  for (const [figure, kind] of Object.entries(STATED)) {
    shown.set(figure, workforces.find((one) => one.kind === kind)?.persons ?? NaN);
  }
  for (const [figure, [part, whole]] of Object.entries(SHARES)) {
    shown.set(figure, Math.round((10_000 * shown.get(part)!) / shown.get(whole)!) / 100);
  }
  return figures.map((figure) => ({ ...figure, shown: shown.get(figure.figure) ?? NaN }));
}

async function answerTo(
  reporting: Reporting,
  { report, figure, row, isOnADay = true }: Question,
  after: bigint,
): Promise<number> {
  const asked = new URLSearchParams({
    after: String(after),
    ...(isOnADay && { on: ON }),
    ...(row && { by: row[0] }),
  });
  const { items, total } = await ask<Report>(reporting, `/reports/${report}?${asked.toString()}`);
  const found = row ? items.find(({ values }) => values[row[0]] === row[1]) : total;
  const value = found?.figures?.[figure];
  if (value !== undefined) return value;
  throw new Error(
    `${report} shows no ${figure}${row ? ` of ${row[1]}` : ''}: ${JSON.stringify({ items, total })}`,
  );
}

/** Waits until the reports rest on everything up to a place in the log. */
function takenIn(reporting: Reporting, after: bigint): Promise<true> {
  const look = async () => {
    const { status } = await sent(reporting, `/reports/candidates?on=${ON}&after=${after}`);
    return status === BEHIND ? undefined : (true as const);
  };
  return until('the reports have taken everything in', look, TAKEN_IN_WITHIN_MS);
}

async function ask<Answer>(reporting: Reporting, path: string): Promise<Answer> {
  const { status, text } = await sent(reporting, path);
  if (status >= 300) throw new Error(`${path} answered ${status}: ${text}`);
  return JSON.parse(text) as Answer;
}

async function sent(
  reporting: Reporting,
  path: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const headers = {
    authorization: `Bearer ${await reporting.tokenFor('reporting')}`,
    'x-lindung-clock': `${ON}T20:00:00+07:00`,
  };
  const response = await fetch(reporting.reportingUrl + path, { headers });
  return { status: response.status, text: await response.text() };
}
