import 'reflect-metadata';
import { runApp } from '#http';
import { queryApi } from './query-api.app.js';

await runApp(queryApi);
