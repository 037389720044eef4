import { EventCodec, EventStore } from '#event-store';
import { PersonKeyRing } from '#key-ring';
import { openKeyStore } from '#key-store';
import { connectDatabase } from '#postgres';
import { startClaimPayment } from './claim-payment-process.examples.js';

/** The process claim-payment in a program of its own, which orders so many payments and then stands still, to be killed. */
const { DATABASE_URL = '', EVENT_STORE = '', KEY_STORE = '', MASTER_KEY = '', PAYMENTS = '' } = process.env;

const database = connectDatabase({ url: DATABASE_URL, maxConnections: 4, applicationName: 'to be killed' });
const keyRing = new PersonKeyRing({
  store: openKeyStore({ url: KEY_STORE }),
  masterKey: Buffer.from(MASTER_KEY, 'base64'),
});
let ordered = 0;
startClaimPayment(EventStore.at(EVENT_STORE, new EventCodec(keyRing)), database, {
  signal: new AbortController().signal,
  onOrdered: async () => {
    if (++ordered < Number(PAYMENTS)) return;
    process.send?.('ordered');
    await new Promise(() => {});
  },
});
