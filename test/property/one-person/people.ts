import { BUILDING, buildingRegistered } from '#contexts/projects/domain/project.examples';
import { projects } from '#contexts/projects/domain/project';
import { FACTORY, factoryRegistered } from '#contexts/employers/domain/employer.examples';
import { employers } from '#contexts/employers/domain/employer';
import { TWIN, twinRegistered } from '#contexts/participants/domain/merger.examples';
import {
  AGREEMENT,
  SITI,
  VILLAGE,
  sitiRegistered,
  villageRegistered,
} from '#contexts/participants/domain/participant.examples';
import { participants } from '#contexts/participants/domain/participant';
import type { SponsorEvent } from '#contexts/participants/domain/sponsor.events';
import { sponsors } from '#contexts/participants/domain/sponsor';
import { localDate } from '#kernel';
import { PersonWorld } from './person-world.js';

/** One person who was registered twice: whoever is merged is the second. */
export const PEOPLE = [SITI, TWIN] as const;

const MILL = '7c1d2e3f-0a4b-5c6d-8e7f-901234567802';

export const EMPLOYERS = [FACTORY, MILL] as const;

export const PROJECT = BUILDING;

export const VILLAGES_AGREEMENT = { payer: 'VILLAGE', sponsorId: VILLAGE, agreementId: AGREEMENT } as const;

/** Both are registered, there is work for them, and nothing is paid. */
export function peopleRegistered(): PersonWorld {
  const world = new PersonWorld();
  const effectiveOn = localDate('2023-01-02');
  world.record(employers.of(FACTORY), [factoryRegistered({ effectiveOn })]);
  world.record(employers.of(MILL), [
    factoryRegistered({ employerId: MILL, npp: 'NN010003', name: 'PT Contoh Tenun', effectiveOn }),
  ]);
  world.record(projects.of(PROJECT), [
    buildingRegistered({
      contractedOn: localDate('2023-12-20'),
      startsOn: localDate('2024-01-02'),
      endsOn: localDate('2025-06-30'),
      stages: [{ dueOn: localDate('2024-01-02'), amountIdr: buildingRegistered().data.amountIdr }],
      effectiveOn: localDate('2023-12-28'),
    }),
  ]);
  world.record(sponsors.of(VILLAGE), [
    villageRegistered,
    {
      type: 'SponsorAgreementSigned',
      data: {
        sponsorId: VILLAGE,
        agreementId: AGREEMENT,
        reference: 'APBDes 1/2024',
        governmentPaid: true,
        validFrom: effectiveOn,
        validUntil: localDate('2027-12-31'),
        effectiveOn,
      },
    } satisfies SponsorEvent,
  ]);
  world.record(participants.of(SITI), [sitiRegistered({ effectiveOn: localDate('2023-12-04') })]);
  world.record(participants.of(TWIN), [twinRegistered({ effectiveOn: localDate('2024-01-03') })]);
  return world;
}
