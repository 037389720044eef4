import type { Candidate, ConsumerChoice } from './consumer-choice.js';
import { ConsumersInTurn } from './consumers-in-turn.js';
import type { ConsumerStrategy } from './group-settings.js';
import { PinnedConsumers } from './pinned-consumers.js';

/** The choice that belongs to a strategy. */
export function chooseByStrategy<Consumer extends Candidate>(
  strategy: ConsumerStrategy,
): ConsumerChoice<Consumer> {
  if (strategy === 'Pinned' || strategy === 'PinnedByCorrelation') return new PinnedConsumers();
  return new ConsumersInTurn(strategy === 'RoundRobin');
}
