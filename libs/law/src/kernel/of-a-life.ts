/** Longer than any working life. No calculator takes more. */
export const MONTHS_OF_A_LIFE = 720;

/** A hundred years. */
export const DAYS_OF_A_LIFE = 36_500;

/** So many months as count: whoever has paid longer than any working life is owed no more for that. */
export const monthsThatCount = (months: number): number => Math.min(months, MONTHS_OF_A_LIFE);

/** Days likewise. */
export const daysThatCount = (days: number): number => Math.min(days, DAYS_OF_A_LIFE);
