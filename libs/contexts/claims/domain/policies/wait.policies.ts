import type { Policy } from '#kernel';
import type { KnownClaim } from '../claim-state.js';
import { interimRefusals } from '../interim.refusals.js';
import { stopsPayment } from '../terms.js';

/** In a dispute nothing is paid, nor while it is open who somebody is, or what a court will say (reference 4.3). */
export const noWaitStopsPayment: Policy<{ readonly claim: KnownClaim }> = {
  name: 'no-wait-stops-payment',
  check({ claim }) {
    const { reason } = claim.stop ?? (claim.situation === 'WAITING' ? claim.awaited : {});
    return reason && stopsPayment(reason) ? interimRefusals.WAIT_STOPS_PAYMENT({ reason }) : undefined;
  },
};
