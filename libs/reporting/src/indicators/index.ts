import { activeParticipants } from './active-participants.js';
import type { Indicator, Waiting } from './indicator.js';

/** What is reported. */
export const INDICATORS: readonly Indicator[] = [activeParticipants];

/** What will be, once contracts say what it needs. */
export const WAITING: readonly Waiting[] = [];

const BY_NAME: ReadonlyMap<string, Indicator> = new Map(INDICATORS.map((one) => [one.name, one]));

export const indicatorNamed = (name: string): Indicator | undefined => BY_NAME.get(name);

export * from './indicator.js';
