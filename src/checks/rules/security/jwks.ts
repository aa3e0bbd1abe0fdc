import type { Finding } from '../../finding.ts';
import { refuse, say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, texts, type Spot } from '../../spot.ts';

/** Keys written into the rule: JSON, and no private ones. */
export const jwks: SpecRule = ({ spec }) =>
  texts(all(spec, 'jwtRules[].jwks'))
    .filter(({ value }) => value !== '')
    .flatMap(keys);

function keys(spot: Spot<string>): readonly Finding[] {
  const set = parsed(spot.value);
  const list = listOfKeys(set);
  const fault = set === undefined ? 'it is no JSON' : faultOfKeys(list);
  if (fault !== null) return [refuse('MW0914', spot, `The keys in "jwks" cannot be read: ${fault}.`)];
  // The private half of a key has the member "d", of whatever kind it is.
  if (!list?.some((key) => typeof key === 'object' && key !== null && 'd' in key)) return [];
  const what =
    'These are private keys, with which anybody could make tokens. Write only the public halves, and replace the keys: they have been seen.';
  return [say('MW0915', spot, what)];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A set of keys, or a key alone. */
function listOfKeys(set: unknown): readonly unknown[] | undefined {
  if (typeof set !== 'object' || set === null || Array.isArray(set)) return undefined;
  const list = 'keys' in set ? set.keys : [set];
  return Array.isArray(list) ? list : undefined;
}

function faultOfKeys(list: readonly unknown[] | undefined): string | null {
  if (!list) return 'it is no set of keys';
  return list.every(isKey) ? null : 'a key does not say what kind it is ("kty")';
}

const isKey = (key: unknown): boolean =>
  typeof key === 'object' &&
  key !== null &&
  'kty' in key &&
  ['RSA', 'EC', 'OKP', 'oct'].includes(String(key.kty));
