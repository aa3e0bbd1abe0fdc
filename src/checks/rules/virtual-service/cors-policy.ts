import { parseDuration } from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isPresent, items, text, texts, type Spot } from '../../spot.ts';
import { isHeaderName } from '../../values/header.ts';
import { closest, quote } from '../../words.ts';

/** What web pages of other origins may do. */
export const corsPolicy: SpecRule = ({ spec }) =>
  all(spec, 'http[].corsPolicy').flatMap((policy) => [
    ...all(policy, 'allowOrigins[]').flatMap(origin),
    ...texts(items(at(policy, 'allowMethods'))).flatMap(method),
    ...['allowHeaders', 'exposeHeaders'].flatMap((name) => texts(items(at(policy, name))).flatMap(header)),
    ...maxAge(at(policy, 'maxAge')),
  ]);

/** An origin to match must be something; of an empty regular expression another rule speaks. */
function origin(spot: Spot): readonly Finding[] {
  const empty = ['exact', 'prefix'].map((kind) => at(spot, kind)).find((kind) => kind.value === '');
  const none = !['exact', 'prefix', 'regex'].some((kind) => isPresent(at(spot, kind)));
  if (!empty && !none) return [];
  const what = 'The origin to allow is empty, and no page has an empty origin.';
  return [
    refuse('MW0436', empty ?? spot, what, {
      mends: [
        setting(spot.path, { regex: '.*' }, 'Allow every origin'),
        removing(spot.path, 'Remove the origin'),
      ],
    }),
  ];
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', '*'];

function method(spot: Spot<string>): readonly Finding[] {
  if (methods.includes(spot.value)) return [];
  const meant = closest(spot.value.trim(), methods);
  const what = `${quote(spot.value)} is no method that can be allowed${meant ? `; did you mean ${meant}?` : '.'} Methods are written in capitals, and "*" is all.`;
  const mends = [meant ? setting(spot.path, meant) : removing(spot.path, 'Remove the method')];
  return [refuse('MW0437', spot, what, { mends })];
}

function header(spot: Spot<string>): readonly Finding[] {
  if (spot.value === '*' || isHeaderName(spot.value)) return [];
  const meant = spot.value.trim().replace(/:$/, '').replaceAll(/\s+/g, '-');
  const mends = [isHeaderName(meant) ? setting(spot.path, meant) : removing(spot.path, 'Remove the header')];
  return [refuse('MW0438', spot, `${quote(spot.value)} cannot be the name of a header.`, { mends })];
}

function maxAge(spot: Spot): readonly Finding[] {
  const written = text(spot);
  const length = written === undefined ? undefined : parseDuration(written);
  // Of what is shorter or finer than a millisecond the schema's rule speaks.
  if (!length || length.nanoseconds < 1_000_000n || length.nanoseconds % 1_000_000n !== 0n) return [];
  if (length.nanoseconds % 1_000_000_000n === 0n) return [];
  const seconds = `${String(Math.max(1, Math.round(length.milliseconds / 1000)))}s`;
  const what = `Browsers count "maxAge" in whole seconds, and ${quote(written!)} is none.`;
  return [refuse('MW0439', spot, what, { mends: [setting(spot.path, seconds)] })];
}
