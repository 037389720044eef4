export { KeyStoreModule } from './key-store.module.js';
