import { inSeconds } from '../actions/seconds.ts';
import type { Destination, Mirror, Outcome } from '../outcome.ts';
import type { Expected, ExpectedDestination } from './expectation.ts';
import { isHostNamed } from './host-named.ts';

/** One thing that is not as expected. */
export interface Departure {
  /** `the path`, as it stands in a sentence. */
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}

const isNamed = (actual: string, expected: string): boolean =>
  actual === expected || (!expected.includes('/') && actual.endsWith(`/${expected}`));

const place = ({
  host,
  port,
  subset,
}: Pick<Destination, 'host' | 'subset'> & { readonly port?: number }): string =>
  `${subset === undefined ? '' : `${subset} of `}${host}${port === undefined ? '' : `:${port}`}`;

const NOBODY = 'nobody';

/** In what an outcome departs from what is expected; nothing where it holds. */
export function departures(expected: Expected, outcome: Outcome): readonly Departure[] {
  const found: Departure[] = [];
  const differ = (what: string, wanted: string | number, actual: string | number | undefined): void =>
    void found.push({
      what,
      expected: String(wanted),
      actual: actual === undefined ? 'none' : String(actual),
    });
  const compare = (
    what: string,
    wanted: string | number | undefined,
    actual: string | number | undefined,
  ): void => {
    if (wanted !== undefined && wanted !== actual) differ(what, wanted, actual);
  };
  const reached = reachedBy(outcome);
  const all = (
    what: string,
    wanted: string | undefined,
    of: (one: Destination) => string | undefined,
    is = same,
  ): void => {
    if (wanted === undefined) return;
    const others = reached.filter((one) => !is(of(one) ?? '', wanted));
    if (!reached.length) differ(what, wanted, NOBODY);
    else if (others.length)
      differ(what, wanted, [...new Set(others.map((one) => of(one) ?? 'none'))].join(', '));
  };

  compare('the outcome', expected.outcome, outcome.kind);
  if (expected.status !== undefined && expected.status !== outcome.status)
    differ('the status', expected.status, outcome.status ?? 'what the destination answers');
  all('the host', expected.host, ({ host }) => host, isHostNamed);
  all('the subset', expected.subset, ({ subset }) => subset);
  if (expected.destinations) split(expected.destinations, reached, found);
  compare('the scheme', expected.scheme, outcome.upstream?.scheme);
  compare('the authority', expected.authority, outcome.upstream?.authority);
  if (expected.port !== undefined)
    compare('the port', expected.port, outcome.upstream?.port ?? reached[0]?.port);
  compare('the path', expected.path, outcome.upstream?.path);
  all('TLS', expected.tls, ({ tls }) => tls.mode);
  all('the SNI', expected.sni, ({ tls }) => tls.sni);
  if (
    expected.virtualService !== undefined &&
    !isNamed(outcome.virtualService ?? '', expected.virtualService)
  )
    differ('the VirtualService', expected.virtualService, outcome.virtualService);
  const { rule } = outcome;
  compare('the rule', expected.rule, typeof expected.rule === 'number' ? rule?.index : rule?.name);
  const lasts = (what: string, wanted: string | undefined, actual: string | undefined): void =>
    compare(what, wanted && inSeconds(wanted), actual && inSeconds(actual));
  lasts('the timeout', expected.timeout, outcome.timeout);
  compare('the number of further attempts', expected.attempts, outcome.retries?.attempts ?? 0);
  lasts('the timeout of each try', expected.perTryTimeout, outcome.retries?.perTryTimeout);
  lasts('the delay', expected.delay, outcome.fault?.delay?.fixedDelay);
  if (expected.mirrors) mirrored(expected, outcome, found);
  compare('the location', expected.location, outcome.redirect?.location);
  return found;
}

const same = (actual: string, wanted: string): boolean => actual === wanted;

/** Destinations that are there; where none is, nobody gets the request. */
const reachedBy = ({ destinations = [], kind }: Outcome): readonly Destination[] =>
  kind === 'forward' || kind === 'tls' || kind === 'tcp' ? destinations : [];

function split(
  wanted: readonly ExpectedDestination[],
  reached: readonly Destination[],
  found: Departure[],
): void {
  const whole = reached.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const share = (weight: number): number => Math.round((weight / whole) * 1000) / 10;
  const wantedWhole = wanted.reduce((sum, { weight = 0 }) => sum + weight, 0) || 1;
  const fits = (one: Destination, want: ExpectedDestination): boolean =>
    isHostNamed(one.host, want.host) &&
    (want.subset === undefined || want.subset === one.subset) &&
    (want.port === undefined || want.port === one.port) &&
    (want.weight === undefined || share(one.weight) === Math.round((want.weight / wantedWhole) * 1000) / 10);
  const isRight =
    wanted.length === reached.length &&
    wanted.every((want) => reached.some((one) => fits(one, want))) &&
    reached.every((one) => wanted.some((want) => fits(one, want)));
  if (isRight) return;
  const text = (all: readonly ExpectedDestination[]): string =>
    all.map((one) => `${place(one)}${one.weight === undefined ? '' : ` ${one.weight} %`}`).join(', ') ||
    NOBODY;
  found.push({ what: 'the destinations', expected: text(wanted), actual: text(reached) });
}

function mirrored({ mirrors: wanted = [] }: Expected, { mirrors = [] }: Outcome, found: Departure[]): void {
  const there = mirrors.filter(({ exists }) => exists);
  const isRight =
    wanted.length === there.length &&
    wanted.every((want) =>
      there.some(
        (one) =>
          isHostNamed(one.host, want.host) &&
          (want.subset === undefined || want.subset === one.subset) &&
          (want.percent === undefined || want.percent === one.percent),
      ),
    );
  if (isRight) return;
  const text = (all: readonly (Pick<Mirror, 'host' | 'subset'> & { readonly percent?: number })[]): string =>
    all.map((one) => `${place(one)}${one.percent === undefined ? '' : ` ${one.percent} %`}`).join(', ') ||
    'none';
  found.push({
    what: 'the mirrors',
    expected: text(wanted),
    actual: text(there.map(({ port: _port, ...rest }) => rest)),
  });
}
