import { EventCodec, EventStore } from '#event-store';
import { PersonKeyRing } from '#key-ring';
import { openKeyStore } from '#key-store';
import { connectDatabase } from '#postgres';
import { startClaimPayment } from './claim-payment-process.examples.js';

/** The process claim-payment in a program of its own, which says so after every payment, to be killed at any of them. */
const { DATABASE_URL = '', EVENT_STORE = '', KEY_STORE = '', MASTER_KEY = '' } = process.env;

const database = connectDatabase({ url: DATABASE_URL, maxConnections: 4, applicationName: 'to be killed' });
const keyRing = new PersonKeyRing({
  store: openKeyStore({ url: KEY_STORE }),
  masterKey: Buffer.from(MASTER_KEY, 'base64'),
});
startClaimPayment(EventStore.at(EVENT_STORE, new EventCodec(keyRing)), database, {
  signal: new AbortController().signal,
  onOrdered: () => process.send?.('ordered'),
});
