import type { Finding } from '../../finding.ts';
import { refuse, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isPresent, texts, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';

/** Tokens: who made them, and where the keys to check them are. Of texts that are empty the schema speaks. */
export const jwtRules: SpecRule = ({ spec }) =>
  all(spec, 'jwtRules[]').flatMap((rule) => [
    ...unknownIssuer(rule),
    ...texts([at(rule, 'jwksUri'), at(rule, 'jwks_uri')]).flatMap(address),
  ]);

function unknownIssuer(rule: Spot): readonly Finding[] {
  if (['issuer', 'jwksUri', 'jwks_uri'].some((name) => isPresent(at(rule, name)))) return [];
  const what =
    'This rule does not say whose tokens it is about. Set "issuer", or "jwksUri" with the address of the keys.';
  return [refuse('MW0912', rule, what, { at: 'key' })];
}

function address(spot: Spot<string>): readonly Finding[] {
  if (spot.value === '' || isWebAddress(spot.value)) return [];
  const plain = spot.value.trim();
  const meant = /^https?:\/\//i.test(plain)
    ? plain
    : `https://${plain.replace(/^[a-z][a-z0-9+.-]*:\/*/i, '')}`;
  const good = meant !== spot.value && isWebAddress(meant) && !/\s/.test(meant);
  const what = `${quote(spot.value)} is no address on the web; it must begin with https:// or http://.`;
  return [refuse('MW0913', spot, what, { mends: good ? [setting(spot.path, meant)] : [] })];
}

/** Scheme, host and port as Go reads them; after a colon there are digits or nothing. */
function isWebAddress(written: string): boolean {
  const authority = /^https?:\/\/([^\s/?#]*)(?:[/?#]|$)/i.exec(written)?.[1];
  if (authority === undefined || /[\u0000-\u001f\u007f]/.test(written)) return false;
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return /^(?:\[[^\]]*\]|[^:[\]]*)(?::\d*)?$/.test(host);
}
