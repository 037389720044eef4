import { conflict, refusals } from '#kernel';

/** Why something that can be done with a thing is not open, beside what its command says. */
export const actionRefusals = refusals({
  CHANGES_NOTHING: conflict(
    {
      en: 'It is so already: nothing would be recorded',
      id: 'Sudah demikian: tidak ada yang akan dicatat',
    },
    { allowed: [{ en: 'another of the actions', id: 'tindakan lain' }] },
  ),
  NOT_SAID: conflict(
    ({ field }: { field: string }) => ({
      en: `Whether it is open depends on ${field}, which was not said`,
      id: `Terbuka atau tidaknya bergantung pada ${field}, yang belum disebutkan`,
    }),
    {
      allowed: ({ field }) => [{ en: `ask with ?${field}=…`, id: `tanyakan dengan ?${field}=…` }],
    },
  ),
});
