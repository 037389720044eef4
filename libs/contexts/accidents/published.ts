import { CONCLUSIONS } from '#law';
import {
  type ContextContracts,
  contextContracts,
  contract,
  day,
  id,
  oneOf,
  rupiahs,
  yesNo,
} from '#publishing/contracts';
import {
  type AccidentConcluded,
  type AccidentNotified,
  type CareProvided,
  type GuaranteeLetterIssued,
  PLACE_KINDS,
} from './domain/accident.events.js';

/**
 * What the world outside may know of accidents: when and in what kind of place, and what care costs. What happened to the
 * body stays inside, and so does the kind of accident: an occupational disease is health data.
 */
export const accidentsContracts: ContextContracts = contextContracts(
  'accidents',
  ['accident'],
  [
    contract({
      type: 'lindung.accidents.accident-notified.v1',
      from: 'AccidentNotified',
      about: 'Somebody told of a suspected work accident.',
      fields: {
        accidentId: id('The accident'),
        participantId: id('The worker'),
        placeKind: oneOf('Kind of place', PLACE_KINDS),
        occurredOn: day('Day of the accident'),
        notifiedOn: day('Day of the notice'),
      },
      data: ({ data }: AccidentNotified) => ({ ...data, notifiedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.accidents.guarantee-letter-issued.v1',
      from: 'GuaranteeLetterIssued',
      about: 'BPJS promised an accident-care centre (PLKK) to pay for the care.',
      fields: {
        accidentId: id('The accident'),
        facilityId: id('The PLKK'),
        basis: oneOf('Covered for sure, or care first', ['COVERED', 'SUSPECTED_CASE']),
        issuedOn: day('Day of the letter'),
      },
      data: ({ data }: GuaranteeLetterIssued) => ({ ...data, issuedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.accidents.care-invoiced.v1',
      from: 'CareProvided',
      about: 'A stay or course of treatment was invoiced.',
      fields: {
        accidentId: id('The accident'),
        facilityId: id('Who gave care'),
        invoiceIdr: rupiahs('Amount of the invoice'),
        billing: oneOf('Paid to the PLKK, or back to who paid it', ['GUARANTEED', 'REIMBURSEMENT']),
        dischargedOn: day('Last day of care'),
      },
      data: ({ data }: CareProvided) => data,
    }),
    contract({
      type: 'lindung.accidents.accident-concluded.v1',
      from: 'AccidentConcluded',
      about: 'It was concluded whether this was a work accident.',
      fields: {
        accidentId: id('The accident'),
        conclusion: oneOf('What was concluded', CONCLUSIONS),
        late: yesNo('Later than the law allows'),
        concludedOn: day('Day of the conclusion'),
      },
      data: ({ data }: AccidentConcluded) => data,
    }),
  ],
);
