import type { YamlMap, YamlValue } from '../../yaml/index.ts';
import type { Destination, Outcome } from '../outcome.ts';
import { plainRequest, type Caller, type Request } from '../request.ts';
import type { Expectation, Expected } from './expectation.ts';

/** What to expect so that an outcome stays as it is in what a person cares for: who gets what, or who answers what. */
export function expectedOf(outcome: Outcome): Expected {
  const { kind, status, destinations = [], upstream, redirect, mirrors = [] } = outcome;
  const [first, ...others] = destinations;
  const carried = kind === 'forward' || kind === 'tls' || kind === 'tcp';
  const there = mirrors.filter(({ exists }) => exists);
  return {
    outcome: kind,
    ...(status !== undefined && { status }),
    ...(carried && first && (others.length ? { destinations: destinations.map(shared) } : placed(first))),
    ...(kind === 'forward' && upstream && { path: upstream.path }),
    ...(redirect && { location: redirect.location }),
    ...(there.length > 0 && {
      mirrors: there.map(({ host, subset, percent }) => ({
        host,
        ...(subset !== undefined && { subset }),
        percent,
      })),
    }),
  };
}

const placed = ({ host, subset }: Destination): Pick<Expected, 'host' | 'subset'> => ({
  host,
  ...(subset !== undefined && { subset }),
});

const shared = (one: Destination): NonNullable<Expected['destinations']>[number] => ({
  ...placed(one),
  host: one.host,
  weight: one.weight,
});

/** An expectation as it is written in a file; reading it gives the same one again. */
export function expectationValue({ name, request, expect }: Expectation): YamlMap {
  return { name, request: requestValue(request), expect: { ...expect } as YamlMap };
}

/** A request as files of expectations and lessons write it; reading it gives the same one again. */
export function requestValue(request: Request): YamlMap {
  const { caller, url, protocol, tls: _tls, ...rest } = request;
  const who = callerValue(caller);
  const spoken = url === undefined ? spokenAs(request) : protocol === 'http2' ? { protocol: 'h2' } : {};
  const said = Object.entries({ ...(url === undefined ? {} : { url }), ...spoken, ...rest }).filter(
    ([, value]) => value !== undefined && !isEmpty(value),
  );
  return {
    ...(caller.kind === 'gateway' ? { gateway: who } : { from: who }),
    ...Object.fromEntries(said as [string, YamlValue][]),
  };
}

function spokenAs(request: Request): YamlMap {
  const { protocol, tls } = plainRequest(request);
  if (tls !== 'plaintext') return { protocol: 'tls' };
  return protocol === 'tcp' ? { protocol: 'tcp' } : protocol === 'http2' ? { protocol: 'h2' } : {};
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Object.keys(value).length;

/** A namespace alone is short for a workload without labels. */
function callerValue({ kind, namespace, labels = {}, locality }: Caller): YamlValue {
  const all = {
    namespace,
    ...(Object.keys(labels).length && { labels: { ...labels } }),
    ...(locality && { locality }),
  };
  return kind === 'sidecar' && Object.keys(all).length === 1 ? namespace : all;
}
