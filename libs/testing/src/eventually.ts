export { eventually } from '../../event-store-server/test/eventually.js';
