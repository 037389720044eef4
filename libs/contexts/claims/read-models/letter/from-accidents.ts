import type { AccidentEvent } from '#contexts/accidents/facts';
import type { RecordedEvent } from '#event-store';
import { append, put, via } from '#followers';
import type { EventOf } from '#kernel';
import { letterIdOf } from '../../domain/letter-id.js';
import { accidents, letters, names } from './letter.tables.js';
import { letter } from './new-letter.js';

type OfAccident<Type extends AccidentEvent['type']> = RecordedEvent<EventOf<AccidentEvent, Type>>;

/** What is written before there is a claim: letters to facilities that care for somebody. */
export const fromAccidents = {
  AccidentNotified: ({ data }: OfAccident<'AccidentNotified'>) => [
    put(
      accidents,
      via(names, data.participantId, ({ name }) => ({
        accidentId: data.accidentId,
        subject: {
          participantId: data.participantId,
          participantName: name,
          addressee: name,
          claimId: null,
          accidentId: data.accidentId,
          programme: 'JKK',
          eventDate: data.occurredOn,
          office: '',
        },
      })),
    ),
  ],
  GuaranteeLetterIssued: (event: OfAccident<'GuaranteeLetterIssued'>) => [
    append(
      letters,
      via(accidents, event.data.accidentId, ({ subject }) => {
        const { guaranteeNumber, facilityId, basis } = event.data;
        const { office } = event.metadata.actor;
        const contents = { kind: 'GUARANTEE', guaranteeNumber, facilityId, basis } as const;
        return letter(event, { ...subject, office }, contents, { facilityId });
      }),
    ),
  ],
  CareBearerNamed: (event: OfAccident<'CareBearerNamed'>) =>
    event.data.facilityIds.map((facilityId) =>
      append(
        letters,
        via(accidents, event.data.accidentId, ({ subject }) => {
          const { bearer, concludedOn } = event.data;
          const { office } = event.metadata.actor;
          const contents = { kind: 'CARE_BEARER', facilityId, bearer, concludedOn } as const;
          const of = letter(event, { ...subject, office }, contents, { facilityId });
          // One for each facility that is told.
          return { ...of, letterId: letterIdOf(`${event.id}/${facilityId}`) };
        }),
      ),
    ),
};
