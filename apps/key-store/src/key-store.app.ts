import { Module } from '@nestjs/common';
import { type App } from '#http';
import { KeyStoreModule } from '#key-store/service';
import { KeyStoreAppConfig } from '#runtime';

@Module({ imports: [KeyStoreModule] })
class KeyStoreAppModule {}

export const keyStoreApp: App = {
  name: 'key-store',
  description: 'keeps the wrapped keys of persons, and destroys them',
  api: false,
  config: KeyStoreAppConfig,
  module: KeyStoreAppModule,
};
