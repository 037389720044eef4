import 'reflect-metadata';
import { runApp } from '#http';
import { keyStoreApp } from './key-store.app.js';

// The files hold everybody's keys, wrapped: they are for their owner alone.
process.umask(0o077);
await runApp(keyStoreApp);
