import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule, Subject } from '../../spec-rule.ts';
import { at, isFilled, isPresent, items, texts, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';
import { isDnsLabel } from '../../values/host-name.ts';

/** The namespaces that a resource is shown to: well formed, each once, and `*` and `~` alone. */
export const exportTo: SpecRule = (subject) => {
  const list = at(subject.spec, 'exportTo');
  const written = texts(items(list));
  const bad = written.filter(({ value }) => !isGood(value, subject));
  if (bad.length > 0) return bad.map((entry) => badEntry(entry, subject));
  const hidden = hiddenBySelector(subject, list, written);
  return [...repeated(written, subject), ...alone(list, written), ...hidden];
};

const isGood = (entry: string, { kind }: Subject): boolean =>
  entry === '.' || entry === '*' || (entry === '~' && kind === 'ServiceEntry') || isDnsLabel(entry);

function badEntry(entry: Spot<string>, { kind }: Subject): Finding {
  const other =
    kind === 'ServiceEntry' ? '"*" (all), "." (this one) or "~" (none)' : '"*" (all) or "." (this one)';
  const meant = entry.value.trim().toLowerCase().replaceAll('_', '-');
  const what =
    entry.value === '~'
      ? '"~" (nobody) is for ServiceEntries only.'
      : `${quote(entry.value)} is no namespace. Name one, or write ${other}.`;
  const mends = isDnsLabel(meant)
    ? [setting(entry.path, meant)]
    : [setting(entry.path, '.', 'Show it to this namespace only')];
  return refuse('MW0310', entry, what, { mends });
}

function repeated(written: readonly Spot<string>[], { namespace }: Subject): readonly Finding[] {
  const seen = new Set<string>();
  return written.flatMap((entry) => {
    const name = entry.value === '.' ? namespace : entry.value;
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const what = `The namespace ${name} stands here twice${written.some(({ value }) => value === '.') ? '; "." means it too' : ''}.`;
    return [refuse('MW0311', entry, what, { mends: [removing(entry.path, 'Remove the second')] })];
  });
}

function alone(list: Spot, written: readonly Spot<string>[]): readonly Finding[] {
  const lonely = written.find(({ value }) => value === '*' || value === '~');
  if (!lonely || written.length < 2) return [];
  const others = written.filter((entry) => entry.value !== lonely.value).map(({ value }) => value);
  const what = `"${lonely.value}" means ${lonely.value === '*' ? 'all namespaces' : 'none at all'}, so nothing else may stand beside it.`;
  return [
    refuse('MW0312', lonely, what, {
      mends: [
        setting(list.path, [lonely.value], `Keep only "${lonely.value}"`),
        ...(others.length > 0 ? [setting(list.path, others, `Keep the others`)] : []),
      ],
    }),
  ];
}

/** A DestinationRule for selected callers is seen by them alone, and they are in its own namespace. */
function hiddenBySelector(
  subject: Subject,
  list: Spot,
  written: readonly Spot<string>[],
): readonly Finding[] {
  const { kind, spec, namespace } = subject;
  if (kind !== 'DestinationRule' || !isPresent(at(spec, 'workloadSelector')) || !isFilled(list)) return [];
  if (written.every(({ value }) => value === '.' || value === namespace)) return [];
  const what =
    'With a workloadSelector the rule counts for pods of its own namespace, so "exportTo" can only be ".".';
  return [refuse('MW0313', list, what, { mends: [setting(list.path, ['.']), removing(list.path)] })];
}
