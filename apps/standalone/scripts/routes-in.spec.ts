import { describe, expect, it } from '@jest/globals';
import { type Route, routesIn } from './routes-in.js';

/** Where each route of a context leads. */
const leadingTo = (routes: readonly Route[]) =>
  Object.fromEntries(routes.map(({ address, recorded }) => [address ?? 'a process', recorded.events]));

describe('The routes of a context', () => {
  it('are read from its sources, with who may and what is recorded', () => {
    const routes = routesIn('libs/contexts/providers', []);
    expect(routes.find(({ address }) => address === 'POST /facilities')).toEqual({
      address: 'POST /facilities',
      processes: [],
      roles: ['registrar'],
      summary: 'Register a hospital, clinic or puskesmas',
      sends: ['register-facility'],
      recorded: {
        decisions: ['libs/contexts/providers/domain/register-facility.ts'],
        events: ['FacilityRegistered'],
      },
    });
  });

  it('lead to every command that a function of the controller may choose, and what processes send comes last', () => {
    const routes = leadingTo(routesIn('libs/contexts/payouts', ['OrderPayout']));
    expect(routes).toMatchObject({
      'POST /payouts/:payoutId/bank-results': [
        'PayoutAccepted',
        'BankReferenceTaken',
        'LateSettlementEntered',
        'PayoutSettled',
        'PayoutReturned',
      ],
      'GET /payouts/:payoutId': [],
      'a process': ['PayoutOrdered'],
    });
  });

  it('name the processes that send what nobody else does, of higher floors too', () => {
    const sent = routesIn('libs/contexts/accidents', ['CloseBilling']).at(-1);
    expect(sent).toMatchObject({ processes: ['billing'], recorded: { events: ['BillingClosed'] } });
  });

  it('name each event that a decision may come to', () => {
    const routes = leadingTo(routesIn('libs/contexts/claims', []));
    expect(routes['POST /claims/:claimId/calculation']).toEqual([
      'ClaimHeld',
      'ClaimResumed',
      'DocumentsRequested',
      'ClaimCompleted',
      'WaitBegun',
      'BenefitCalculated',
    ]);
  });
});
