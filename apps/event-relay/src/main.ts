import 'reflect-metadata';
import { runApp } from '#http';
import { eventRelay } from './event-relay.app.js';

await runApp(eventRelay);
