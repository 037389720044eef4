export type { MonthSettled } from './domain/dues.events.js';
export type { WageReported } from './domain/wages.events.js';
