import { type LocalDate, localDate } from '#kernel';

/** National holidays (hari libur nasional) and collective leave (cuti bersama) of a year, as month and day. */
interface DaysOff {
  readonly holidays: string;
  readonly collectiveLeave: string;
}

/** As last changed within the year: SKB of three ministers for each of them. Elections are holidays. */
const DECREED: Readonly<Record<number, DaysOff>> = {
  2019: {
    holidays:
      '01-01 02-05 03-07 04-03 04-17 04-19 05-01 05-19 05-30 06-01 06-05 06-06 08-11 08-17 09-01 11-09 12-25',
    collectiveLeave: '06-03 06-04 06-07 12-24',
  },
  2020: {
    holidays:
      '01-01 01-25 03-22 03-25 04-10 05-01 05-07 05-21 05-24 05-25 06-01 07-31 08-17 08-20 10-29 12-09 12-25',
    collectiveLeave: '08-21 10-28 10-30 12-24 12-31',
  },
  2021: {
    holidays: '01-01 02-12 03-11 03-14 04-02 05-01 05-13 05-14 05-26 06-01 07-20 08-11 08-17 10-20 12-25',
    collectiveLeave: '05-12',
  },
  2022: {
    holidays:
      '01-01 02-01 02-28 03-03 04-15 05-01 05-02 05-03 05-16 05-26 06-01 07-09 07-30 08-17 10-08 12-25',
    collectiveLeave: '04-29 05-04 05-05 05-06',
  },
  2023: {
    holidays:
      '01-01 01-22 02-18 03-22 04-07 04-22 04-23 05-01 05-18 06-01 06-04 06-29 07-19 08-17 09-28 12-25',
    collectiveLeave: '01-23 03-23 04-19 04-20 04-21 04-24 04-25 06-02 06-28 06-30 12-26',
  },
  2024: {
    holidays:
      '01-01 02-08 02-10 02-14 03-11 03-29 03-31 04-10 04-11 05-01 05-09 05-23 06-01 06-17 07-07 08-17 09-16 11-27 12-25',
    collectiveLeave: '02-09 03-12 04-08 04-09 04-12 04-15 05-10 05-24 06-18 12-26',
  },
  2025: {
    holidays:
      '01-01 01-27 01-29 03-29 03-31 04-01 04-18 04-20 05-01 05-12 05-29 06-01 06-06 06-27 08-17 09-05 12-25',
    collectiveLeave: '01-28 03-28 04-02 04-03 04-04 04-07 05-13 05-30 06-09 08-18 12-26',
  },
  2026: {
    holidays:
      '01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 06-16 08-17 08-25 12-25',
    collectiveLeave: '02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24',
  },
};

/** The years whose days off are decreed, as they begin a day. */
export const DECREED_YEARS: ReadonlySet<string> = new Set(Object.keys(DECREED));

/**
 * Days on which offices and banks are closed by decree, in 2019 to 2026 (SKB 3 Menteri; P-11: collective leave as well). Of
 * another year none is known: only Saturdays and Sundays are free then, and days found so are marked (`calendarMark`).
 */
export const DECREED_DAYS_OFF: ReadonlySet<LocalDate> = new Set(
  Object.entries(DECREED).flatMap(([year, { holidays, collectiveLeave }]) =>
    `${holidays} ${collectiveLeave}`.split(' ').map((day) => localDate(`${year}-${day}`)),
  ),
);
