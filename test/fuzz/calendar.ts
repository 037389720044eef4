const [MINUTE_MS, DAY_MS] = [60_000, 86_400_000];

/** Jakarta is seven hours ahead of UTC, all year. */
const JAKARTA_MS = 7 * 60 * MINUTE_MS;

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

export const addDays = (day: string, days: number) => dayOf(Date.parse(day) + days * DAY_MS);

export const monthOf = (day: string) => day.slice(0, 7);

export function addMonths(month: string, months: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The clock of the office: what is sent carries its time, so that a seed gives the same run on any day. */
export class OfficeClock {
  private ms = Date.parse('2026-01-05T01:00:00Z');

  advance(minutes: number): void {
    this.ms += minutes * MINUTE_MS;
  }

  /** As `X-Lindung-Clock` takes it. */
  get moment(): string {
    return new Date(this.ms).toISOString();
  }

  get today(): string {
    return dayOf(this.ms + JAKARTA_MS);
  }
}
