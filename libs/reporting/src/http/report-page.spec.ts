import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '#http';
import { localDate } from '#kernel';
import { INDICATORS, PERSONS } from '../indicators/index.js';
import type { Report } from '../reports.js';
import { pageOfReport } from './report-page.js';

const [active, coverage] = ['active-participants', 'coverage'].map((name) =>
  INDICATORS.find((one) => one.name === name)!,
);

const branch = (name: string, persons?: number) => ({
  values: [name],
  ...(persons !== undefined && { figures: { [PERSONS]: persons } }),
});

const asked = (more: Partial<Report> = {}): Report => ({
  indicator: active!,
  on: localDate('2026-11-20'),
  by: ['branch'],
  where: {},
  rows: [branch('J03', 7), branch('J01', 9), branch('J04'), branch('J02', 8)],
  total: { values: [], figures: { [PERSONS]: 24 } },
  position: '7',
  newestAt: null,
  putAside: 0,
  ...more,
});

const namesOn = (report: Report, page: Parameters<typeof pageOfReport>[1]) =>
  pageOfReport(report, page).rows.map(({ values }) => values[0]);

describe('The rows of a report', () => {
  it('come page by page, each once', () => {
    const first = pageOfReport(asked(), { limit: 3 });
    const second = pageOfReport(asked(), { limit: 3, cursor: first.nextCursor! });
    expect([...first.rows, ...second.rows].map(({ values }) => values[0])).toEqual([
      'J01',
      'J02',
      'J03',
      'J04',
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it('come in the order that is asked for, those that are withheld last', () => {
    expect(namesOn(asked(), { limit: 9, sort: '-branch' })).toEqual(['J04', 'J03', 'J02', 'J01']);
    expect(namesOn(asked(), { limit: 9, sort: 'persons' })).toEqual(['J03', 'J02', 'J01', 'J04']);
    expect(namesOn(asked(), { limit: 9, sort: '-persons' })).toEqual(['J01', 'J02', 'J03', 'J04']);
    expect(() => namesOn(asked(), { limit: 9, sort: 'name' })).toThrow(ProblemError);
  });

  it.each<[string, Partial<Report>, string | undefined]>([
    ['report', { indicator: coverage! }, undefined],
    ['day', { on: localDate('2026-11-21') }, undefined],
    ['list of cuts', { by: ['district'] }, undefined],
    ['filter', { where: { segment: 'BPU' } }, undefined],
    ['order', {}, '-persons'],
  ])('of another %s do not go on from where this one ended', (_, more, sort) => {
    const cursor = pageOfReport(asked(), { limit: 2 }).nextCursor!;
    expect(() => pageOfReport(asked(more), { limit: 2, cursor, sort })).toThrow(ProblemError);
  });

  it('go on though more was counted meanwhile', () => {
    const cursor = pageOfReport(asked(), { limit: 2 }).nextCursor!;
    expect(namesOn(asked({ position: '9', putAside: 1 }), { limit: 9, cursor })).toEqual(['J03', 'J04']);
  });
});
