import type { DomainEvent, LocalDate, Rupiah } from '#kernel';

/** A worker builds on a project from a day on (tenaga kerja proyek masuk). */
export type ProjectWorkerNamed = DomainEvent<
  'ProjectWorkerNamed',
  {
    placementId: string;
    participantId: string;
    projectId: string;
    /** Of a month; of a daily or a piece wage what the law makes of it. */
    wageIdr: Rupiah;
    /** Who entered it so late that a second person has to confirm it. */
    backDatedBy?: string;
    /** The first day of work. */
    effectiveOn: LocalDate;
  }
>;

/** A worker builds there no more after this day (tenaga kerja proyek keluar). */
export type ProjectWorkerLeft = DomainEvent<
  'ProjectWorkerLeft',
  {
    placementId: string;
    participantId: string;
    projectId: string;
    backDatedBy?: string;
    /** The last day of work. */
    effectiveOn: LocalDate;
  }
>;

/** A second person confirmed a first or a last day that was entered late (konfirmasi catatan mundur). */
export type BackDatedPlacementConfirmed = DomainEvent<
  'BackDatedPlacementConfirmed',
  {
    placementId: string;
    participantId: string;
    projectId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
  }
>;

export type PlacementEvent = ProjectWorkerNamed | ProjectWorkerLeft | BackDatedPlacementConfirmed;
