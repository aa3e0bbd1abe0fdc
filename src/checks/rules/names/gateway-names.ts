import type { Finding } from '../../finding.ts';
import { refuse, say, setting, unheard } from '../../say.ts';
import { items, texts, type Spot } from '../../spot.ts';
import { faultOfName, isDnsLabel } from '../../values/host-name.ts';
import { quote } from '../../words.ts';

/**
 * The form of the names of Gateways in a `gateways` list. istiod reads no further than the first name without a slash, so
 * what follows is not refused; that no such Gateway exists is another rule's to say.
 */
export function gatewayNames(list: Spot, legacy: 'told' | 'overlooked'): readonly Finding[] {
  const written = texts(items(list));
  const last = written.findIndex(({ value }) => !value.includes('/'));
  return (last < 0 ? written : written.slice(0, last + 1)).flatMap((entry) => nameFaults(entry, legacy));
}

function nameFaults(entry: Spot<string>, legacy: 'told' | 'overlooked'): readonly Finding[] {
  const name = entry.value;
  const slash = name.indexOf('/');
  const fault = slash < 0 ? faultOfName(name) : faultOfPair(name.slice(0, slash), name.slice(slash + 1));
  if (fault) {
    const what = `${quote(name)} names no Gateway: ${fault}. Write its name, or namespace/name.`;
    const meant = name
      .trim()
      .toLowerCase()
      .replaceAll(/[_\s]+/g, '-')
      .replaceAll(/^\/+|\/+$/g, '');
    const good =
      meant !== name && (meant.includes('/') ? faultOfPair(...halves(meant)) : faultOfName(meant)) === null;
    const mends = good ? [setting(entry.path, meant)] : [];
    return [refuse('MW0318', entry, what, { mends })];
  }
  if (slash >= 0 || !name.includes('.')) return [];
  const [gateway = '', namespace = ''] = name.split('.');
  const meant = `${namespace}/${gateway}`;
  const what = `${quote(name)} is an old way to name a Gateway of another namespace. It still works; write ${meant}.`;
  return [
    say('MW0319', entry, what, {
      ...(legacy === 'overlooked' && unheard),
      mends: isDnsLabel(namespace) && isDnsLabel(gateway) ? [setting(entry.path, meant)] : [],
    }),
  ];
}

const halves = (name: string): [string, string] => [
  name.slice(0, name.indexOf('/')),
  name.slice(name.indexOf('/') + 1),
];

function faultOfPair(namespace: string, name: string): string | null {
  if (namespace === '' || name === '') return 'a name is missing beside the slash';
  if (!isDnsLabel(namespace)) return `"${namespace}" is no namespace`;
  return isDnsLabel(name) ? null : `"${name}" is no name of a Gateway`;
}
