import { createMemoryStorage, type Ports } from '../session/index.ts';
import { browserClock } from './clock.ts';
import { createParserPort } from './parser.ts';

/** Those of a page inside of another: nothing is kept, and a frame that is closed off (of no origin) can start no worker. */
export function createEmbedPorts(): Ports {
  const mayWork = typeof Worker !== 'undefined' && window.origin !== 'null';
  return {
    storage: createMemoryStorage(),
    clock: browserClock,
    ...(mayWork && { parser: createParserPort() }),
  };
}
