import type { Finding } from '../../finding.ts';
import { refuse, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, texts, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';

/** Paths with `{*}` for one segment and `{**}` for any number of them. */
export const pathTemplates: SpecRule = ({ spec }) =>
  ['paths', 'notPaths'].flatMap((name) =>
    texts(all(spec, `rules[].to[].operation.${name}[]`)).flatMap(template),
  );

const ONE = '{*}';
const MANY = '{**}';

function template(spot: Spot<string>): readonly Finding[] {
  const fault = faultOfPath(spot.value);
  if (!fault) return [];
  const meant = spot.value.replaceAll(/\{[^{}*]*\}/g, ONE);
  const mends = meant !== spot.value && faultOfPath(meant) === null ? [setting(spot.path, meant)] : [];
  return [refuse('MW0930', spot, `The path ${quote(spot.value)} is no template: ${fault}.`, { mends })];
}

/** What is wrong with a path, as a clause; null when it is fine. Without `{*}` or `{**}` only braces are wrong. */
function faultOfPath(path: string): string | null {
  const segments = path.replace(/^\/+/, '').replace(/\/+$/, '').split('/');
  const uses = path.includes(ONE) || path.includes(MANY);
  let ended = false;
  for (const segment of segments) {
    const operator = segment === ONE || segment === MANY;
    if (operator && ended) return `after ${MANY} there can be no other ${ONE} or ${MANY}`;
    if (segment === MANY) ended = true;
    if (operator) continue;
    if (/[{}]/.test(segment))
      return `braces stand only as ${ONE} or ${MANY}, as a whole part between slashes`;
    if (uses && !literal.test(segment))
      return `in a path with ${ONE} or ${MANY} the part ${quote(segment)} must be plain text of a URL, without a star`;
  }
  return null;
}

/** What a URI's path may hold between slashes, but for the star. */
const literal = /^[-A-Za-z0-9._~%!$&'()+,;=:@]+$/;
