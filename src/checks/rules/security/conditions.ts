import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, text, texts, type Spot } from '../../spot.ts';
import { closest, quote } from '../../words.ts';
import { addressOrRange } from '../names/addresses.ts';
import { account } from './service-accounts.ts';
import { portText } from './sources-and-operations.ts';

/** Further conditions of a rule: what is looked at, and what it must be. */
export const conditions: SpecRule = ({ spec }) => all(spec, 'rules[].when[]').flatMap(condition);

function condition(when: Spot): readonly Finding[] {
  const spot = at(when, 'key');
  const key = text(spot);
  if (key === undefined) return [];
  const fault = faultOfKey(key);
  const values = texts(['values', 'notValues'].flatMap((name) => all(when, `${name}[]`)));
  return [
    ...(fault ? [badKey(spot, key, fault)] : []),
    ...nothing(when),
    ...values.flatMap((value) => (value.value === '' ? [empty(value)] : fault ? [] : badValue(key, value))),
  ];
}

const plain = [
  'source.ip',
  'remote.ip',
  'source.namespace',
  'source.serviceAccount',
  'source.principal',
  'source.trustDomain',
  'request.auth.principal',
  'request.auth.audiences',
  'request.auth.presenter',
  'destination.ip',
  'destination.port',
  'connection.sni',
];

const named = ['request.headers', 'request.auth.claims', 'experimental.envoy.filters.'];

function faultOfKey(key: string): string | null {
  if (plain.includes(key)) return null;
  if (!named.some((prefix) => key.startsWith(prefix))) return 'Istio does not know it';
  const bracket = key.indexOf('[');
  return key.endsWith(']') && bracket > 0 && bracket < key.length - 2
    ? null
    : 'a name in square brackets must follow, as in request.headers[x-user]';
}

function badKey(spot: Spot, key: string, fault: string): Finding {
  const dotted = /^(request\.(?:headers|auth\.claims))[.:]([-\w]+)$/.exec(key);
  const meant = dotted ? `${dotted[1] ?? ''}[${dotted[2] ?? ''}]` : closest(key.trim(), plain);
  const mends = meant !== undefined && faultOfKey(meant) === null ? [setting(spot.path, meant)] : [];
  return refuse('MW0931', spot, `The condition ${quote(key)} cannot be: ${fault}.`, { mends });
}

function nothing(when: Spot): readonly Finding[] {
  if (isFilled(at(when, 'values')) || isFilled(at(when, 'notValues'))) return [];
  const what = 'This condition does not say what the value must be. Set "values" or "notValues".';
  return [refuse('MW0932', when, what, { at: 'key', mends: [removing(when.path, 'Remove the condition')] })];
}

const empty = (spot: Spot): Finding =>
  refuse('MW0927', spot, 'The condition holds an empty text, which nothing fits.', {
    mends: [removing(spot.path, 'Remove the empty text')],
  });

function badValue(key: string, spot: Spot<string>): readonly Finding[] {
  switch (key) {
    case 'source.ip':
    case 'remote.ip':
    case 'destination.ip':
      return addressOrRange(spot);
    case 'destination.port':
      return portText(spot);
    case 'source.serviceAccount':
      return account(spot);
    default:
      return [];
  }
}
