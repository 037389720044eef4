import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#kernel';
import { logOf } from '#testing/decisions';
import { deathRevoked } from '../participants/domain/correction.examples.js';
import {
  SITI,
  sitiDied,
  sitiRegistered,
  sitisDeathTraced,
} from '../participants/domain/participant.examples.js';
import { traced } from './domain/death.examples.js';
import { deathFacts } from './facts.js';

const factsAfter = (participant: readonly DomainEvent[], death: readonly DomainEvent[] = []) =>
  deathFacts(logOf({ [`participant-${SITI}`]: participant, [`death-${SITI}`]: death }), SITI);

describe('what a claim may know of a death', () => {
  const died = [sitiRegistered(), sitiDied('2026-11-10')];

  it('is nothing while none was reported', async () => {
    expect(await factsAfter([sitiRegistered()])).toEqual({});
  });

  it('is the day, and the accident once it was traced', async () => {
    expect(await factsAfter(died)).toEqual({ diedOn: '2026-11-10' });
    expect(await factsAfter(died, [traced('accident-1')])).toEqual({
      diedOn: '2026-11-10',
      diedOfAccidentId: 'accident-1',
    });
  });

  it('is the same where a log of the first edition holds the trace in the stream of the participant', async () => {
    expect(await factsAfter([...died, sitisDeathTraced('accident-1')])).toEqual({
      diedOn: '2026-11-10',
      diedOfAccidentId: 'accident-1',
    });
  });

  it('is nothing once it was taken back, whichever stream told what it came from; the next death is another', async () => {
    const revoked = [...died, deathRevoked];
    expect(await factsAfter(revoked, [traced('accident-1')])).toEqual({});
    const again = [...revoked, sitiDied('2026-12-01')];
    expect(await factsAfter(again, [traced('accident-1')])).toEqual({ diedOn: '2026-12-01' });
    const old = [...died, sitisDeathTraced('accident-1'), deathRevoked, sitiDied('2026-12-01')];
    expect(await factsAfter(old)).toEqual({ diedOn: '2026-12-01' });
  });

  it('is refused for somebody who is not registered', async () => {
    await expect(factsAfter([])).rejects.toMatchObject({ code: 'PARTICIPANT_NOT_FOUND' });
  });
});
