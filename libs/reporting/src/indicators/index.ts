import type { Indicator } from './indicator.js';
import { MEMBER_INDICATORS } from './members.js';
import { MONEY_INDICATORS } from './money.js';
import { PROMISE_INDICATORS } from './promises.js';
import { SERVICE_INDICATORS } from './service.js';

/** What is reported. */
export const INDICATORS: readonly Indicator[] = [
  ...MEMBER_INDICATORS,
  ...MONEY_INDICATORS,
  ...SERVICE_INDICATORS,
  ...PROMISE_INDICATORS,
];

const BY_NAME: ReadonlyMap<string, Indicator> = new Map(INDICATORS.map((one) => [one.name, one]));

export const indicatorNamed = (name: string): Indicator | undefined => BY_NAME.get(name);

export * from './indicator.js';
export { WAITING } from './waiting.js';
