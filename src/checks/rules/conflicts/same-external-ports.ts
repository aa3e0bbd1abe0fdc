import {
  asList,
  asNumber,
  asText,
  asTexts,
  key,
  member,
  namespaceOf,
  onceEach,
  specOf,
  type Resource,
} from '../../../istio/index.ts';
import { exportTo } from '../../../routing/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { quote } from '../../words.ts';

interface EntryPort {
  readonly index: number;
  readonly number: number;
  readonly protocol: string;
}

/** Other ServiceEntries with a host and a port of this one. */
export const sameExternalPorts: LinkedRule = ({ resource, view }) => {
  const found = new Map<number, Finding>();
  const scopes = exportTo(resource, view.settings);
  const meets = (entry: Resource): boolean =>
    exportTo(entry, view.settings).some(
      (scope) => scope === '*' || scopes.includes('*') || scopes.includes(scope),
    );
  for (const host of asTexts(member(specOf(resource), 'hosts'))) {
    const entries = view.find(key.host('ServiceEntry', host)).filter(meets);
    for (const own of portsIn(resource)) {
      if (found.has(own.index)) continue;
      const seen = entries.flatMap((entry) =>
        portsIn(entry).flatMap(({ index, number, protocol }) =>
          number === own.number && !(entry.id === resource.id && index === own.index)
            ? [{ entry, protocol }]
            : [],
        ),
      );
      const differs = seen.find(({ protocol }) => protocol !== own.protocol);
      const other = differs ?? seen[0];
      if (!other) continue;
      const where =
        other.entry.id === resource.id
          ? 'This ServiceEntry'
          : `ServiceEntry ${namespaceOf(other.entry, view.settings)}/${other.entry.name}`;
      const path = { path: ['spec', 'ports', own.index] };
      const port = `port ${String(own.number)} of ${quote(host)}`;
      found.set(
        own.index,
        differs
          ? say(
              'MW2110',
              path,
              `${where} says ${other.protocol || 'no protocol'} for ${port}, and this says ${own.protocol || 'none'}. Only one of them counts.`,
            )
          : say('MW2111', path, `${where} has ${port} too.`),
      );
    }
  }
  return [...found.values()];
};

const portsIn = onceEach((entry: Resource): readonly EntryPort[] =>
  asList(member(specOf(entry), 'ports')).flatMap((port, index) => {
    const number = asNumber(member(port, 'number'));
    const protocol = (asText(member(port, 'protocol')) ?? '').toUpperCase();
    return number === undefined ? [] : [{ index, number, protocol }];
  }),
);
