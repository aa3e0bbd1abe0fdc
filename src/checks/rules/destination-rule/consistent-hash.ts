import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, number, text, texts, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';
import { policyParts } from './policies.ts';

/** Consistent hashing: the cookie, and the tables that keys are looked up in. */
export const consistentHash: SpecRule = ({ spec }) =>
  policyParts(spec, 'loadBalancer').flatMap((balancer) => {
    const hash = at(balancer, 'consistentHash');
    return [...cookie(at(hash, 'httpCookie')), ...ringTwice(hash), ...maglev(at(hash, 'maglev'))];
  });

function cookie(spot: Spot): readonly Finding[] {
  const name = at(spot, 'name');
  const unnamed = text(name) === '' ? [refuse('MW0509', name, 'The cookie needs a name.')] : [];
  return [...unnamed, ...attributes(texts(all(spot, 'attributes[].name')))];
}

function attributes(names: readonly Spot<string>[]): readonly Finding[] {
  const seen = new Set<string>();
  return names.flatMap((name) => {
    const mends = [removing(name.path.slice(0, -1), 'Remove the attribute')];
    if (name.value === '')
      return [refuse('MW0509', name, 'The attribute of the cookie needs a name.', { mends })];
    if (seen.has(name.value))
      return [refuse('MW0509', name, `The cookie has the attribute ${quote(name.value)} twice.`, { mends })];
    seen.add(name.value);
    return [];
  });
}

function ringTwice(hash: Spot): readonly Finding[] {
  const old = at(hash, 'minimumRingSize');
  if (!isFilled(old)) return [];
  return ['ringHash', 'maglev']
    .map((name) => at(hash, name))
    .filter(isPresent)
    .map((table) => {
      const what = `The old "minimumRingSize" cannot stand beside "${String(table.path.at(-1))}".`;
      return refuse('MW0510', old, what, { at: 'key', mends: [removing(old.path)] });
    });
}

/** One less than Envoy's own bound, which istiod does not take either. */
const LARGEST = 5_000_010;

function maglev(spot: Spot): readonly Finding[] {
  if (!isPresent(spot)) return [];
  const size = at(spot, 'tableSize');
  const value = number(size) ?? (isPresent(size) ? undefined : 0);
  // Beyond the range the schema speaks; an absent size is a size of 0 to istiod.
  if (
    value === undefined ||
    value > LARGEST ||
    value < 0 ||
    (value === 0 && isPresent(size)) ||
    isPrime(value)
  )
    return [];
  const meant = value === 0 ? 65537 : primeFrom(value);
  const mends = [setting([...spot.path, 'tableSize'], meant, `Set tableSize to ${String(meant)}`)];
  const what =
    value === 0
      ? 'A Maglev table needs its size, a prime number.'
      : `${String(value)} is no prime number, and the size of a Maglev table must be one.`;
  return [
    refuse('MW0511', isPresent(size) ? size : spot, what, { at: isPresent(size) ? 'value' : 'key', mends }),
  ];
}

/** 1 counts as prime to istiod. */
function isPrime(value: number): boolean {
  if (value < 1 || !Number.isInteger(value)) return false;
  for (let divisor = 2; divisor * divisor <= value; divisor++) if (value % divisor === 0) return false;
  return true;
}

function primeFrom(value: number): number {
  let candidate = Math.ceil(value);
  while (!isPrime(candidate)) candidate++;
  return candidate <= LARGEST ? candidate : 65537;
}
