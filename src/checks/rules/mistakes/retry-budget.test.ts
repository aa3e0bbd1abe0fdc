import { beforeAll, expect, it } from 'vitest';
import { loadRegexes } from '../../../istio/index.ts';
import { check, resource } from '../../check.testkit.ts';

beforeAll(loadRegexes);

const told = (retries: string): readonly string[] =>
  check(
    resource(
      'VirtualService',
      `hosts: [web.example]\nhttp: [{ route: [{ destination: { host: web } }], timeout: 4s, retries: { attempts: 3, perTryTimeout: 2s${retries} } }]`,
    ),
  ).flatMap(({ code, message, fixes }) =>
    code === 'MW1110' ? [message, ...fixes.map(({ title }) => title)] : [],
  );

it.each(['5xx', 'connect-failure, gateway-error', 'reset'])(
  '%s tries again what ran out of time',
  (retryOn) => {
    const [message, ...titles] = told(`, retryOn: "${retryOn}"`);
    expect(message).toContain('the caller gets 504 after one retry');
    expect(titles).toContain('Retry once at most');
  },
);

it.each(['', ', retryOn: "connect-failure,503"'])(
  'without that word (%s) nothing is tried again',
  (retryOn) => {
    const [message] = told(retryOn);
    expect(message).toContain('a try that runs out of its own time is not repeated at all');
    expect(message).not.toContain('504 after');
  },
);
