import type { Words } from '#kernel';
import { PERSONS, PERSONS_WORDS } from '../indicators/index.js';
import type { Report } from '../reports.js';
import { orderedRows } from '../tables/row-order.js';
import type { ShownGroup } from '../tables/shown-level.js';
import { WITHHELD, WITHHELD_WORDS } from './flat-table.js';

/** More bars than anybody reads. */
const MOST_BARS = 60;

const [WIDTH, LABELS, BAR, GAP, HEAD, FOOT] = [900, 260, 18, 8, 64, 44];
const LONGEST = WIDTH - LABELS - 150;

/**
 * A report as a chart of bars (SVG): one for each row, by the figure that is asked for. It needs neither a browser nor a library, and is
 * read aloud as its title and its rows.
 * @param measure a figure of the report; persons unless told
 */
export function chartOf(report: Report, language: keyof Words, measure = PERSONS): string {
  const rows = orderedRows(report.rows).slice(0, MOST_BARS);
  const height = HEAD + rows.length * (BAR + GAP) + FOOT;
  const most = Math.max(1, ...rows.map((row) => Math.abs(row.figures?.[measure] ?? 0)));
  const bars = rows.map((row, place) => barOf(row, HEAD + place * (BAR + GAP), measure, most, language));
  const { indicator, position, on } = report;
  const foot = [
    `${indicator.code} v${indicator.version}`,
    ...(on === null ? [] : [on]),
    `${language === 'id' ? 'posisi log' : 'log position'} ${position ?? '–'}`,
    ...(report.rows.length > rows.length ? [firstOf(rows.length, report.rows.length)[language]] : []),
    `${WITHHELD}: ${WITHHELD_WORDS[language]}`,
  ].join(' · ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="13">`,
    `<title>${escaped(indicator.title[language])}</title>`,
    `<desc>${escaped(indicator.about[language])}</desc>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    `<text x="16" y="30" font-size="18" font-weight="bold" fill="#1a1a1a">${escaped(indicator.title[language])}</text>`,
    `<text x="16" y="50" fill="#555555">${escaped(wordsOf(report, measure)[language])}</text>`,
    ...bars,
    `<text x="16" y="${height - 16}" font-size="11" fill="#555555">${escaped(foot)}</text>`,
    '</svg>',
    '',
  ].join('\n');
}

const firstOf = (shown: number, all: number): Words => ({
  en: `the first ${shown} of ${all} rows`,
  id: `${shown} baris pertama dari ${all}`,
});

function wordsOf({ indicator }: Report, measure: string): Words {
  const found = indicator.measures.find(({ name }) => name === measure);
  return found?.words ?? indicator.persons ?? PERSONS_WORDS;
}

function barOf(
  { values, figures }: ShownGroup,
  y: number,
  measure: string,
  most: number,
  language: keyof Words,
): string {
  const value = figures?.[measure];
  const length = Math.round((Math.abs(value ?? 0) / most) * LONGEST);
  const told = figures === undefined ? WITHHELD : numberOf(value ?? null, language);
  const label = escaped(shortened(values.join(' · ')));
  return [
    `<text x="${LABELS - 10}" y="${y + 14}" text-anchor="end" fill="#1a1a1a">${label}</text>`,
    `<rect x="${LABELS}" y="${y}" width="${length}" height="${BAR}" fill="#1f6f8b"/>`,
    `<text x="${LABELS + length + 8}" y="${y + 14}" fill="#1a1a1a">${escaped(told)}</text>`,
  ].join('\n');
}

const numberOf = (value: number | null, language: keyof Words): string =>
  value === null ? '–' : value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB');

const LONGEST_LABEL = 34;

const shortened = (text: string): string =>
  text.length <= LONGEST_LABEL ? text : `${text.slice(0, LONGEST_LABEL - 1)}…`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character]!);
