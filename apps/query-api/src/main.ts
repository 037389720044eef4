import 'reflect-metadata';
import { runApp } from '#platform';
import { queryApi } from './query-api.app.js';

await runApp(queryApi);
