import type { Finding } from '../../finding.ts';
import { removing, removingAll, say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, items, texts, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';

/** Hosts that another entry of the same listener covers already. */
export const repeatedEgress: SpecRule = ({ spec, namespace }) =>
  all(spec, 'egress[].hosts').flatMap((list) => {
    const written = texts(items(list)).filter(({ value }) => value.includes('/'));
    return [...repeated(written, namespace), ...everything(written, namespace)];
  });

const halves = (spot: Spot<string>, own: string): readonly [namespace: string, host: string] => {
  const slash = spot.value.indexOf('/');
  const namespace = spot.value.slice(0, slash);
  return [namespace === '.' ? own : namespace, spot.value.slice(slash + 1)];
};

function repeated(written: readonly Spot<string>[], own: string): readonly Finding[] {
  const seen = new Map<string, Set<string>>();
  return written.flatMap((spot) => {
    const [namespace, host] = halves(spot, own);
    const before = seen.get(namespace) ?? new Set<string>();
    seen.set(namespace, before);
    const covered = host === '*' ? before.size > 0 : before.has(host) || before.has('*');
    before.add(host);
    // "~" stands for no namespace at all, so nothing is covered there.
    if (!covered || namespace.startsWith('~')) return [];
    const what =
      host === '*'
        ? `${quote(spot.value)} covers other hosts of this list, which can go.`
        : `${quote(spot.value)} is covered by another host of this list already.`;
    return [
      say('MW0813', spot, what, {
        mends: [host === '*' ? narrower(written, spot, own) : removing(spot.path, 'Remove it')],
      }),
    ];
  });
}

function narrower(written: readonly Spot<string>[], star: Spot<string>, own: string) {
  const [namespace] = halves(star, own);
  const others = written.filter((spot) => spot !== star && halves(spot, own)[0] === namespace);
  return removingAll(
    others.map(({ path }) => path),
    'Remove the others of the namespace',
  );
}

function everything(written: readonly Spot<string>[], own: string): readonly Finding[] {
  const all = written.find(({ value }) => value === '*/*');
  const others = written.filter((spot) => halves(spot, own)[0] !== '*' && !spot.value.startsWith('~'));
  if (!all || others.length === 0) return [];
  const what = '"*/*" is everything, so the other hosts of this list change nothing.';
  const mends = [
    removingAll(
      others.map(({ path }) => path),
      'Remove the others',
    ),
    removing(all.path, 'Remove */*'),
  ];
  return [say('MW0814', all, what, { mends })];
}
