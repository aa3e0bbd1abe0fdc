import type { Finding } from '../../finding.ts';
import { refuse, removing, removingAll, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isPresent, texts, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';

/** Service accounts, as `name` or `namespace/name`; with the namespace said, nothing else may say it again. */
export const serviceAccounts: SpecRule = ({ spec }) =>
  all(spec, 'rules[].from[].source').flatMap((source) => {
    const lists = ['serviceAccounts', 'notServiceAccounts'].map((name) => at(source, name)).filter(isPresent);
    const others = ['principals', 'notPrincipals', 'namespaces', 'notNamespaces']
      .map((name) => at(source, name))
      .filter(isPresent);
    return [...lists.flatMap((list) => texts(all(list, '[]')).flatMap(account)), ...both(lists, others)];
  });

/** The name of a service account that is none; null for a good one. An empty one is told with other empty texts. */
export function faultOfAccount(value: string): string | null {
  if (value.includes('*')) return 'stars mean nothing here; name the account';
  return value.split('/').length > 2 ? 'it is a name, or a namespace, a slash and a name' : null;
}

export function account(spot: Spot<string>): readonly Finding[] {
  const fault = faultOfAccount(spot.value);
  if (!fault) return [];
  const identity = /^(?:spiffe:\/\/)?[^/]*\/ns\/([^/]+)\/sa\/([^/]+)$/.exec(spot.value);
  const mends = identity ? [setting(spot.path, `${identity[1] ?? ''}/${identity[2] ?? ''}`)] : [];
  const what = `${quote(spot.value)} is no service account: ${fault}.`;
  return [refuse('MW0928', spot, what, { mends: mends.filter(() => !spot.value.includes('*')) })];
}

function both(lists: readonly Spot[], others: readonly Spot[]): readonly Finding[] {
  const [list] = lists;
  const [other] = others;
  if (!list || !other) return [];
  const what =
    'Service accounts name the caller wholly, so principals and namespaces cannot stand beside them. Write them as another source.';
  const mends = [
    removingAll(
      others.map(({ path }) => path),
      'Keep the service accounts',
    ),
    ...(lists.length === 1 ? [removing(list.path)] : []),
  ];
  return [refuse('MW0929', other, what, { at: 'key', mends })];
}
