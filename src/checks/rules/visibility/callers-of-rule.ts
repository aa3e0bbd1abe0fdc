import {
  asTexts,
  hostsOf,
  isWildcard,
  member,
  namespaceOf,
  specOf,
  selectorOf,
} from '../../../istio/index.ts';
import { findHost, writtenExportTo } from '../../../routing/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import { at } from '../../spot.ts';
import { listOf, quote } from '../../words.ts';

/** DestinationRules that count for fewer callers than they seem to. */
export const callersOfRule: LinkedRule = (subject) =>
  selectorOf(subject.resource) ? [] : [...awayFromHost(subject), ...notAtHome(subject)];

function awayFromHost({ resource, spec, view, namespace }: LinkedSubject): readonly Finding[] {
  const [host] = hostsOf(resource, view.settings);
  const to = writtenExportTo(resource, view.settings);
  if (host === undefined || isWildcard(host) || namespace === view.settings.rootNamespace) return [];
  // Whoever exports it to its own namespace alone knows.
  if (to.length === 1 && to[0] === namespace) return [];
  const [definer] = findHost(view, host, null).resources;
  const home = definer && namespaceOf(definer, view.settings);
  if (home === undefined || home === namespace) return [];
  const { rootNamespace } = view.settings;
  const then = home === rootNamespace ? '' : `, and then in ${rootNamespace}`;
  const what = `${quote(host)} is of namespace ${home}, so this rule counts for callers in ${namespace} alone, whatever "exportTo" says: those of other namespaces look in ${home}${then}.`;
  return [
    say('MW3102', at(spec, 'host'), what, {
      mends: [setting(['spec', 'exportTo'], ['.'], `Say so: export it to ${namespace} only`)],
    }),
  ];
}

function notAtHome({ resource, spec, view, namespace }: LinkedSubject): readonly Finding[] {
  const to = writtenExportTo(resource, view.settings);
  if (!to.length || to.includes('*') || to.includes(namespace)) return [];
  const what = `This rule is exported to ${listOf(to, 'and')}, and not to its own namespace: callers in ${namespace} do without it.`;
  const written = asTexts(member(specOf(resource), 'exportTo'));
  return [
    say('MW3103', at(spec, 'exportTo'), what, {
      at: 'key',
      mends: [setting(['spec', 'exportTo'], [...written, '.'], 'Let it count at home too')],
    }),
  ];
}
