import { type LocalDate, conflict, notFound, refusals } from '#kernel';

/** Why something about an action in the field is refused. */
export const fieldActionRefusals = refusals({
  FIELD_ACTION_NOT_FOUND: notFound(
    { en: 'No such action in the field is planned', id: 'Aksi lapangan ini tidak terdaftar' },
    { allowed: [{ en: 'plan the action', id: 'rencanakan aksi lapangan' }] },
  ),
  FIELD_ACTION_KNOWN: conflict({
    en: 'This action is planned already',
    id: 'Aksi lapangan ini sudah direncanakan',
  }),
  FIELD_ACTION_ENDS_BEFORE_IT_BEGINS: conflict({
    en: 'endsOn lies before startsOn',
    id: 'endsOn lebih awal daripada startsOn',
  }),
  FIELD_ACTION_TOO_LONG: conflict(({ days }: { days: number }) => ({
    en: `An action lasts ${days} days at most`,
    id: `Aksi lapangan berlangsung paling lama ${days} hari`,
  })),
  FIELD_ACTION_CANCELLED: conflict(({ cancelledOn }: { cancelledOn: LocalDate }) => ({
    en: `The action was cancelled on ${cancelledOn}`,
    id: `Aksi lapangan dibatalkan pada ${cancelledOn}`,
  })),
  NOT_ON_FIELD_ACTION: conflict(({ startsOn, endsOn }: { startsOn: LocalDate; endsOn: LocalDate }) => ({
    en: `The action takes place from ${startsOn} to ${endsOn}`,
    id: `Aksi lapangan berlangsung dari ${startsOn} sampai ${endsOn}`,
  })),
});
