import type { Ports } from '../session/index.ts';
import { browserClock } from './clock.ts';
import { browserPage } from './page.ts';
import { createParserPort } from './parser.ts';
import { createStoragePort } from './storage.ts';

/** The real ends of what the session needs of a browser. */
export function createBrowserPorts(): Ports {
  return {
    storage: createStoragePort(),
    clock: browserClock,
    page: browserPage,
    ...(typeof Worker === 'undefined' ? {} : { parser: createParserPort() }),
  };
}
