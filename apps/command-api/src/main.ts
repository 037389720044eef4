import 'reflect-metadata';
import { runApp } from '#platform';
import { commandApi } from './command-api.app.js';

await runApp(commandApi);
