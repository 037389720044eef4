import { CONTEXTS } from '#contexts';

/** Everything that Lindung publishes. */
export const publishedContracts = CONTEXTS.flatMap(({ published }) => published ?? []);
