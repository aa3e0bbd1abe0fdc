import { createMemoryStorage, type Ports } from '../session/index.ts';
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

/** Those of a page inside of another: nothing is kept, and a frame that is closed off (of no origin) can start no worker. */
export function createEmbedPorts(): Ports {
  const mayWork = typeof Worker !== 'undefined' && window.origin !== 'null';
  return {
    storage: createMemoryStorage(),
    clock: browserClock,
    ...(mayWork && { parser: createParserPort() }),
  };
}
