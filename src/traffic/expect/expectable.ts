import type { Outcome } from '../outcome.ts';
import { expectedOf } from './expected-of.ts';
import type { Expected } from './expectation.ts';

/** A fact of an outcome that can be kept, in words, and whether it is by itself. */
export interface Expectable {
  readonly key: keyof Expected;
  readonly title: string;
  readonly value: string;
  readonly usual: boolean;
}

const TITLES: Readonly<Record<keyof Expected, string>> = {
  outcome: 'Outcome',
  status: 'Status',
  host: 'Host',
  subset: 'Subset',
  destinations: 'Destinations',
  path: 'Path',
  location: 'Location',
  mirrors: 'Mirrors',
  scheme: 'Scheme',
  authority: 'Authority',
  port: 'Port',
  tls: 'TLS',
  sni: 'SNI',
  virtualService: 'Virtual Service',
  rule: 'Rule',
  timeout: 'Timeout',
  attempts: 'Further attempts',
  perTryTimeout: 'Timeout of each try',
  delay: 'Delay by a fault',
};

/** All that can be expected of an outcome as it is. */
export function wholeExpected(outcome: Outcome): Expected {
  const { upstream, destinations = [], timeout, virtualService, rule, retries, fault } = outcome;
  const [first] = destinations;
  const modes = new Set(destinations.map(({ tls }) => tls.mode));
  return {
    ...expectedOf(outcome),
    ...(upstream && { scheme: upstream.scheme, authority: upstream.authority }),
    ...(destinations.length === 1 && first && { port: upstream?.port ?? first.port }),
    ...(modes.size === 1 && first && { tls: first.tls.mode }),
    ...(destinations.length === 1 && first?.tls.sni && { sni: first.tls.sni }),
    ...(virtualService !== undefined && { virtualService }),
    ...(rule && { rule: rule.name ?? rule.index }),
    ...(timeout !== undefined && { timeout }),
    ...(retries !== undefined && { attempts: retries?.attempts ?? 0 }),
    ...(retries?.perTryTimeout !== undefined && { perTryTimeout: retries.perTryTimeout }),
    ...(fault?.delay && { delay: fault.delay.fixedDelay }),
  };
}

/** The facts of an outcome that can be kept, those first that are kept unless somebody says otherwise. */
export function expectables(outcome: Outcome): readonly Expectable[] {
  const usual = new Set(Object.keys(expectedOf(outcome)));
  const whole = wholeExpected(outcome);
  return (Object.keys(TITLES) as (keyof Expected)[])
    .filter((key) => whole[key] !== undefined)
    .map((key) => ({ key, title: TITLES[key], value: wordsOf(whole[key]), usual: usual.has(key) }));
}

/** What is expected, without the facts that are left out. */
export const onlyExpected = (outcome: Outcome, keys: ReadonlySet<string>): Expected =>
  Object.fromEntries(Object.entries(wholeExpected(outcome)).filter(([key]) => keys.has(key)));

const wordsOf = (value: Expected[keyof Expected]): string =>
  typeof value === 'object'
    ? value
        .map((one) =>
          [
            'weight' in one && one.weight !== undefined ? `${one.weight} parts to` : '',
            'percent' in one && one.percent !== undefined ? `${one.percent} % to` : '',
            one.subset === undefined ? one.host : `${one.subset} of ${one.host}`,
          ]
            .filter(Boolean)
            .join(' '),
        )
        .join(', ')
    : String(value);
