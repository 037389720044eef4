import { CONTEXTS } from '#contexts';

/** Everything that Lindung publishes. A context of which all stays inside has no topic. */
export const publishedContracts = CONTEXTS.flatMap(({ published }) =>
  published && published.contracts.length > 0 ? [published] : [],
);
