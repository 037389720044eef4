import 'reflect-metadata';
import { runApp } from '#http';
import { commandApi } from './command-api.app.js';

await runApp(commandApi);
