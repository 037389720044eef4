import 'reflect-metadata';
import { runApp } from '#platform';
import { eventRelay } from './event-relay.app.js';

await runApp(eventRelay);
