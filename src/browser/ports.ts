import type { Ports } from '../session/index.ts';
import { browserClock } from './clock.ts';
import { browserPage } from './page.ts';
import { createParserPort } from './parser.ts';
import { released } from './press.ts';
import { pageStorage } from './storage.ts';

/** The real ends of what the session needs of a browser. */
export function createBrowserPorts(): Ports {
  // From now on presses are heard of: nobody can ask later whether a button is down.
  void released();
  return {
    storage: pageStorage(),
    clock: browserClock,
    page: browserPage,
    ...(typeof Worker === 'undefined' ? {} : { parser: createParserPort() }),
  };
}
